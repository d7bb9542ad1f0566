/**
 * Every limit on what comes from outside: one row for each kind of input. The code reads its
 * numbers here, `.github/THREATS.md` prints the rows, and `tests/hostile-limits.test.ts` walks them
 * with an input that is too large.
 */

const KIB = 1024;
const MIB = 1024 * KIB;

/** What is accepted at most. Sizes are bytes, times milliseconds, unless a name says otherwise. */
export const limits = {
  /** Also what comes from standard input. A brief of a thousand pages is about 3 MB. */
  brief: {
    bytes: 16 * MIB,
    line: 200_000,
    markup: 5_000,
    paragraph: 15_000,
    nesting: 100,
    nodes: 300_000,
  },
  /** A day of hearings with the time of every word has about 20 MB. */
  transcript: { bytes: 32 * MIB },
  /**
   * A folder of transcripts: its files, each as large as a transcript may be; those that are looked
   * into for one quotation; its index; bytes of all the transcripts that one text quotes from.
   */
  corpus: { files: 20_000, candidates: 100, index: 1024 * MIB, together: 32 * MIB },
  /** Front matter, sidecars and packets: characters, levels, tokens of the lexer. */
  yaml: { characters: 256 * KIB, depth: 100, tokens: 60_000 },
  /** A brief that is data: the same of brief.yaml or brief.json. */
  data: { characters: 16 * MIB, depth: 100, tokens: 300_000 },
  /** A file of a brief's `data:`, and the rows of the table in it; also the rows of `--each`. */
  table: { bytes: 8 * MIB, rows: 5_000 },
  /** A packet's file. */
  packet: { bytes: MIB },
  /** A list of names for copies. */
  names: { bytes: 4 * MIB, rows: 2_000 },
  /** Bytes of one and of all together, pixels of a side and of the area, frames of an animation. */
  image: { bytes: 20 * MIB, together: 100 * MIB, side: 10_000, area: 40_000_000, frames: 200 },
  /**
   * A document of another program: itself, unpacked, one part of it, its elements or texts; bytes
   * of a web page; pages of a PDF.
   */
  office: {
    bytes: 64 * MIB,
    unpacked: 256 * MIB,
    part: 64 * MIB,
    elements: 2_000_000,
    html: 16 * MIB,
    pages: 5_000,
  },
  /** A file of a theme, and a font: one for all of Chinese has 20 MB. */
  theme: { bytes: 32 * MIB },
  /** A file that is checked: itself, unpacked, the XML in it, and the elements of that. */
  epub: { bytes: 256 * MIB, unpacked: 256 * MIB, text: 32 * MIB, elements: 1_000_000 },
  /** What a catalogue reads of a book, and folders without a snapshot before it is said so. */
  shelf: { text: 4 * MIB, cover: 32 * MIB, ledger: 64 * MIB, folders: 10_000 },
  /** The directory of a ZIP file; content is read in pieces. */
  zip: { directory: 128 * MIB, members: 500_000 },
  /** What is held in memory of a bag: a manifest or another tag file, one member. */
  bag: { tag: 32 * MIB, member: 128 * MIB },
  /** A proof of one quotation: bytes, levels, values. */
  proof: { bytes: 4 * MIB, depth: 12, values: 200_000 },
  /** Keys and certificates that signatures and time stamps are checked with. */
  keys: { bytes: MIB },
  /** The answer of a time stamping authority. */
  stamp: { bytes: MIB, milliseconds: 30_000 },
  /** A request to `serve`, and how many are heard at once. */
  request: { head: 8 * KIB, path: 2 * KIB, ranges: 16, connections: 64 },
  /** Any other file that is read at once. */
  file: { bytes: 64 * MIB },
  /** One stream of a PDF, unpacked. */
  pdf: { stream: 256 * MIB },
  /** Messages of one rule about one file; behind the last stands how many more there are. */
  messages: { perRule: 100, characters: 2_000 },
} as const;
