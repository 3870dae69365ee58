// Searching the knowledge base over the wire: rare words, filters, recency, and what a search costs.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ingestDocuments } from '../../../shared/knowledge/ingest.ts';
import { searchKnowledge } from '../../../shared/knowledge/search.ts';
import { ingestRequest, searchRequest, type SearchMode } from '../../../shared/schemas/knowledge.ts';
import { openTestKnowledge, type TestKnowledge } from '../../setup/knowledge.ts';

let opened: TestKnowledge;
const filler = Array.from({ length: 150 }, (_, at) => ({
  url: `https://example.com/${at}`,
  title: `Market day ${at}`,
  kind: 'article' as const,
  published: '2026-10-01',
  contentType: 'text/plain' as const,
  content: `Stocks and bonds moved a little on day ${at}, as traders waited for rates and for prices.`,
}));
const special = [
  {
    url: 'https://example.com/brk',
    title: 'A letter',
    content: 'Shares of BRK.B were bought back.',
    published: '2026-10-02',
  },
  {
    url: 'https://example.com/zzyzx',
    title: 'Small caps',
    content: 'ZZYZX, a maker of lamps, was listed.',
    published: '2026-10-03',
  },
  {
    url: 'https://example.com/it',
    title: 'A fund',
    content: 'The fund IT holds makers of chips.',
    published: '2026-10-04',
  },
  {
    url: 'https://example.com/quote',
    title: "It's O'Hara \\ Co",
    content: "O'Hara's it's & 'x' \\ | ! ( :* done",
    published: '2026-10-05',
  },
].map((one) => ({ ...one, kind: 'note' as const, contentType: 'text/plain' as const, tickers: ['SPY'] }));

beforeAll(async () => {
  opened = await openTestKnowledge();
  for (let at = 0; at < filler.length; at += 20) await ingest(filler.slice(at, at + 20));
  await ingest(special);
}, 60_000);
afterAll(() => opened.close());

const ingest = (documents: readonly unknown[]) =>
  ingestDocuments(opened.db, ingestRequest.parse({ documents }).documents, { now: new Date('2026-10-06T00:00:00Z') });
const search = (query: string, fields: object = {}) =>
  searchKnowledge(opened.db, searchRequest.parse({ query, ...fields }), { now: new Date('2026-11-20T00:00:00Z') });
const best = async (query: string, mode: SearchMode) => (await search(query, { mode, k: 1 }))[0]?.url;

describe('a rare word', () => {
  test.each([
    ['ZZYZX', 'zzyzx'],
    ['what of zzyzx stocks and bonds', 'zzyzx'],
    ['BRK.B', 'brk'],
    ['brk', 'brk'],
    ['IT', 'it'],
    ["O'Hara", 'quote'],
  ])('%s is found among many, by words and hybrid', async (query, name) => {
    expect(await best(query, 'lexical')).toBe(`https://example.com/${name}`);
    expect(await best(query, 'hybrid')).toBe(`https://example.com/${name}`);
  });

  test('that stands nowhere is found nowhere by words', async () => {
    expect(await search('qqqqq', { mode: 'lexical' })).toEqual([]);
  });

  test.each(["' | !x & (y:*)", '\\', "it's", "'':*", '!!!'])('a question of signs, %s, is no error', async (query) => {
    await expect(search(query)).resolves.toBeDefined();
  });
});

describe('filters', () => {
  test.each<[string, object, number]>([
    ['kinds', { kinds: ['note'] }, 4],
    ['tickers', { tickers: ['VTI', 'SPY'] }, 4],
    ['the first day', { publishedFrom: '2026-10-03' }, 3],
    ['the last day', { publishedFrom: '2026-10-02', publishedTo: '2026-10-03' }, 2],
    ['all of them', { kinds: ['note'], tickers: ['SPY'], publishedFrom: '2026-10-05', publishedTo: '2026-10-05' }, 1],
    ['what nothing fits', { kinds: ['filing'] }, 0],
  ])('by %s hold for meaning and for words', async (_, fields, count) => {
    expect(await search('stocks', { ...fields, mode: 'vector', k: 100 })).toHaveLength(count);
    const words = 'shares lamps chips done';
    expect(await search(words, { ...fields, mode: 'lexical', k: 100 })).toHaveLength(count);
    expect(await search(words, { ...fields, k: 100 })).toHaveLength(count);
  });
});

