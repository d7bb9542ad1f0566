/** Examples in the help of each command: lines behind `briefpress`. */
export const COMMAND_EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  build: [
    'build content/harbour-hearing',
    'build call.txt --transcript call.vtt --to pdf,epub',
    'build brief.md --status draft --bates HARBOUR-000001 --line-numbers',
  ],
  check: [
    'check brief.md --strict',
    'check --draft article.md --transcript hearing.txt',
    'check --draft article.md --transcripts sources --format github',
  ],
  import: ['import hearing.docx --as transcript', 'import report.html -o content/report'],
  quotes: ['quotes brief.md', 'quotes brief.md --explain 3', 'quotes brief.md --json'],
  transcript: ['transcript call.vtt', 'transcript hearing.txt --brief brief.md --to json'],
  new: ['new brief harbour-tolls', 'new theme ours'],
  catalog: ['catalog out --title Briefs'],
  serve: ['serve out --port 8080'],
  archive: ['archive brief.md -o brief.snapshot.zip', 'archive --all shelf brief.md'],
  verify: ['verify brief.snapshot.zip', 'verify shelf --signers allowed_signers'],
  prove: ['prove brief.snapshot.zip 3 -o proof.json'],
  diff: ['diff old.snapshot.zip brief.md', 'diff old.snapshot.zip brief.md --notice'],
  doctor: ['doctor', 'doctor --json'],
  browser: ['browser install', 'browser list'],
  schema: ['schema', 'schema --path'],
  completion: ['completion bash', 'completion zsh', 'completion fish', 'completion pwsh'],
  mcp: ['mcp transcripts'],
  version: ['version'],
};
