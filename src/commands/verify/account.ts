/**
 * What verification of one snapshot or bag comes to, for a person: who made it first, then what was
 * compared, then what was not.
 */
import { counted } from '../../languages/count.ts';
import { visible } from '../../report.ts';
import { failed } from '../../rules/flag.ts';
import type { World } from '../../world.ts';
import { painter } from '../run.ts';
import { size, verdictLine } from '../summary.ts';
import type { Verified, VerifyOptions } from './snapshot.ts';

/** A line, and whether it is good news; null = neither. */
type AccountLine = readonly [good: boolean | null, words: string];

/** What was verified, line by line, for people. */
export function accountOf(
  world: World,
  input: string,
  verified: Verified,
  how: VerifyOptions,
): string {
  const paint = painter(world);
  const mark = (good: boolean | null): string =>
    good === null ? '!' : good ? paint('good', '✓') : paint('error', '✗');
  const lines = [
    ...makerLines(verified, how),
    ...filesLine(verified),
    ...stampLine(verified),
    ...verdictsLine(verified),
    ...rebuiltLine(verified),
  ];
  return [
    `${paint('strong', visible(verified.title ?? input))}\n`,
    ...lines.map(([good, words]) => `  ${mark(good)} ${visible(words)}\n`),
    ...boundLines(verified).map((words) => `    ${visible(words, 2000)}\n`),
  ].join('');
}

/** What is known without a signature that is known to be somebody's. */
const damage = ({ file }: Verified): string =>
  failed(file)
    ? 'nothing shows who made it'
    : 'this shows that nothing was damaged, not who made it';

function makerLines(verified: Verified, { trust }: VerifyOptions): readonly AccountLine[] {
  const { kind, seals } = verified;
  if (kind === null) return [];
  const signature = seals?.signature ?? null;
  if (!signature) return [[trust.signers === null ? null : false, `unsigned: ${damage(verified)}`]];
  if (trust.signers === null)
    return [
      [
        null,
        `signed by the key ${signature.fingerprint}; whose it is was not asked (--signers): ${damage(verified)}`,
      ],
    ];
  if (signature.by === null)
    return [[false, `signed by the key ${signature.fingerprint}, which is none of those trusted`]];
  return [
    [
      true,
      signature.by === '*'
        ? `signed by the key ${signature.fingerprint}`
        : `signed by ${signature.by}, key ${signature.fingerprint}`,
    ],
  ];
}

function filesLine({ file, kind, files, bytes }: Verified): readonly AccountLine[] {
  if (kind === null) return [[false, 'this is no snapshot']];
  const harmed = file.messages.some(
    ({ fatal, ruleId }) =>
      fatal &&
      /^(?:zip|bag|snapshot|archive)-/u.test(ruleId ?? '') &&
      !SEPARATELY_TOLD.has(ruleId ?? ''),
  );
  const what = kind === 'bag' ? 'a BagIt bag, but no snapshot: ' : '';
  const how = harmed
    ? 'not as its lists say; what differs is named below'
    : 'as its own lists say, none missing, none added';
  return [[!harmed, `${what}${counted(files, 'files')}, ${size(bytes)}: ${how}`]];
}

/** Rules about what files say, and not about whether they are those that were listed. */
const SEPARATELY_TOLD: ReadonlySet<string> = new Set([
  'snapshot-quotation',
  'snapshot-needed',
  'snapshot-unjudged',
]);

const stampLine = ({ seals }: Verified): readonly AccountLine[] => {
  const stamp = seals?.stamp ?? null;
  if (!stamp) return [];
  const { trusted, time, authority } = stamp;
  return [
    [
      trusted ? true : null,
      `stamped ${time} by ${authority}${trusted ? '' : '; whether to trust it was not asked (--tsa-certs), or it is not'}`,
    ],
  ];
};

function verdictsLine({ file, verdicts }: Verified): readonly AccountLine[] {
  if (!verdicts) return [];
  const good = !file.messages.some(({ ruleId }) => ruleId === 'snapshot-quotation');
  return [[good, `${verdictLine(verdicts)}, judged anew against the archived transcripts`]];
}

function rebuiltLine({ rebuilt }: Verified): readonly AccountLine[] {
  if (!rebuilt) return [];
  const { same, differing } = rebuilt;
  const words =
    differing.length === 0
      ? `all ${same} files have the same bytes`
      : `${counted(same, 'files')} with the same bytes, ${counted(differing.length, 'others')}`;
  return [[differing.length === 0, `made again: ${words}`]];
}

function boundLines({ root, notBound }: Verified): readonly string[] {
  return [
    ...(root === null ? [] : [`root of the document and its quotations: ${root}`]),
    ...(notBound.length === 0
      ? []
      : [`not compared with the sources (--rebuild does that): ${notBound.join(', ')}`]),
  ];
}
