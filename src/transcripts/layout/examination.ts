/** Examinations: “Q” is whoever examines, “A” and “THE WITNESS” is whoever was sworn in. */
import type { SurveyedLine } from './survey.ts';

const WITNESS = /^(?:THE )?(?:WITNESS|DEPONENT)$/iu;
const BY =
  /^(?:(?:RE)?(?:DIRECT|CROSS)[- ]|FURTHER |CONTINUED )*(?:EXAMINATION )?\(?BY (M[RS]{1,2}S?\.? [\p{L}.’' -]{2,40}|[\p{Lu}.’' -]{3,40}?)(?: \(?(?:RESUMING|CONTINUING|CONT['’]?D)\)?)?\)?:?$/u;
/** “Questioned by Mr Vane”, “Further cross-examined by Ms Olloway”. */
const QUESTIONED =
  /^(?:(?:further|cross|re|direct)[- ]?){0,2}(?:questioned|questions|examined|examination(?:[- ]in[- ]chief)?)\s(?:by|from)\s((?:m[rs]{1,2}s?|miss|sir|lord|lady|dame|dr|prof(?:essor)?|the)\.?\s[\p{L}.’' -]{2,40}?)(?:\s\((?:continued|continuing|resumed)\))?\.?$/iu;
/** “Questions on behalf of the Board by MR VANE”: whatever comes to an end with a name in capitals. */
const TAKEN_OVER =
  /^\p{Lu}[^.?!:;]{0,70}\s(?:by|from|BY|FROM)\s((?:M[RS]{1,2}S?|MISS|SIR|LORD|LADY|DAME|DR|PROFESSOR|THE)\.?\s[\p{Lu}.’' -]{2,40})$/u;
/** “PAUL INGOLD (affirmed)”: a witness takes the stand. */
const TAKES_STAND =
  /^((?:\p{Lu}[\p{Lu}.’'-]*\s+){1,7}?)\((?:re-?)?(?:sworn|affirmed|called|recalled)\)\.?$/u;
/** “Examination resumed by counsel for the town”: somebody else asks, and nobody says who. */
const ASKED_BY_OTHERS =
  /^(?:(?:further|cross|re|direct)[- ]?){0,2}(?:questioned|questions|examined|examination)\b[^.?!:;]{0,60}\s(?:by|from|on behalf of)\s[^.?!:;]{3,60}$/iu;
const EXAMINATION_HEADING =
  /^[-–—\s]{0,6}(?:(?:RE)?(?:DIRECT|CROSS)[- ]|FURTHER |CONTINUED )*EXAMINATION(?: \((?:RESUMED|CONTINUED)\))?:?[-–—\s]{0,6}$/u;
const INLINE_EXAMINER = /^\(\s?BY (M[RS]{1,2}S?\.? [^()]{2,40})\)\s*:?\s*/iu;
const DEPOSITION_COVER =
  /^(?:VIDEO(?:TAPED|-RECORDED)? |ORAL )*DEPOSITION OF:?\s*([\p{Lu}.,’' -]{3,60})?$/u;

/** “DALE R. PRUITT,” before “having been first duly sworn”, on one line or two. */
function swornIn(text: string): string | null {
  const sworn = /\b(?:duly |first |previously |been )*sworn\b/iu.exec(text);
  if (!sworn) return null;
  const before = text.slice(0, sworn.index).replace(/^THE WITNESS,\s+/u, '');
  const comma = /[,;]|\s(?:having|being|was|called)\s/u.exec(before);
  const name = before.slice(0, comma?.index ?? 0).trim();
  const words = name.split(/\s+/u);
  return words.length > 1 &&
    words.length < 7 &&
    words.every((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word))
    ? name
    : null;
}

/** Follows who asks and who answers through a record. */
export class Examination {
  private readonly lines: readonly SurveyedLine[];
  private examiner: string | null = null;
  private witness: string | null = null;

  constructor(lines: readonly SurveyedLine[]) {
    this.lines = lines;
    const cover = lines.slice(0, 300).findIndex(({ text }) => DEPOSITION_COVER.test(text.trim()));
    if (cover >= 0)
      this.witness =
        (
          DEPOSITION_COVER.exec(lines[cover]!.text.trim())![1] ??
          capitalName(lines[cover + 1]?.text) ??
          ''
        ).replace(/[,.\s]+$/u, '') || null;
  }

  /** True for a line that says who asks or answers from here on, and is nobody's words. */
  announces(i: number): boolean {
    const text = this.lines[i]!.text.trim();
    if (text.length > 90) return false;
    const by = BY.exec(text) ?? QUESTIONED.exec(text) ?? TAKEN_OVER.exec(text);
    if (by) this.examiner = by[1]!.replace(/:$/u, '').trim();
    const isHeading = EXAMINATION_HEADING.test(text) || (by === null && ASKED_BY_OTHERS.test(text));
    if (isHeading && !/CONTINUED|RESUMED/u.test(text)) this.examiner = null;
    if (by || isHeading) return true;
    const [, called] = TAKES_STAND.exec(text) ?? [];
    if (called !== undefined) {
      [this.witness, this.examiner] = [called.trim(), null];
      return true;
    }
    if (!/^(?:THE WITNESS,\s+)?\p{Lu}[\p{L}.’'-]*\s/u.test(text)) return false;
    const name = swornIn(
      this.lines
        .slice(i, i + 3)
        .map((line) => line.text.trim())
        .join(' '),
    );
    if (name === null) return false;
    [this.witness, this.examiner] = [name, null];
    return true;
  }

  /** Length of “(BY MS. OKAFOR)” at the beginning of a question. */
  renames(rest: string): number {
    const by = INLINE_EXAMINER.exec(rest.slice(0, 60));
    if (by) this.examiner = by[1]!.trim();
    return by?.[0].length ?? 0;
  }

  /** Whom a label means here. */
  voiceOf(label: string): string {
    if (label === 'Q') return this.examiner ?? label;
    return label === 'A' || WITNESS.test(label) ? (this.witness ?? label) : label;
  }
}

const capitalName = (text: string | undefined): string | null =>
  text !== undefined && /^[\p{Lu}.,’' -]{3,60}$/u.test(text.trim()) ? text.trim() : null;
