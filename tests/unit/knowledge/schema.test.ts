import { describe, expect, test } from '@jest/globals';
import { ingestRequest, searchRequest } from '../../../shared/schemas/knowledge.ts';

const page = {
  url: 'https://example.com/a',
  title: 'A page',
  kind: 'page',
  contentType: 'text/plain',
  content: 'Some words.',
};
const ingestIssues = (fields: Record<string, unknown>) =>
  ingestRequest
    .safeParse({ documents: [{ ...page, ...fields }] })
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
const searchPaths = (fields: Record<string, unknown>) =>
  searchRequest.safeParse({ query: 'rates', ...fields }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a document', () => {
  test('is taken with only what it must have', () => {
    expect(ingestIssues({})).toEqual([]);
  });

  test.each([
    ['empty', ''],
    ['of white space', ' \n '],
    ['with a NUL', 'a\u0000b'],
    ['with a C1 control', 'a\u0085b'],
    ['with half a surrogate pair', 'a\ud800b'],
    ['of 2 MB', 'x'.repeat(2_000_000)],
    ['of 0.7 million characters that take 1.4 MB', 'é'.repeat(700_000)],
    ['that is a number', 7],
  ])('whose content is %s is refused, naming it', (_, content) => {
    expect(ingestIssues({ content }).map((issue) => issue.split(' ')[0])).toEqual(['documents.0.content']);
  });

  test('may be of 1 MiB to the byte', () => {
    expect(ingestIssues({ content: 'x'.repeat(1_048_576) })).toEqual([]);
  });

  test('may have tabs, line ends and page breaks', () => {
    expect(ingestIssues({ content: 'a\tb\r\nc\fd' })).toEqual([]);
  });

  test.each([
    'ftp://example.com/a',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://u:p@example.com/',
    'a b',
    '',
  ])('from %s is refused', (url) => {
    expect(ingestIssues({ url })).toHaveLength(1);
  });

  test('that has no address on the web has a URN', () => {
    expect(ingestIssues({ url: 'urn:alex:note:2026-11-20T10' })).toEqual([]);
  });

  test('with sixty keys of its own is refused, naming them', () => {
    const keys = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`key${index}`, 'x']));
    expect(ingestIssues(keys).join()).toContain('"key59"');
  });

  test('with a title of two lines is refused', () => {
    expect(ingestIssues({ title: 'One\ntwo' })).toHaveLength(1);
  });
});

describe('a question', () => {
  test.each([
    ['k of 0', { k: 0 }, 'k'],
    ['k of 1,000', { k: 1000 }, 'k'],
    ['k of two and a half', { k: 2.5 }, 'k'],
    ['no words', { query: ' ' }, 'query'],
    ['an unknown filter', { author: 'x' }, ''],
    ['an unknown kind', { kinds: ['gossip'] }, 'kinds.0'],
    ['a ticker that is none', { tickers: ['vti'] }, 'tickers.0'],
    ['days the wrong way round', { publishedFrom: '2026-02-01', publishedTo: '2026-01-01' }, 'publishedTo'],
    ['an unknown mode', { mode: 'psychic' }, 'mode'],
  ])('with %s is refused, naming the field', (_, fields, path) => {
    expect(searchPaths(fields)).toEqual([path]);
  });
});
