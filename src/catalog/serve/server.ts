/** The catalogue over HTTP (RFC 9110, 9112): GET and HEAD of what is offered, and nothing else. */
import { limits } from '../../limits.ts';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { OutsideError, type World } from '../../world.ts';
import type { Issue } from '../index.ts';
import { preconditionOf, rangeHolds, byteRanges } from './headers.ts';
import { resourceAt, type Resource } from './resource.ts';
import { sendPlain, sendResource } from './send.ts';
import { isLoopback, requestTarget } from './target.ts';

/** What is served, and where. */
export interface ServeOptions {
  /** Real path of the folder of outputs. */
  readonly root: string;
  /** The catalogue as it is now. */
  readonly current: () => Promise<Issue>;
  readonly host: string;
  /** 0 = one that is free. */
  readonly port: number;
  readonly limits?: ServerLimits;
  /** Told what broke while answering: a sentence. */
  readonly report: (sentence: string) => void;
}

/**
 * Connections at a time; milliseconds for the head of a request, and for silence on a connection.
 */
interface ServerLimits {
  readonly connections: number;
  readonly head: number;
  readonly silence: number;
}

const SERVER_LIMITS: ServerLimits = {
  connections: limits.request.connections,
  head: 10_000,
  silence: 30_000,
};

/** A server that listens. */
export interface Serving {
  readonly url: string;
  readonly port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Rejects with the system's error where the address can't be had. */
export async function openServer(world: World, options: ServeOptions): Promise<Serving> {
  const server = boundServer(options.limits ?? SERVER_LIMITS);
  const answer = (request: IncomingMessage, response: ServerResponse): void =>
    void answerTo(world, options, request, response).catch((error: unknown) =>
      refuseRequest(error, response, options.report),
    );
  server.on('request', answer);
  server.on('checkContinue', answer);
  await untilListening(server, options);
  const { port } = server.address() as AddressInfo;
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${name}:${port}/`, port, close: () => untilClosed(server) };
}

/**
 * Connections that are told at once that there are too many, and how many milliseconds each may
 * take to hear it.
 */
const TURNED_AWAY = { connections: 256, patience: 1000 } as const;

/**
 * Up to `most` connections are served; whoever comes then is told to come again, and never cut off
 * without a word.
 */
function boundConnections(server: Server, most: number): void {
  const [serve] = server.listeners('connection') as ((socket: Socket) => void)[];
  let open = 0;
  server.maxConnections = most + TURNED_AWAY.connections;
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    if (open >= most) return turnAway(socket);
    open++;
    socket.once('close', () => open--);
    serve!.call(server, socket);
  });
}

const BUSY_ANSWER = 'Too many are reading at the moment\n';

/**
 * What the other side still sends is read and forgotten: closing over it would reset the connection
 * before the answer is read.
 */
function turnAway(socket: Socket): void {
  const head = [
    'HTTP/1.1 503 Service Unavailable',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${BUSY_ANSWER.length}`,
  ];
  socket.on('error', () => socket.destroy());
  socket.end(
    `${[...head, 'Retry-After: 1', 'Connection: close'].join('\r\n')}\r\n\r\n${BUSY_ANSWER}`,
  );
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), TURNED_AWAY.patience);
  socket.once('close', () => clearTimeout(timer));
}

const untilListening = (server: Server, { host, port }: ServeOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const untilClosed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function answerTo(
  world: World,
  options: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (refusedAtOnce(request, response)) return;
  const { url = '', headers } = request;
  const { host, names } = requestTarget(url, headers.host);
  if (host !== null && isLoopback(options.host) && !isLoopback(host)) {
    sendPlain(response, 421, 'This server answers to localhost only');
    return;
  }
  const resource =
    names &&
    (await resourceAt(names, headers.accept, {
      world,
      root: options.root,
      current: options.current,
    }));
  if (!resource) return sendPlain(response, 404, 'There is nothing here');
  try {
    await answerWith(resource, request, response);
  } finally {
    await resource.source.close();
  }
}

async function answerWith(
  resource: Resource,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal = preconditionOf(headers, resource);
  const isHead = method === 'HEAD';
  if (refusal)
    await sendResource(response, resource, { status: refusal, ranges: null, body: false });
  else {
    // A range means something for GET alone (14.2).
    const ranges =
      isHead || !rangeHolds(one(headers['if-range']), resource)
        ? null
        : byteRanges(headers.range, resource.size);
    const status = ranges === null ? 200 : ranges.length === 0 ? 416 : 206;
    await sendResource(response, resource, { status, ranges, body: !isHead && status !== 416 });
  }
}

const one = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];

/** What went wrong is told to whoever runs the server; the reader learns only that it did. */
function refuseRequest(
  error: unknown,
  response: ServerResponse,
  report: ServeOptions['report'],
): void {
  if (response.destroyed || response.socket?.destroyed) return;
  const words =
    error instanceof OutsideError
      ? `${error.path} ${error.message}`
      : error instanceof Error
        ? error.message
        : String(error);
  report(words);
  if (response.headersSent) response.destroy();
  else
    sendPlain(
      response,
      error instanceof OutsideError ? 503 : 500,
      'The catalogue can’t be read at the moment',
      { 'retry-after': '5' },
    );
}

/** True where a request is refused whatever it asks for; it is answered then. */
function refusedAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    // A body that nobody reads must not be taken for the next request.
    sendPlain(response, 405, 'Only GET and HEAD are answered here', {
      allow: 'GET, HEAD',
      connection: 'close',
    });
    return true;
  }
  if ((request.headersDistinct['host']?.length ?? 0) > 1) {
    // Which of the two was meant is for nobody to choose (RFC 9112, 3.2).
    sendPlain(response, 400, 'A request names one host', { connection: 'close' });
    return true;
  }
  return false;
}

/** A server that nobody can hold up: time for a head, silence and connections are bounded. */
function boundServer({ connections, head, silence }: ServerLimits): Server {
  const server = createServer({
    maxHeaderSize: limits.request.head,
    headersTimeout: head,
    requestTimeout: head,
    keepAliveTimeout: Math.min(5000, silence),
    connectionsCheckingInterval: Math.min(1000, head),
  });
  server.timeout = silence;
  boundConnections(server, connections);
  return server;
}
