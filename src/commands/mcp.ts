/**
 * `briefpress mcp`: a server of the Model Context Protocol on standard input and output, for
 * programs that write drafts. It reads transcripts of one folder, and nothing else; it writes
 * nothing. The door to the protocol's SDK.
 */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import { resolve } from 'node:path';
import { version } from '../version.ts';
import type { World } from '../world.ts';
import { answerTool, MCP_TOOLS } from './mcp/tools.ts';
import { usage } from './run.ts';

/** `briefpress mcp FOLDER`: answers until its input ends; resolves to the exit code. */
export async function runMcp(
  world: World,
  [folder = '.', ...more]: readonly string[],
): Promise<number> {
  if (more.length > 0)
    return usage(world, 'mcp reads one folder', 'For example: briefpress mcp transcripts');
  if ((await world.kind(resolve(world.cwd, folder))) !== 'folder')
    return usage(world, `${folder} is no folder`, 'Name the folder that the transcripts lie in.');
  const server = new Server(
    { name: 'briefpress', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...MCP_TOOLS] }));
  server.setRequestHandler(
    CallToolRequestSchema,
    async ({ params }): Promise<CallToolResult> =>
      answerTool(world, folder, params.name, params.arguments ?? {}),
  );
  const transport = new StdioServerTransport();
  const ended = new Promise<void>((done) => {
    process.stdin.once('end', done);
    process.stdin.once('close', done);
  });
  await server.connect(transport);
  await ended;
  await server.close();
  return 0;
}

const INSTRUCTIONS =
  'Quotations are checked word by word against the transcripts of one folder. Find a passage before you quote it, quote its words unchanged, verify the quotation with its speaker, and cite it with the locator that is returned. Only a quotation with "tick": true stands in a transcript as it is written.';