describe('an answer', () => {
  test('has what a citation needs, and scores of 0 to 1, the best first', async () => {
    const passages = await search('BRK.B shares, makers of lamps and chips', { k: 10 });
    expect(passages.length).toBeGreaterThanOrEqual(3);
    expect(passages[0]).toMatchObject({
      text: 'Shares of BRK.B were bought back.',
      title: 'A letter',
      url: 'https://example.com/brk',
      published: '2026-10-02',
      fetched: '2026-10-06T00:00:00.000Z',
      kind: 'note',
      tickers: ['SPY'],
      sources: [],
    });
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(Math.min(...scores)).toBeGreaterThan(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  test('to a question about something else is none, though something is always nearest', async () => {
    expect(await search('recipe for chocolate cake', { k: 10 })).toEqual([]);
    expect(await search('recipe for chocolate cake', { k: 10, mode: 'vector' })).toHaveLength(10);
  });

  test('goes on by words where the question cannot be embedded, and tells why; by meaning alone it fails', async () => {
    const told: string[] = [];
    const query = searchRequest.parse({ query: 'BRK.B shares' });
    const onWordsOnly = ({ message }: Error) => told.push(message);
    opened.failEmbeddings(2, 424);
    const found = await searchKnowledge(opened.db, query, { onWordsOnly });
    expect(found[0]).toMatchObject({ url: 'https://example.com/brk', score: 1 });
    expect(told).toEqual([expect.stringMatching(/^The embeddings endpoint /)]);
    await expect(search('BRK.B shares', { mode: 'vector' })).rejects.toMatchObject({ status: 502 });
    opened.reset();
  });

  test('is the same each time', async () => {
    const once = await search('stocks and rates', { k: 20 });
    expect(await search('stocks and rates', { k: 20 })).toEqual(once);
  });

  test('puts the young first where recency is asked for', async () => {
    const copper = (url: string, content: string, published: string) => {
      return {
        url: `https://example.com/${url}`,
        title: 'Metal',
        kind: 'page',
        contentType: 'text/plain',
        content,
        published,
      };
    };
    await ingest([
      copper('old', 'Copper closed higher.', '2026-01-05'),
      copper('new', 'Copper closed lower.', '2026-10-05'),
    ]);
    const first = async (fields: object) => (await search('copper higher', { kinds: ['page'], ...fields }))[0]?.url;
    expect(await first({})).toBe('https://example.com/old');
    expect(await first({ recency: { halfLifeDays: 30, weight: 1 } })).toBe('https://example.com/new');
  });

  test('costs one statement, one call for the embeddings of it and of the model’s own sentence, two calls of the index', async () => {
    opened.statements();
    opened.vectorCalls();
    opened.embedded();
    await search('stocks', { k: 100 });
    expect([opened.statements(), opened.vectorCalls(), opened.embedded().length]).toEqual([
      1,
      ['QueryVectors', 'GetVectors'],
      2,
    ]);
  });
});

test('notes that differ in their day alone take one place, and what else there is the others', async () => {
  const noteOf = (day: number) => ({
    url: `urn:alex:research:lute-${day}`,
    title: 'What pages say about lutes',
    kind: 'note' as const,
    published: `2026-09-${day}`,
    contentType: 'text/markdown' as const,
    content: `# What pages say about lutes\n\nResearch note of 2026-09-${day}, from one page: a single view.\n\n- Lutes of Cremona sold for $4 million in August. (“Lutes”, 2026-09-01) [1]`,
  });
  await ingest(Array.from({ length: 18 }, (_, at) => noteOf(10 + at)));
  await ingest([
    { ...noteOf(30), url: 'https://example.com/lute', kind: 'article', content: 'Lutes were hardly sold in July.' },
  ]);
  const found = await search('lutes sold', { k: 2, mode: 'lexical' });
  expect(found.map(({ kind }) => kind).toSorted()).toEqual(['article', 'note']);
});
