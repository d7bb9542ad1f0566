/**
 * argv → exit code. Commands are loaded only when asked for, so that `help` and `version` cost next
 * to nothing.
 */
import { Command, CommanderError, Option } from 'commander';
import { COMMAND_EXAMPLES } from './commands/examples.ts';
import { commands } from './commands/index.ts';
import type { CommandRow, CommandRun } from './commands/row.ts';
import type { Options } from './commands/run.ts';
import { indentedHint, visible, visibleLines } from './report.ts';
import { sourceStack } from './stack.ts';
import { tracedWorld } from './trace.ts';
import { diskWorld } from './world/disk.ts';
import { OutsideError, type World } from './world.ts';
import { toStderr } from './world/streams.ts';
import { version } from './version.ts';

/**
 * Runs one command line and returns its exit code; nothing else in the program ends the process.
 */
export async function main(argv: readonly string[], outside: World): Promise<number> {
  const world = tracedWorld(outside);
  let code = 0;
  const program = new Command('briefpress')
    .description(
      'A press for evidence briefs: Markdown in; a print PDF, an EPUB and an archive snapshot out,\nwith every quotation numbered, attributed and checked against its transcript.',
    )
    .version(`briefpress ${version}`, '-V, --version')
    .helpCommand('help [command]', 'explain a command')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => world.stdout(text),
      writeErr: (text) => world.stderr(visibleLines(text)),
    })
    .addHelpText(
      'after',
      `\nExamples:\n  briefpress build content/harbor-tolls\n  briefpress build call.txt --transcript call.vtt --to pdf,epub\n  briefpress quotes brief.md --json\n`,
    )
    .exitOverride();
  for (const row of commands) addCommand(program, row, world, (result) => (code = result));
  try {
    await program.parseAsync(askedOf(argv), { from: 'user' });
  } catch (error) {
    return failure(error, world);
  }
  return code;
}

/**
 * Help about a command that is none is a wrong command line: without this, the parser would print
 * the help of the program and be content.
 */
function askedOf(argv: readonly string[]): string[] {
  const words = argv.filter((argument) => !argument.startsWith('-'));
  const name = words[0] === 'help' ? words[1] : words[0];
  if (name === 'help') return ['--help'];
  const isKnown = name === undefined || commands.some(({ usage }) => usage.split(' ')[0] === name);
  return isKnown ? [...argv] : [name];
}

function addCommand(
  program: Command,
  row: CommandRow,
  world: World,
  done: (code: number) => void,
): void {
  const command = program.command(row.usage).description(row.summary);
  for (const option of row.options) command.addOption(optionOf(option));
  command.addHelpText('after', examplesOf(command.name()));
  command.action(async (...args: unknown[]) => {
    // The last two arguments are commander's own: the options and the command.
    const operands = args
      .slice(0, -2)
      .flat()
      .filter((operand) => typeof operand === 'string');
    const odd = oddValue(command.opts());
    if (odd !== null) return done(refuseUsage(world, odd, 'Write a value, or leave it out.'));
    const run = await row.load(commands);
    done(
      await (isLimited(row)
        ? withinFolder(world, operands, command.opts(), run)
        : run(world, operands, command.opts())),
    );
  });
}

const examplesOf = (name: string): string =>
  `\nExamples:\n${COMMAND_EXAMPLES[name]!.map((line) => `  briefpress ${line}\n`).join('')}`;

/** Options whose words are printed as they are. */
const PRINTED = new Set(['bind', 'title', 'status']);
/** Characters of such words, as of a line in the front matter. */
const MOST_PRINTED = 2000;

/** What is wrong with the value of an option, whatever the command makes of it. */
function oddValue(options: Options): string | null {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value !== 'string') continue;
    const option = `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value.trim() === '') return `${option} has no value`;
    if (PRINTED.has(name) && (/\p{Cc}/u.test(value) || value.length > MOST_PRINTED))
      return `${option} holds a control character, or is longer than ${MOST_PRINTED} letters`;
  }
  return null;
}

const isLimited = ({ options }: CommandRow): boolean =>
  options.some(([flags]) => flags.startsWith('--max-memory'));

/** Runs a command under watch, so that it ends whatever it is given. */
async function withinFolder(
  given: World,
  operands: readonly string[],
  asked: Options,
  run: CommandRun,
): Promise<number> {
  const { watchOver } = await import('./commands/watched.ts');
  const watched = await watchOver(given, operands, asked);
  if (typeof watched === 'number') return watched;
  const { world, options, done } = watched;
  try {
    if (options['untrusted'] && options['sandbox'] === false)
      return refuseUsage(
        world,
        '--untrusted and --no-sandbox contradict each other',
        'Leave one of the two out.',
      );
    return await run(world, operands, options);
  } finally {
    done();
  }
}

function refuseUsage(world: World, sentence: string, hint: string): number {
  world.stderr(`briefpress: error: ${sentence} [usage]\n    ${hint}\n`);
  return 2;
}

/**
 * Usage errors were already printed by the parser; an outside refusal is one sentence; anything
 * else is a bug of ours.
 */
function failure(error: unknown, world: Pick<World, 'stderr' | 'env'>): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof OutsideError) {
    world.stderr(
      `${visible(error.path)}: error: ${visible(error.message)} [outside]\n${indentedHint(error.hint)}\n`,
    );
    return 6;
  }
  const words = error instanceof Error ? error.message : String(error);
  world.stderr(
    `briefpress: error: something in briefpress broke: ${visible(words)} [internal]\n    Please report it with the input; run again with DEBUG=briefpress to see where.\n`,
  );
  if (world.env['DEBUG']?.includes('briefpress') && error instanceof Error)
    world.stderr(`${sourceStack(error.stack ?? '')}\n`);
  return 1;
}

/** What a browser that has ended refuses to nobody: whoever waited for it was told of the end. */
const isLate = (error: unknown): boolean =>
  error instanceof Error &&
  ['TargetCloseError', 'ConnectionClosedError', 'ProtocolError'].includes(error.name);

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * The program itself: real disk, real streams. Whatever happens, it ends with a code and words.
 * @public called by start.ts
 */
export async function start(): Promise<void> {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    // A command that listens itself ends itself.
    process.on(signal, () => process.listenerCount(signal) > 1 || process.exit(code));
  }
  process.on('unhandledRejection', (error) => {
    if (!isLate(error)) throw error;
  });
  process.on('uncaughtException', (error) =>
    process.exit(failure(error, { stderr: toStderr, env: process.env })),
  );
  try {
    process.exit(await main(process.argv.slice(2), diskWorld()));
  } catch (error) {
    process.exit(failure(error, { stderr: toStderr, env: process.env }));
  }
}

function optionOf([flags, text, extra]: CommandRow['options'][number]): Option {
  const option = new Option(flags, text);
  if (extra?.default !== undefined) option.default(extra.default);
  if (extra?.choices) option.choices(extra.choices());
  return option;
}
