/**
 * Options of a line of allowed_signers: what a key may be used for, and when (ssh-keygen(1),
 * ALLOWED SIGNERS).
 */

export interface SignerOptions {
  /** The key is that of a certificate authority. */
  readonly authority: boolean;
  /** Patterns of the purposes that the key is for; null = any. */
  readonly namespaces: readonly string[] | null;
  /** Milliseconds since 1970; null = no limit. */
  readonly after: number | null;
  readonly before: number | null;
}

type SignerOptionsDraft = { -readonly [key in keyof SignerOptions]: SignerOptions[key] };

/** Name → what its quoted value (null: none) means; false where it means nothing. */
const ROWS: Readonly<Record<string, (draft: SignerOptionsDraft, value: string | null) => boolean>> =
  {
    'cert-authority': (draft, value) => {
      draft.authority = true;
      return value === null;
    },
    'namespaces': (draft, value) => {
      draft.namespaces = value?.split(',') ?? null;
      return (
        draft.namespaces !== null && draft.namespaces.every((name) => name !== '' && name !== '!')
      );
    },
    'valid-after': (draft, value) => (draft.after = timeOf(value)) !== null,
    'valid-before': (draft, value) => (draft.before = timeOf(value)) !== null,
  };

const OPTION = /^([a-z-]+)(?:="((?:\\"|[^"])*)")?(?:,(?=.)|$)/iu;

/** A sentence where an option is unknown, is written twice or has no meaning. */
export function readSignerOptions(text: string): SignerOptions | string {
  const draft: SignerOptionsDraft = {
    authority: false,
    namespaces: null,
    after: null,
    before: null,
  };
  const seen = new Set<string>();
  for (let rest = text; rest !== ''; ) {
    const [all = '', written = '', value = null] = OPTION.exec(rest) ?? [];
    const name = written.toLowerCase();
    if (!Object.hasOwn(ROWS, name)) return `the option ${written || rest} is not known`;
    if (seen.has(name)) return `the option ${name} stands twice`;
    if (!ROWS[name]!(draft, value?.replaceAll('\\"', '"') ?? null))
      return `the option ${name} has a value that is not understood`;
    seen.add(name);
    rest = rest.slice(all.length);
  }
  if (draft.after !== null && draft.before !== null && draft.before <= draft.after)
    return 'its key is valid at no time';
  return draft;
}

const SIGNER_TIME = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|UTC)?$/iu;

/**
 * `YYYYMMDD[HHMM[SS]][Z]`: UTC with the Z, else the time of this place. Null where it is no time of
 * any day.
 */
function timeOf(text: string | null): number | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone] =
    SIGNER_TIME.exec(text ?? '') ?? [];
  if (year === undefined || Number(year) < 1970) return null;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const utc = new Date(`${written}Z`);
  if (Number.isNaN(utc.getTime()) || !utc.toISOString().startsWith(written)) return null;
  return zone === undefined ? new Date(written).getTime() : utc.getTime();
}
