/**
 * Other tools that are installed, on the same brief in the same run. They find, check and number no
 * quotation.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** One step of a peer: a program and its arguments. */
type Step = readonly [program: string, ...args: string[]];

/** A way to make editions of a brief without us. */
export interface Peer {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** What peers are given: the brief in Markdown, our finished page, a folder to write into. */
export interface PeerInput {
  readonly markdown: string;
  readonly page: string;
  readonly folder: string;
}

const peersOn = ({ markdown, page, folder }: PeerInput): readonly Peer[] => {
  const out = (name: string): string => join(folder, name);
  return [
    {
      name: 'pandoc + WeasyPrint, PDF and EPUB',
      steps: [
        ['pandoc', markdown, '--pdf-engine=weasyprint', '-o', out('peer.pdf')],
        ['pandoc', markdown, '-o', out('peer.epub')],
      ],
    },
    { name: 'WeasyPrint, our page', steps: [['weasyprint', '-q', page, out('weasy.pdf')]] },
    { name: 'Vivliostyle, our page', steps: [['vivliostyle', 'build', page, '-o', out('v.pdf')]] },
    {
      name: 'pandoc + Typst, PDF',
      steps: [
        ['pandoc', markdown, '-s', '-t', 'typst', '-o', out('peer.typ')],
        ['typst', 'compile', out('peer.typ'), out('typst.pdf')],
      ],
    },
  ];
};

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Those of which every program is there; `pandoc` needs its engine, too. */
export const installedPeers = (input: PeerInput): readonly Peer[] =>
  peersOn(input).filter(({ name, steps }) =>
    [
      ...steps.map(([program]) => program),
      ...(/\+ WeasyPrint/u.test(name) ? ['weasyprint'] : []),
    ].every(isOnPath),
  );
