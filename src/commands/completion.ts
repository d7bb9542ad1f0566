/** `briefpress completion`: a script that completes command lines, for each of four shells. */
import type { World } from '../world.ts';
import type { CommandRow } from './row.ts';
import { usage } from './run.ts';

/** What a shell has to know of a command. */
interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  /** Words that its first operand may be; empty where it is a file. */
  readonly words: readonly string[];
  readonly options: readonly CompletedOption[];
}

interface CompletedOption {
  /** `--out` and `-o`, as they are written. */
  readonly flags: readonly string[];
  readonly text: string;
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

/** Writes the script of one shell. A new shell is one row. */
const SHELLS: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  pwsh: pwshScript,
};

/** `briefpress completion SHELL`; resolves to the exit code. */
export async function runCompletion(
  world: World,
  [shell, ...more]: readonly string[],
  rows: readonly CommandRow[],
): Promise<number> {
  if (shell === undefined || more.length > 0 || !Object.hasOwn(SHELLS, shell))
    return usage(
      world,
      `completion knows no shell “${[shell, ...more].join(' ')}”`,
      `Shells are ${Object.keys(SHELLS).join(', ')}.`,
    );
  world.stdout(SHELLS[shell]!(rows.map((row) => completedCommand(row))));
  return 0;
}

function completedCommand({
  usage: line,
  summary,
  words = [],
  options,
}: CommandRow): CompletedCommand {
  const help: CompletedOption = {
    flags: ['--help'],
    text: 'explain the command',
    takesValue: false,
    values: [],
  };
  return {
    name: line.split(' ')[0]!,
    summary,
    words,
    options: [
      ...options.map(([flags, text, extra]) => ({
        flags: flags.match(/(?<![\w-])--?[\w-]+/gu) ?? [],
        text,
        takesValue: flags.includes('<'),
        values: extra?.choices?.() ?? [],
      })),
      help,
    ],
  };
}

const flagsOf = ({ options }: CompletedCommand): string =>
  options.flatMap(({ flags }) => flags).join(' ');

const valuedOptions = (
  commands: readonly CompletedCommand[],
): readonly (readonly [command: string, flags: readonly string[], values: readonly string[]])[] =>
  commands.flatMap(({ name, options }) =>
    options
      .filter(({ values }) => values.length > 0)
      .map(({ flags, values }) => [name, flags, values] as const),
  );

/** Options whose value is a file, or nothing that is known: the shell completes paths behind them. */
const pathFlags = (commands: readonly CompletedCommand[]): readonly string[] => [
  ...new Set(
    commands.flatMap(({ options }) =>
      options
        .filter(({ takesValue, values }) => takesValue && values.length === 0)
        .flatMap(({ flags }) => flags),
    ),
  ),
];

const commandNames = (commands: readonly CompletedCommand[]): string =>
  [...commands.map(({ name }) => name), 'help'].join(' ');

function bashScript(commands: readonly CompletedCommand[]): string {
  const values = valuedOptions(commands).flatMap(([command, flags, words]) =>
    flags.map((flag) => `    ${command}:${flag}) words='${words.join(' ')}' ;;`),
  );
  const operands = commands
    .filter(({ words }) => words.length > 0)
    .map(({ name, words }) => `    ${name}) words='${words.join(' ')}' ;;`);
  const flags = commands.map((one) => `      ${one.name}) words='${flagsOf(one)}' ;;`);
  return `# bash completion of briefpress: eval "$(briefpress completion bash)"
_briefpress() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commandNames(commands)} --help --version' -- "$current"))
    return
  fi
  case "$before" in
    ${pathFlags(commands).join('|')}) return ;;
  esac
  case "$command:$before" in
${values.join('\n')}
    help:help) words='${commandNames(commands)}' ;;
  esac
  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 2 ]; then case "$command" in
${operands.join('\n')}
  esac; fi
  case "$current" in
    -*) case "$command" in
${flags.join('\n')}
    esac ;;
  esac
  [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -o bashdefault -F _briefpress briefpress
`;
}

