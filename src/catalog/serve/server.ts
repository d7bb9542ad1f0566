/** The catalogue over HTTP (RFC 9110, 9112): GET and HEAD of what is offered, and nothing else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutsideError, type World } from '../../world.ts';
import type { Issue } from '../index.ts';
import { preconditionOf, rangeHolds, rangesOf } from './headers.ts';
import { resourceAt, type Resource } from './resource.ts';
import { sendPlain, sendResource } from './send.ts';
import { isLoopback, targetOf } from './target.ts';

export interface ServeOptions {
  /** Real path of the folder of outputs. */
  readonly root: string;
  /** The catalogue as it is now. */
  readonly current: () => Promise<Issue>;
  readonly host: string;
  /** 0 = one that is free. */
  readonly port: number;
  readonly limits?: Limits;
  /** Told what broke while answering: a sentence. */
  readonly report: (sentence: string) => void;
}

/** Connections at a time; milliseconds for the head of a request, and for silence on a connection. */
interface Limits {
  readonly connections: number;
  readonly head: number;
  readonly silence: number;
}

const LIMITS: Limits = { connections: 64, head: 10_000, silence: 30_000 };

export interface Serving {
  readonly url: string;
  readonly port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Rejects with the system's error where the address can't be had. */
export async function openServer(world: World, options: ServeOptions): Promise<Serving> {
  const { connections, head, silence } = options.limits ?? LIMITS;
  const server = createServer({
    maxHeaderSize: 8192,
    headersTimeout: head,
    requestTimeout: head,
    keepAliveTimeout: Math.min(5000, silence),
    connectionsCheckingInterval: Math.min(1000, head),
  });
  server.maxConnections = connections;
  server.timeout = silence;
  const answer = (request: IncomingMessage, response: ServerResponse): void =>
    void answerTo(world, options, request, response).catch((error: unknown) => refuse(error, response, options.report));
  server.on('request', answer);
  server.on('checkContinue', answer);
  await listening(server, options);
  const { port } = server.address() as AddressInfo;
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${name}:${port}/`, port, close: () => closed(server) };
}

const listening = (server: Server, { host, port }: ServeOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function answerTo(world: World, options: ServeOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '', headers } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    // A body that nobody reads must not be taken for the next request.
    sendPlain(response, 405, 'Only GET and HEAD are answered here', { allow: 'GET, HEAD', connection: 'close' });
    return;
  }
  const { host, names } = targetOf(url, headers.host);
  if (host !== null && isLoopback(options.host) && !isLoopback(host)) {
    sendPlain(response, 421, 'This server answers to localhost only');
    return;
  }
  const resource = names && (await resourceAt(names, headers.accept, { world, root: options.root, current: options.current }));
  if (!resource) sendPlain(response, 404, 'There is nothing here');
  else await answerWith(resource, request, response);
}

async function answerWith(resource: Resource, { method, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = preconditionOf(headers, resource);
  const isHead = method === 'HEAD';
  if (refusal) await sendResource(response, resource, { status: refusal, ranges: null, body: false });
  else {
    // A range means something for GET alone (14.2).
    const ranges = isHead || !rangeHolds(one(headers['if-range']), resource) ? null : rangesOf(headers.range, resource.size);
    const status = ranges === null ? 200 : ranges.length === 0 ? 416 : 206;
    await sendResource(response, resource, { status, ranges, body: !isHead && status !== 416 });
  }
}

const one = (header: string | readonly string[] | undefined): string | undefined => (typeof header === 'string' ? header : header?.[0]);

/** What went wrong is told to whoever runs the server; the reader learns only that it did. */
function refuse(error: unknown, response: ServerResponse, report: ServeOptions['report']): void {
  if (response.destroyed || response.socket?.destroyed) return;
  const words = error instanceof OutsideError ? `${error.path} ${error.message}` : error instanceof Error ? error.message : String(error);
  report(words);
  if (response.headersSent) response.destroy();
  else sendPlain(response, error instanceof OutsideError ? 503 : 500, 'The catalogue can’t be read at the moment', { 'retry-after': '5' });
}
