// A note and its pages into the knowledge, over a Lambda endpoint on loopback: what one page lacks costs nothing but that page.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import * as z from 'zod';
import { storeNote } from '../../../services/researcher/knowledge/store-note.ts';
import type { Page } from '../../../services/researcher/browsing/page.ts';
import type { StoredNote } from '../../../shared/schemas/research.ts';

const sent: string[][] = [];
/** What the function ingest says of the documents that it is sent: an error's message, or null. */
let refuse: (urls: readonly string[]) => string | null = () => null;
const request = z.object({
  documents: z.array(z.object({ url: z.string(), title: z.string(), setAside: z.string().optional() })),
});
const documents: z.infer<typeof request>['documents'] = [];

let server: Server;
beforeAll(async () => {
  server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const asked = request.parse(JSON.parse(Buffer.concat(parts).toString())).documents;
      const urls = asked.map(({ url }) => url);
      documents.splice(0, documents.length, ...asked);
      sent.push(urls);
      const errorMessage = refuse(urls);
      const stored = { documents: urls.map(() => ({ id: `doc_${'0'.repeat(32)}`, chunks: 1, status: 'stored' })) };
      response.writeHead(200, errorMessage === null ? {} : { 'x-amz-function-error': 'Unhandled' });
      response.end(JSON.stringify(errorMessage === null ? stored : { errorType: 'InvalidInputError', errorMessage }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${port}`,
    FUNCTION_NAME_INGEST: 'ingest',
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  sent.length = 0;
  refuse = () => null;
});

const page = (name: string, more: Partial<Page> = {}): Page => ({
  ...{ url: `https://example.com/${name}`, finalUrl: `https://example.com/${name}`, title: name },
  ...{ text: 'Gold rose by a fifth.', truncated: false, excerptHash: 'a'.repeat(64), links: [] },
  ...{ fetchedAt: '2026-11-18T00:00:00.000Z', contentType: 'text/html', via: 'folder' as const },
  ...more,
});
const note: StoredNote = {
  ...{ title: 'A note', asOf: '2026-11-18', markdown: '# A note', tickers: [], model: 'narrator' },
  sources: [
    {
      ...{ url: 'https://example.com/a', title: 'a', published: null },
      ...{ fetched: '2026-11-18T00:00:00.000Z', excerptHash: 'a'.repeat(64) },
    },
  ],
};
const store = (...pages: Page[]) => storeNote('run', { note, content: 'Gold rose.', pages, symbols: [] });
const at = (...names: string[]) => ['urn:alex:research:run', ...names.map((name) => `https://example.com/${name}`)];

test('pages of a note that stands already are stored alone, and none at all asks nothing', async () => {
  const again = (...pages: Page[]) => storeNote('run', { note: null, content: '', pages, symbols: [] });
  await again(page('a'), page('b'));
  refuse = (urls) => (urls.length === 2 ? 'documents[1].published: must not be of a day to come' : null);
  expect((await again(page('a'), page('b'))).leftOut).toEqual([expect.stringContaining('https://example.com/b')]);
  refuse = () => null;
  expect((await again()).documents).toEqual([]);
  expect(sent).toEqual([at('a', 'b').slice(1), at('a', 'b').slice(1), at('a').slice(1)]);
});

test('a page of a day to come, and one read in another millennium, are named with their fields; the note and the others are stored', async () => {
  const { leftOut } = await store(
    page('a'),
    page('b', { published: '2999-01-02' }),
    page('c', { fetchedAt: '2999-01-01T00:00:00.000Z' }),
    page('d'),
  );
  expect(sent).toEqual([at('a', 'd')]);
  expect(leftOut).toEqual([
    'The page https://example.com/b was not stored: published must not be a day to come.',
    'The page https://example.com/c was not stored: fetched must not be a time to come.',
  ]);
});

test('a page that was set aside is sent with the reason, which the title and the excerpt that are sent may not show', async () => {
  // What gave the order was the title, which its host stands for now, or stands behind the excerpt.
  const setAside = [{ page: page('b', { title: 'example.com' }), why: 'orders' as const }];
  await storeNote('run', { note, content: 'Gold rose.', pages: [page('a')], setAside, symbols: [] });
  expect(documents.map(({ url, setAside: why }) => [url, why])).toEqual([
    ['urn:alex:research:run', undefined],
    ['https://example.com/a', undefined],
    ['https://example.com/b', 'orders'],
  ]);
});

test('a page that only ingest refuses is left out and named, and the rest is sent again once', async () => {
  refuse = (urls) =>
    urls.includes('https://example.com/b')
      ? 'Some documents cannot be stored, so none is. documents[2].published: must not be a day to come'
      : null;
  const { leftOut } = await store(page('a'), page('b'), page('c'));
  expect(sent).toEqual([at('a', 'b', 'c'), at('a', 'c')]);
  expect(leftOut).toEqual(['The page https://example.com/b was not stored: published must not be a day to come.']);
});

test('what is wrong with the note itself, or with nothing that is named, is a failure', async () => {
  refuse = () => 'Some documents cannot be stored, so none is. documents[0].title: must not be empty';
  await expect(store(page('a'))).rejects.toThrow(/documents\[0\]\.title/);
  refuse = () => 'Something else.';
  await expect(store(page('a'))).rejects.toThrow('Something else.');
  expect(sent).toHaveLength(2);
});