/** Text between single quotes of a shell in the manner of sh. */
const shQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A description inside an argument of _arguments, where brackets and colons mean something. */
const zshText = (text: string): string => text.replaceAll(/[[\]:\\]/gu, (sign) => `\\${sign}`);

function zshScript(commands: readonly CompletedCommand[]): string {
  const described = commands.map(
    ({ name, summary }) => `    ${shQuoted(`${zshText(name)}:${summary}`)}`,
  );
  const cases = commands.map((one) => {
    const options = one.options.flatMap(({ flags, text, takesValue, values }) =>
      flags.map((flag) => {
        const value = values.length > 0 ? `(${values.join(' ')})` : '_files';
        return shQuoted(`${flag}[${zshText(text)}]${takesValue ? `:value:${value}` : ''}`);
      }),
    );
    const operand = one.words.length > 0 ? [shQuoted(`1:what:(${one.words.join(' ')})`)] : [];
    return `    ${one.name}) _arguments -s ${[...options, ...operand, shQuoted('*:file:_files')].join(' ')} ;;`;
  });
  return `#compdef briefpress
# zsh completion of briefpress: briefpress completion zsh > "\${fpath[1]}/_briefpress"
_briefpress() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = _briefpress ]; then _briefpress "$@"; else compdef _briefpress briefpress; fi
`;
}

const fishText = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function fishScript(commands: readonly CompletedCommand[]): string {
  const first = `-n __fish_use_subcommand`;
  const lines = commands.flatMap((one) => {
    const inside = `-n ${fishText(`__fish_seen_subcommand_from ${one.name}`)}`;
    const options = one.options.map(({ flags, text, takesValue, values }) => {
      const written = flags.map((flag) =>
        flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      );
      const value =
        values.length > 0 ? ` -x -a ${fishText(values.join(' '))}` : takesValue ? ' -r' : '';
      return `complete -c briefpress ${inside} ${written.join(' ')}${value} -d ${fishText(text)}`;
    });
    const words =
      one.words.length > 0
        ? [`complete -c briefpress ${inside} -f -a ${fishText(one.words.join(' '))}`]
        : [];
    return [
      `complete -c briefpress ${first} -f -a ${one.name} -d ${fishText(one.summary)}`,
      ...options,
      ...words,
    ];
  });
  return `# fish completion of briefpress: briefpress completion fish > ~/.config/fish/completions/briefpress.fish\n${lines.join('\n')}\n`;
}

const pwshText = (text: string): string => `'${text.replaceAll(/['‘’]/gu, (sign) => sign + sign)}'`;

function pwshScript(commands: readonly CompletedCommand[]): string {
  const table = commands.map((one) => {
    const list = (words: readonly string[]): string => `@(${words.map(pwshText).join(', ')})`;
    const values = one.options
      .filter((option) => option.values.length > 0)
      .flatMap(({ flags, values: words }) =>
        flags.map((flag) => `${pwshText(flag)} = ${list(words)}`),
      );
    return `    ${pwshText(one.name)} = @{ Flags = ${list(flagsOf(one).split(' '))}; Words = ${list(one.words)}; Values = @{ ${values.join('; ')} } }`;
  });
  return `# PowerShell completion of briefpress: briefpress completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName briefpress -ScriptBlock {
  param($current, $line, $position)
  $table = @{
${table.join('\n')}
  }
  $words = @($line.CommandElements | ForEach-Object { $_.ToString() } | Select-Object -Skip 1)
  if ($current -ne '') { $words = @($words | Select-Object -SkipLast 1) }
  $found = @()
  if ($words.Count -eq 0) { $found = @($table.Keys) + 'help' }
  elseif ($table.ContainsKey($words[0])) {
    $command = $table[$words[0]]
    $before = $words[-1]
    if ($command.Values.ContainsKey($before)) { $found = $command.Values[$before] }
    elseif ($current -like '-*') { $found = $command.Flags }
    elseif ($words.Count -eq 1) { $found = $command.Words }
  }
  $found | Where-Object { $_ -like "$current*" } | Sort-Object |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}
