// A price source on loopback: answers with what a test scripts, and keeps what it was asked.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MarketReply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sends only so many characters of the body and closes the connection. */
  cutAt?: number;
  /** Never answers. */
  hang?: true;
}

export interface MarketRequest {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

export interface MarketServer {
  url: string;
  requests: MarketRequest[];
  /** What it answers from now on: by request, or one after the other, the last one for ever. */
  answer: (script: ((request: MarketRequest) => MarketReply) | readonly MarketReply[]) => void;
  close: () => Promise<void>;
}

export async function startMarketServer(): Promise<MarketServer> {
  const requests: MarketRequest[] = [];
  let script: (request: MarketRequest) => MarketReply = () => ({ status: 404, body: 'nothing was scripted' });
  const server = createServer((request, response) => {
    request.resume();
    const url = new URL(request.url ?? '/', 'http://loopback');
    const received = { path: url.pathname, query: url.searchParams, headers: request.headers };
    requests.push(received);
    send(request, response, script(received));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer: (next) => {
      requests.length = 0;
      let at = 0;
      script =
        typeof next === 'function' ? next : () => next[Math.min(at++, next.length - 1)] ?? { status: 404, body: '' };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function send(request: IncomingMessage, response: ServerResponse, reply: MarketReply): void {
  const { status = 200, headers = {}, body = '', cutAt, hang } = reply;
  if (hang) return;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/csv' : 'application/json';
  const length = Buffer.byteLength(text).toString();
  response.writeHead(status, { 'content-type': type, 'content-length': length, ...headers });
  if (cutAt === undefined) {
    response.end(text);
    return;
  }
  response.write(text.slice(0, cutAt), () => {
    request.socket.destroy();
  });
}

/** A day's close as Massive gives it: the end of the day in New York, milliseconds. */
export const massiveBar = (day: string, close: number, ticker?: string) => ({
  ...(ticker !== undefined && { T: ticker }),
  ...{ v: 1000, vw: close, o: close, c: close, h: close, l: close, n: 10 },
  t: Date.parse(`${day}T20:00:00Z`),
});

/** Massive's aggregates, grouped or of one ticker. */
export const massiveAnswer = (results: readonly object[], status = 'OK') => ({
  ...{ adjusted: false, queryCount: results.length, resultsCount: results.length, request_id: '6a7e466379af0a71' },
  ...(results.length > 0 && { results }),
  status,
});

/** A daily bar as Alpaca gives it: midnight in New York. */
export const alpacaBar = (day: string, close: number) => ({
  ...{ c: close, h: close, l: close, n: 10, o: close, v: 1000, vw: close },
  t: `${day}T04:00:00Z`,
});

/** Stooq's table of a symbol. */
export const stooqTable = (closes: Record<string, number>): string =>
  `Date,Open,High,Low,Close,Volume\r\n${Object.entries(closes)
    .map(([day, close]) => `${day},${close},${close},${close},${close},1000\r\n`)
    .join('')}`;

/** The ECB Data Portal's csvdata: units of each currency for a euro. */
export const ecbTable = (rows: readonly [currency: string, day: string, perEuro: number][]): string =>
  `KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE\n${rows
    .map(([code, day, value]) => `EXR.D.${code}.EUR.SP00.A,D,${code},EUR,SP00,A,${day},${value}\n`)
    .join('')}`;
