// What is years old is no news, whichever way it comes into a report.
import { describe, expect, test } from '@jest/globals';
import { findResearch } from '../../../../shared/agents/research/find-research.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { reprintsAmong } from '../../../../shared/agents/research/reprints.ts';
import { answering, passageOf } from './passages.ts';

const share = (name: string, value: number): Fact => {
  return { name: `${name}.weight`, label: `${name}, share of the portfolio`, value, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' }; // prettier-ignore
};
const facts = [share('holding.VTI', 1), share('allocation.assetClass.equity', 1)];

/** A note of 2026-11-20 that quotes one page. */
const noteOn = (day: string, fetched = '2026-11-19T18:00:00.000Z') =>
  passageOf({
    id: `note of ${day}`,
    document: `doc_${'1'.repeat(32)}`,
    title: 'What one page says about VTI',
    url: 'urn:alex:research:1',
    kind: 'note',
    published: '2026-11-20',
    tickers: ['VTI'],
    text: `“The Vanguard Total Stock Market ETF (VTI) ${day.startsWith('read') ? 'holds 3,600 companies' : 'fell 2.6% on trade war fears'}.” (“Stocks tumble”, ${day}) [1]`,
    sources: [{ url: 'https://news.test/1', title: 'Stocks tumble', fetched, excerptHash: '0'.repeat(64) }],
  });
const page = (
  published: string | null,
  fetched = '2026-11-19T18:00:00.000Z',
  text = published === null
    ? 'US stocks are of some 3,600 companies, and the fund holds all of them.'
    : 'US stocks fell 3.1% on Monday.',
) =>
  passageOf({
    id: `page of ${published ?? fetched}`,
    document: `doc_${'2'.repeat(32)}`,
    title: 'Stocks tumble',
    url: 'https://news.test/2',
    tickers: ['VTI'],
    ...{ text, published, fetched },
  });

describe('a report cites', () => {
  test.each([
    ['a point of a note on a page of this year', noteOn('2026-05-13')],
    ['one on a page that has no day, by when it was read', noteOn('read 2026-11-19')],
    ['a page of this year', page('2025-11-20')],
    ['a page that has no day', page(null)],
  ])('%s', async (_, passage) => {
    expect((await findResearch(facts, answering(passage))).passages).toHaveLength(1);
  });

  test.each([
    ['a point of a note of today on a page of years ago', noteOn('2019-05-13')],
    ['one on a page that was read years ago', noteOn('read 2019-05-13', '2019-05-13T10:00:00.000Z')],
    ['a page of a year and a day ago', page('2025-11-19')],
    ['a page that was read years ago', page(null, '2019-05-13T10:00:00.000Z')],
    ['a weekday of a page that has no day', page(null, undefined, 'US stocks fell 3.1% on Monday.')],
    ['the week of a page that has no day', page(null, undefined, 'US stocks fell 3.1% this week.')],
  ])('not %s', async (_, passage) => {
    expect((await findResearch(facts, answering(passage))).passages).toEqual([]);
  });

  test('nothing old that a model searches for besides', async () => {
    const found: Parameters<typeof answering> = [page('2026-11-19')];
    const research = await findResearch(facts, () => Promise.resolve({ passages: found }));
    found.push(noteOn('2019-05-13'));
    const more = await research.searchFor?.({ query: 'stocks', tickers: [] }, new AbortController().signal);
    expect(more?.passages.map(({ url }) => url)).toEqual(['https://news.test/2']);
  });
});

test('of two pages that say as much the later published is the reprint, in whichever order they are found', () => {
  const text =
    'Gold rose 2% in the week to November 18, the exchange said. Gold funds took in $3 billion in the month.';
  const one = (document: string, published: string | null) =>
    passageOf({ ...{ id: document, document, text, published }, title: 'Gold', url: `https://${document}.test/` });
  const [original, mirror, undated] = [one('a', '2026-11-18'), one('b', '2026-11-19'), one('c', null)];
  expect([...reprintsAmong([mirror, undated, original])].toSorted()).toEqual(['b', 'c']);
});
