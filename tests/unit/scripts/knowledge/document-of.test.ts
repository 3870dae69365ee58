import { describe, expect, test } from '@jest/globals';
import { batches } from '../../../../scripts/knowledge/batches.ts';
import { documentOf } from '../../../../scripts/knowledge/document-of.ts';
import type { Source } from '../../../../scripts/knowledge/read-source.ts';
import { knowledgeLimits } from '../../../../shared/schemas/knowledge.ts';

const source = (content: string, more: Partial<Source> = {}): Source => ({
  ...{ given: 'notes/bonds.md', url: undefined, type: 'text/markdown', content, fallbackTitle: 'bonds' },
  ...more,
});

describe('a text becomes a document', () => {
  test('flags win over what it says of itself, that over its heading, that over its name', () => {
    const text = '---\ntitle: "Said of itself"\ndate: 2026-09-18\ntickers: [BND, agg]\n---\n# A heading\n\nText.';
    expect(documentOf(source(text), {})).toMatchObject({
      title: 'Said of itself',
      published: '2026-09-18',
      tickers: ['BND', 'AGG'],
      kind: 'note',
      url: 'urn:alex:file:bonds.md',
      content: '# A heading\n\nText.',
    });
    expect(documentOf(source(text), { title: 'A flag', tickers: 'VTI' })).toMatchObject({
      title: 'A flag',
      tickers: ['VTI'],
    });
    expect(documentOf(source('# A heading #\n\nText.'), {})).toMatchObject({ title: 'A heading' });
    expect(documentOf(source('Text.'), {})).toMatchObject({ title: 'bonds' });
  });

  test('a rule at the top of a text is no front matter, and windows line ends are none of its business', () => {
    expect(documentOf(source('--- \nno end of it'), {}).content).toBe('--- \nno end of it');
    expect(documentOf(source('---\r\ntitle: T\r\n---\r\nText.'), {})).toMatchObject({ title: 'T', content: 'Text.' });
  });

  test('a page is known by its address and named by its title, entities read', () => {
    const page = source('<title>Small &amp; mid\n caps &#8211; 2026</title><p>Text', {
      type: 'text/html',
      url: 'https://example.com/a',
      given: 'https://example.com/a',
    });
    expect(documentOf(page, {})).toMatchObject({
      title: 'Small & mid caps – 2026',
      kind: 'page',
      url: 'https://example.com/a',
    });
  });

  test('a saved page is known by the address and the day that it has inside, as the researcher reads them', () => {
    const html = (day: string) =>
      source(`<!-- saved from url=(0033)https://news.example.com/nvda --><!-- fetched: 2024-11-19T10:00:00Z -->
<html><head><title>A record quarter at Nvidia</title><meta property="article:published_time" content="${day}T08:00:00Z"></head><body><p>Nvidia sold more.</p></body></html>`, { type: 'text/html', given: 'pages/nvda.html' }); // prettier-ignore
    const page = html('2024-07-19');
    expect(documentOf(page, {})).toMatchObject({
      ...{ url: 'https://news.example.com/nvda', published: '2024-07-19', kind: 'page' },
      ...{ title: 'A record quarter at Nvidia', fetched: expect.stringMatching(/^2024-11-19T10:00/) },
    });
    // Flags win; a page that says nothing is known by its name, as ever.
    expect(documentOf(page, { date: '2024-06-01', url: 'https://example.com/b' })).toMatchObject({ url: 'https://example.com/b', published: '2024-06-01' }); // prettier-ignore
    const bare = documentOf(source('<p>Text.</p>', { type: 'text/html', given: 'a.html' }), {});
    expect(bare).toMatchObject({ url: 'urn:alex:file:a.html', kind: 'note' });
    expect(bare).not.toHaveProperty('published');
    // What stands in it may be a day to come: refused by its name, and not passed over.
    const lines = [
      'published: must not be a day to come',
      expect.stringContaining('2999-01-01. Give its day with --date'),
    ];
    expect(() => documentOf(html('2999-01-01'), {})).toThrow(expect.objectContaining({ lines }));
    expect(documentOf(html('2999-01-01'), { date: '2024-06-01' }).published).toBe('2024-06-01');
  });

  test('a text without a day in its head is of the day that it prints beside its headline', () => {
    const text = '# Small caps slump\n\nBy Ann Lee | March 12, 2020 4:05 pm ET\n\nVB fell 10.9% on Thursday.';
    expect(documentOf(source(text), {}).published).toBe('2020-03-12');
    expect(documentOf(source(text), { date: '2026-11-02' }).published).toBe('2026-11-02');
    const html = source('<h1>Bonds</h1><p>Updated: 06/13/2022 04:35 PM EDT</p><p>BND fell 1.6% on Monday.</p>', { type: 'text/html', given: 'a.html' }); // prettier-ignore
    expect(documentOf(html, {}).published).toBe('2022-06-13');
  });

  test('files whose names differ only in what no address has are two documents', () => {
    const one = documentOf(source('x', { given: 'a b.md' }), {}).url;
    const other = documentOf(source('x', { given: 'a+b.md' }), {}).url;
    expect(one).not.toBe(other);
  });

  test('a day to come is refused with the file that has it, before anything is sent', () => {
    const refused = () => documentOf(source('---\ndate: 2999-01-01\n---\nText.'), {});
    expect(refused).toThrow(expect.objectContaining({ lines: ['published: must not be a day to come'] }));
  });

  test('all that does not fit is told at once, with the file', () => {
    const refused = () => documentOf(source('---\ndate: soon\nkind: rumour\n---\nText.'), {});
    expect(refused).toThrow(/notes\/bonds\.md cannot be ingested/);
    expect(refused).toThrow(
      expect.objectContaining({ lines: [expect.stringContaining('published'), expect.stringContaining('kind')] }),
    );
  });

  test('a request holds no more documents, and no more bytes, than the function takes', () => {
    const document = documentOf(source('x'.repeat(1_000_000)), {});
    const split = batches(Array.from({ length: 12 }, () => document));
    expect(split.flat()).toHaveLength(12);
    for (const batch of split) expect(Buffer.byteLength(JSON.stringify({ documents: batch }))).toBeLessThan(6_000_000);
    const small = documentOf(source('x'), {});
    expect(batches(Array.from({ length: 45 }, () => small)).map(({ length }) => length)).toEqual([
      knowledgeLimits.documents,
      knowledgeLimits.documents,
      5,
    ]);
  });
});
