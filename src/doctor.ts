/**
 * What printing needs of this machine: each check with what was found and what to do. Never throws.
 */
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BrowserError,
  deadlineIn,
  findBrowser,
  openSession,
  type PrintSession,
  type Supply,
} from './browser/index.ts';
import { fontFile } from './fonts.ts';
import { inspectPdf, type Inspection } from './pdf/inspect.ts';
import type { World } from './world.ts';

/** One finding about this machine, and what to do about it. */
export interface DoctorCheck {
  readonly id: string;
  readonly level: 'ok' | 'warn' | 'fail';
  readonly says: string;
  readonly remedy: string | null;
}

/** What the user says about the browser. */
export interface DoctorOptions {
  readonly browserPath: string | null;
  readonly sandbox: boolean;
}

const ok = (id: string, says: string): DoctorCheck => ({ id, level: 'ok', says, remedy: null });
const warn = (id: string, says: string, remedy: string): DoctorCheck => ({
  id,
  level: 'warn',
  says,
  remedy,
});
const fail = (id: string, says: string, remedy: string): DoctorCheck => ({
  id,
  level: 'fail',
  says,
  remedy,
});

/**
 * In the order in which one depends on the other; what can't be looked at because an earlier check
 * failed is left out.
 */
export async function doctor(
  world: World,
  options: DoctorOptions,
): Promise<readonly DoctorCheck[]> {
  const checks = [
    node(),
    memory(),
    ...reaper(world),
    writable(
      'temp',
      tmpdir(),
      'Free some space, or point TMPDIR at a folder that can be written to.',
    ),
    await outputs(world),
  ];
  const supply = await findBrowser(world, options.browserPath).catch((error: unknown) => error);
  if (!isSupply(supply)) return [...checks, brokenCheck('browser', supply)];
  checks.push(
    ok('browser', `${supply.path} (${supply.from}${supply.shell ? ', headless shell' : ''})`),
  );
  return [...checks, ...(await printingChecks(world, options))];
}

const isSupply = (value: unknown): value is Supply =>
  value !== null && typeof value === 'object' && 'shell' in value;

const brokenCheck = (id: string, error: unknown): DoctorCheck =>
  error instanceof BrowserError
    ? fail(id, error.message, error.hint)
    : fail(id, String(error), 'Please report this.');

/** Types are stripped since 22.18; the package `node` pins a newer one for checkouts. */
function node(): DoctorCheck {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  return major > 22 || (major === 22 && minor >= 18)
    ? ok('node', process.version)
    : fail(
        'node',
        `${process.version}; 22.18 or newer is needed`,
        'In a checkout run npm ci and use npm scripts or npx briefpress: they bring their own Node.',
      );
}

const MEGABYTE = 1024 * 1024;

function memory(): DoctorCheck {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    const free = Math.floor((bavail * bsize) / MEGABYTE);
    return free < 256
      ? warn(
          'memory',
          `/dev/shm has ${free} MB; the browser is told to do without it`,
          'In a container: --shm-size=1g prints large books faster.',
        )
      : ok('memory', `/dev/shm has ${free} MB free`);
  } catch {
    return ok('memory', 'no /dev/shm here; the browser does not need it');
  }
}

/** In a container without an init process, ended browsers stay as zombies. */
function reaper({ platform }: World): readonly DoctorCheck[] {
  if (platform !== 'linux' || process.pid !== 1) return [];
  return [
    warn(
      'init',
      'this is process 1, which has to reap what others leave',
      'Start the container with --init.',
    ),
  ];
}

/** Folders that a run writes to: one for the browser's profile, one for the outputs. */
function writable(id: string, folder: string, remedy: string): DoctorCheck {
  try {
    rmSync(mkdtempSync(join(folder, '.briefpress-doctor-')), { recursive: true });
    return ok(id, `${folder} can be written to`);
  } catch {
    return fail(id, `${folder} can’t be written to`, remedy);
  }
}

/** `out/` where it is there, else the folder that it will be made in. */
async function outputs(world: World): Promise<DoctorCheck> {
  const out = join(world.cwd, 'out');
  const there = (await world.kind(out)) !== null;
  return writable(
    'out',
    there ? out : world.cwd,
    'Free some space or mend the permissions, or name another folder with --out.',
  );
}

const PROBE = `<!DOCTYPE html><html lang="en"><head><title>Probe</title></head><body><h1>Probe</h1><p>One paragraph.</p></body></html>`;

async function printingChecks(
  world: World,
  { browserPath, sandbox }: DoctorOptions,
): Promise<readonly DoctorCheck[]> {
  const started = performance.now();
  let session: PrintSession | null = null;
  try {
    const fontFolders = [join(fontFile(PROBE_FACE), '..')];
    const deadline = deadlineIn(30_000);
    session = await openSession(world, { browserPath, sandbox, fontFolders, deadline });
    const launched = performance.now();
    await session.load(PROBE);
    const pdf = inspectPdf(await session.print({ tagged: true }));
    const first = performance.now();
    await session.print({ tagged: true });
    const next = performance.now();
    const [start, one, two] = [launched - started, first - launched, next - first].map(Math.round);
    const times = `start ${start} ms, first PDF ${one} ms, next PDF ${two} ms`;
    return [...startChecks(session, sandbox), ...probeChecks(pdf), ok('speed', times)];
  } catch (error) {
    return [brokenCheck('start', error)];
  } finally {
    await session?.close();
  }
}

/** @page margin boxes, which bear the folios, came with version 131. */
const OLDEST = 131;

function startChecks({ facts }: PrintSession, wanted: boolean): readonly DoctorCheck[] {
  const major = Number(/\/(\d+)\./u.exec(facts.product)?.[1] ?? 0);
  const version =
    major >= OLDEST
      ? ok('version', facts.product)
      : fail(
          'version',
          `${facts.product}; ${OLDEST} or newer is needed for @page margin boxes`,
          'Update the browser.',
        );
  return [ok('start', 'the browser starts'), version, sandboxCheck(facts.sandbox, wanted)];
}

function sandboxCheck(on: boolean, wanted: boolean): DoctorCheck {
  if (on)
    return ok(
      'sandbox',
      process.getuid?.() === 0
        ? 'on: the browser runs as an ordinary user, although we are root'
        : 'on',
    );
  const reason = !wanted
    ? 'as asked by --no-sandbox'
    : process.getuid?.() === 0
      ? 'running as root, and setpriv or user namespaces are missing'
      : 'this kernel or container forbids unprivileged user namespaces';
  return warn(
    'sandbox',
    `off: ${reason}`,
    'Print only content you trust, or run as an ordinary user where user namespaces are allowed.',
  );
}

function probeChecks(pdf: Inspection): readonly DoctorCheck[] {
  return [
    pdf.fonts.some(({ embedded }) => embedded)
      ? ok('fonts', 'the probe page shows its words')
      : fail(
          'fonts',
          'the probe page came out blank: fontconfig knows no font',
          'Debian and Ubuntu: sudo apt-get install fonts-dejavu-core',
        ),
    pdf.tagged
      ? ok('tagged', 'PDFs have a structure tree')
      : fail('tagged', 'PDF structure tree missing', 'Use another browser.'),
    pdf.outline > 0
      ? ok('outline', 'PDFs have bookmarks')
      : fail('outline', 'PDF bookmarks missing', 'Use another browser.'),
  ];
}

const PROBE_FACE = '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf';
