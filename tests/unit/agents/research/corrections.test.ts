// A figure that its own page takes back, in whichever form editors do that, is not quoted as if it stood.
import { describe, expect, test } from '@jest/globals';
import { screenPages } from '../../../../services/researcher/pages/screen-pages.ts';
import { cite } from '../../../../shared/agents/research/citations.ts';
import { findResearch } from '../../../../shared/agents/research/find-research.ts';
import { withoutFramed } from '../../../../shared/agents/research/framing/framing.ts';
import { tellLeftOut } from '../../../../shared/agents/research/left-out.ts';
import { writeReport } from '../../../../shared/agents/write-report.ts';
import { isOwnNotice } from '../../../../shared/knowledge/own-notices.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { answering, passageOf } from './passages.ts';

const left = (text: string) =>
  withoutFramed(text, { title: 'Results', written: '2026-11-17' })
    .split(/\s*\n\s*/u)
    .filter((line) => line !== '');

const WRONG = 'Merck (MRK) said sales rose by 9% in the third quarter of 2026.';
const STAFF = 'Merck employs 75,000 people in 60 countries.';

const FORMS = [
  'Editor’s note, Nov. 18: Sales rose by 4%, not 9%.',
  '*Editor’s note, Nov. 18: Sales rose by 4%.*',
  '**Editor’s note:** Merck’s sales rose by 4%. The first version of this story had another figure.',
  'Editors’ note: sales rose by 4% instead of 9%.',
  'Note to readers: We had the growth of sales wrong. The right figure is 4%.',
  'A note to our readers: the growth of sales was wrong in our first report; it is 4%.',
  '\\*We regret that the growth of sales was given as 9%; it was 4%.',
  'We apologise that sales were said to have grown by 9%; they grew by 4%.',
  'Fixed Nov. 18: growth is 4%.',
  'Fixed (Nov. 18): the growth of sales was 4%.',
  'Amended 18 November 2026: sales growth was 4%.',
  'The first version of this story had another figure. Sales rose by 4%.',
  'The initial version of this article put the growth of sales at 9%.',
  'Sales rose by 4%, not 9%.',
  'Merck’s sales rose by 4%, not by 9%.',
  'The growth of sales was first given as 9%; it is 4%.',
  'The right figure for sales is 4%. We had the growth wrong.',
  'This story was first published with a wrong figure for sales, which rose by 4%.',
];

test.each(FORMS)('takes a figure back: %s', (correction) => {
  const text = left(`${WRONG}\n\n${STAFF}\n\n${correction}`).join('\n');
  expect(text).not.toContain('9%');
  expect(text).toContain(STAFF);
  expect(left(`${correction}\n\n${WRONG}\n\n${STAFF}`).join('\n')).not.toContain('9%');
});

test.each(FORMS.slice(0, 13))('and is kept of a box beside the text: %s', (correction) => {
  expect(isOwnNotice(correction.replace(/[*\\]/gu, ''))).toBe(true);
});

test('a figure that is there already as it is put right stays', () => {
  const right = 'Merck (MRK) said sales rose by 4% in the third quarter of 2026.';
  expect(left(`${right}\n\n${STAFF}\n\nEditor’s note, Nov. 18: Sales rose by 4%, not 9%.`)).toEqual([right, STAFF]);
  expect(left(`${right}\n\n${STAFF}\n\nFixed Nov. 18: growth is 4%.`)).toEqual([right, STAFF]);
});

test('the reader of a note is told that a page corrects itself', () => {
  const page = { url: 'https://a.test/a', finalUrl: 'https://a.test/a', title: 'Merck results', published: '2026-11-17', text: `${WRONG}\n\n${STAFF}\n\nFixed Nov. 18: growth is 4%.`, links: [], contentType: 'text/html', via: 'folder' as const, truncated: false, fetchedAt: '2026-11-19T18:00:00.000Z', excerptHash: 'a'.repeat(64) }; // prettier-ignore
  const { pages, ...counts } = screenPages([page]);
  expect(pages[0]?.text).not.toContain('9%');
  expect(tellLeftOut({ pages: [], ...counts })).toEqual([
    '2 sentences are not quoted, as they say, or may say, what their page corrects, or are that correction.',
  ]);
});

describe('what only looks so takes nothing back', () => {
  test.each([
    ['The Federal Reserve cut its rate by 25 basis points, not 50.', 'Traders had bet on 50 basis points.'],
    ['Inflation was 2.9%, not 3.1% as economists had expected.', 'Economists had expected inflation of 3.1%.'],
    ['Sales rose by 4%, not 9% as a year ago.', WRONG],
    ['Fixed income: yields are 4.4% on average.', 'Bond funds yielded 4.1% in October 2026.'],
    ['Fixed: 6.2%. Variable: 5.9%.', 'Mortgages cost 6.4% in October 2026.'],
    ['Update, Nov. 18: Shares rose by 2% after the close.', 'Shares rose by 3% on November 17, 2026.'],
    ['Editor’s note: This is the first of two stories on drug makers.', WRONG],
    ['Editor’s note: This story is part of a series of 12 on drug makers.', WRONG],
    ['We had a strong quarter, the company said.', WRONG],
    ['The right number is 4%, the chairman said, and the rest is noise.', WRONG],
    ['The right price is what somebody pays.', WRONG],
    ['Merck paid a dividend of $0.81, not $0.85.', 'Its rival paid $0.85 a quarter to 4 million holders for years.'],
    ['The first version of the bill had a tax of 9%.', WRONG],
    ['The company regrets that the plant was closed.', WRONG],
    ['Of the 12 members 9 voted for it, not 10.', 'The fund held 10 bonds.'],
    ['It is a trial of 400 people, not a product.', WRONG],
  ])('%s', (near, other) => {
    expect(left(`${other}\n\n${STAFF}\n\n${near}`)).toEqual(expect.arrayContaining([other, STAFF]));
  });
});

describe('a report', () => {
  const fact = (name: string, label: string, value: number): Fact => {
    return { name, label, value, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' };
  };
  const facts = [
    { ...fact('portfolio.value', 'Value of the portfolio', 100_000), unit: 'usd' as const },
    fact('holding.MRK.weight', 'MRK (Merck & Co., Inc.), share of the portfolio', 1),
    fact('allocation.assetClass.equity.weight', 'Equity, share of the portfolio', 1),
  ];
  const page = (text: string) =>
    passageOf({ id: '1', document: `doc_${'1'.repeat(32)}`, title: 'Merck (MRK) results', url: 'https://www.news.test/mrk', tickers: ['MRK'], text }); // prettier-ignore
  const body = async (text: string) => {
    const found = await findResearch(facts, answering(page(text)));
    const { output } = await writeReport(facts, {}, found);
    return cite(output, found).sections.find(({ id }) => id === 'market-context')?.body;
  };

  test('says that a page which it quotes corrects itself', async () => {
    const told = await body(`Editor’s note, Nov. 18: Sales rose by 4%, not 9%.\n${WRONG}\n${STAFF}`);
    expect(told).toContain('75,000 people');
    expect(told).not.toContain('9%');
    expect(told).toContain('One page (news.test) corrects itself: what it takes back is not quoted.');
  });

  test('says nothing of it where a page tells of a correction of prices', async () => {
    const told = await body(`The correction of share prices took Merck (MRK) down by 4% in October.\n${STAFF}`);
    expect(told).toContain('down by 4%');
    expect(told).not.toContain('corrects itself');
  });
});
