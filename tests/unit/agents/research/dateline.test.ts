// A story's dateline neither tears its first sentence nor is quoted with it.
import { expect, test } from '@jest/globals';
import { quotationsIn } from '../../../../shared/agents/research/quotations.ts';
import { sentencesIn } from '../../../../shared/knowledge/sentences-in.ts';

const told = 'Walmart (WMT) on Tuesday reported revenue of $179.5 billion.';

test.each([
  'BENTONVILLE, Ark. (Reuters) - ',
  'OMAHA, Neb. (AP) — ',
  'REDMOND, Wash., Nov. 20 — ',
  'SAN FRANCISCO, Calif. — ',
  'Nov 20 (Reuters) - ',
  'NEW YORK (AP) — ',
  'NEW YORK — ',
  'CINCINNATI, Ohio, Nov. 20, 2026 /PRNewswire/ -- ',
  'LONDON/NEW YORK, Nov 20 (Reuters) - ',
  'WASHINGTON, D.C. (Bloomberg) -- ',
  'ATLANTA, Ga. (BUSINESS WIRE) – ',
  'ARMONK, N.Y., Jan. 5, 2026 (GLOBE NEWSWIRE) -- ',
  'CHARLESTON, W.Va. (AP) — ',
  'ST. LOUIS — ',
  'FRANKFURT, Germany (Reuters) - ',
])('%s', (dateline) => {
  const sentences = sentencesIn(`${dateline}${told} Sales in Arkansas rose by 3% in the quarter.`);
  expect(sentences[0]).toBe(`${dateline}${told}`);
  expect(sentences).toHaveLength(2);
  expect(quotationsIn([sentences], 'Walmart')[0]?.text).toBe(told);
});

test('the first sentence of a company’s own release is quoted, without what it calls itself from there on being untold', () => {
  const said = 'Costco Wholesale Corporation (“Costco” or the “Company”) (Nasdaq: COST) today reported net sales of $23.41 billion for the retail month of October, the four weeks ended November 1, 2026, an increase of 7.2% from $21.84 billion last year.';
  expect(quotationsIn([[`ISSAQUAH, Wash., Nov. 4, 2026 – ${said}`]], 'October sales').map(({ text }) => text)).toEqual([said]);
}); // prettier-ignore

test('a short form ends no sentence', () => {
  for (const text of [
    'The yield was approx. 4.2 percent on Sept. 30.',
    'The fund holds an est. $4 billion, incl. Treasury bills of avg. 30 days.',
    'Sen. Warren and Gov. Newsom met Prof. Shiller.',
  ]) {
    expect(sentencesIn(`${text} The No. 2 fund rose.`)).toEqual([text, 'The No. 2 fund rose.']);
  }
});

test('a sentence ends at a state, and what stands in capitals before a dash is no town', () => {
  expect(sentencesIn('It has its seat in Omaha, Neb. Sales rose.')).toEqual([
    'It has its seat in Omaha, Neb.',
    'Sales rose.',
  ]);
  const fund = 'BND – Vanguard’s fund of bonds – returned 2.1% in the month.';
  expect(quotationsIn([[fund]], 'Bonds')[0]?.text).toBe(fund);
});
