/** Tree and front matter → Brief: title, sections, participants, sources. */
import type { Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { Asset, Brief, Meta, Override, Participant, Section } from '../types.ts';
import { languageOf } from '../languages/index.ts';
import { missingParts } from '../languages/partial.ts';
import type { FrontMatter } from './fields.ts';
import { languageFrom } from './language.ts';
import { mergedParticipants, participantsIn } from './participants.ts';
import { briefSections, markContext } from './sections.ts';
import { joinedSources, suppliedSources, sourcesIn } from './sources.ts';
import { disclosureParagraph, disclosureWords, fallbackTitle, titleHeading } from './title.ts';
import { isBlank, wordsOfNode } from './node-words.ts';

/** Everything that a brief is made of, already read. */
export interface BriefParts {
  readonly slug: string;
  readonly path: string;
  readonly text: string;
  readonly markdown: () => string;
  readonly tree: Root;
  readonly front: FrontMatter;
  readonly sidecar: readonly Override[];
  /**
   * Transcript file relative to the brief's folder: the one asked for, else the one that lies
   * beside the brief.
   */
  readonly transcript: { readonly asked: string | null; readonly beside: string | null };
  readonly assets: readonly Asset[];
  readonly originals: Brief['originals'];
}

/** Puts a brief together; heading depths of the tree are changed to skip none. */
export function assembleBrief(parts: BriefParts, file: VFile): Brief {
  const { front, tree } = parts;
  // An empty title says that no heading is one; a title that nobody can see says nothing.
  const named =
    front.title !== null && /./su.test(front.title) && isBlank(front.title) ? null : front.title;
  const heading = titleHeading(tree, named);
  const disclosure = front.disclosure === null ? disclosureParagraph(tree) : null;
  const body: Root = {
    ...tree,
    children: tree.children.filter((node) => node !== heading && node !== disclosure),
  };
  const cut = briefSections(body, front.roles, file);
  for (const { nodes } of cut) markContext(nodes);
  const participants = mergedParticipants(front.participants, participantsIn(cut));
  const lang = front.lang ?? languageFrom(cut);
  reportLanguage(lang, file);
  const title = named ?? (heading ? wordsOfNode(heading) : untitled(participants, lang, cut, file));
  const sections = cut.map((section) => (section.heading ? section : { ...section, title }));
  const asked = parts.transcript.asked ?? front.transcript ?? parts.transcript.beside;
  const disclosed = disclosure
    ? disclosureWords(disclosure)
    : sectionWords(sections.find(({ role }) => role === 'disclosure')?.nodes);
  return {
    slug: parts.slug,
    path: parts.path,
    text: parts.text,
    markdown: parts.markdown,
    tree,
    meta: metaOf(front, title, disclosed, lang),
    participants,
    sources: suppliedSources(
      joinedSources(front.sources, sourcesIn(sections), asked),
      parts.transcript.asked,
    ),
    sections,
    assets: parts.assets,
    originals: parts.originals,
    corrections: front.corrections,
    readings: [],
    overrides: [...parts.sidecar, ...front.overrides],
  };
}

function reportLanguage(lang: string, file: VFile): void {
  const missing = missingParts(lang);
  if (missing.length === 0) return;
  const language = languageOf(lang);
  const says = language
    ? `${language.name} is known in part; English stands in for ${listInEnglish(missing)}`
    : `The language “${lang}” is not known; the brief is read and its own words are printed as in English`;
  flag(file, 'language-partial', says, { place: { line: 1, column: 1 } });
}

const listInEnglish = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names);

function untitled(
  participants: readonly Participant[],
  lang: string,
  sections: readonly Section[],
  file: VFile,
): string {
  const title = fallbackTitle(
    participants.map(({ name }) => name),
    lang,
    sections,
  );
  flag(file, 'title-missing', `The brief has no title; it is called “${title}”`, {
    place: { line: 1, column: 1 },
  });
  return title;
}

const sectionWords = (nodes: readonly RootContent[] = []): string | null =>
  nodes[0]?.type === 'paragraph' ? wordsOfNode(nodes[0]) : null;

/** What the front matter and the text say about the brief as a document. */
export function metaOf(
  front: FrontMatter,
  title: string,
  disclosure: string | null,
  lang: string,
): Meta {
  const {
    subtitle,
    date,
    authors,
    publisher,
    identifier,
    status,
    classification,
    rights,
    description,
    keywords,
    series,
    quotes,
    theme,
    paper,
    print,
    typography,
    fields,
  } = front;
  return {
    title,
    lang,
    disclosure: front.disclosure ?? disclosure,
    subtitle,
    date,
    authors,
    publisher,
    identifier,
    status,
    classification,
    rights,
    description,
    keywords,
    series,
    quotes,
    theme,
    paper,
    print,
    ...(typography && { typography }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}
