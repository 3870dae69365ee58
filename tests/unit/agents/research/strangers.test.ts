// A company's own sentence was refused for the places and measures in it, as if it set somebody else beside what is held.
import { expect, test } from '@jest/globals';
import { isReport, subjectOf } from '../../../../shared/agents/research/reports.ts';
import { setBeside } from '../../../../shared/agents/research/strangers/set-beside.ts';

const own = new Set(['home', 'depot', 'nvidia', 'costco', 'bnd']);

test.each([
  'Home Depot operated a total of 2,290 retail stores in all 50 states, the District of Columbia, Puerto Rico, U.S. Virgin Islands, Guam, 10 Canadian provinces and Mexico.',
  'For the quarter, GAAP and non-GAAP gross margins were 74.1% and 74.4%, respectively.',
  'Costco runs 108 warehouses in Canada, among them in Alberta, Ontario and Quebec, and others in Iceland and New Zealand.',
  'Nvidia spent more on R&D than before, and SG&A costs rose by 4%.',
])('a sentence names places and measures, and nobody: %s', (sentence) => {
  expect(setBeside(sentence, own)).toEqual([]);
});

test('a company’s own name in one word is its own, and a coin named after it is not', () => {
  const bank = subjectOf(['JPM', 'JPMorgan Chase & Co.']);
  const declared =
    'The Board of Directors of JPMorgan Chase & Co. (NYSE: JPM) (“JPMorganChase” or the “Firm”) has declared a quarterly dividend of $1.65 per share on the outstanding shares of the common stock of JPMorganChase.';
  expect(isReport(declared, bank)).toBe(true);
  expect(isReport('ExxonMobil earned $7.5 billion.', subjectOf(['XOM', 'Exxon Mobil Corporation']))).toBe(true);
  expect(isReport('JPMorganCoin holders earned 40% as bank shares fell.', bank)).toBe(false);
});

test('a name of an investment beside what is held is found as before', () => {
  expect(setBeside('BND holders find a better home in QWEX.', own)).toEqual(['QWEX']);
  expect(setBeside('Holders of BND would be safer with Columbia Helios Fund.', own)).not.toEqual([]);
});

/** The first sentences of releases of agencies and of reports of a day's trading. */
test.each([
  'The Consumer Price Index for All Urban Consumers (CPI-U) increased 0.3 percent on a seasonally adjusted basis in September, the U.S. Bureau of Labor Statistics reported today.',
  'The Producer Price Index for final demand (PPI-FD) rose 0.3 percent in October.',
  'Real gross domestic product (GDP) increased at an annual rate of 3.8 percent in the second quarter, according to the estimate released by the U.S. Bureau of Economic Analysis.',
  'The 30-year fixed-rate mortgage averaged 6.24 percent, according to Freddie Mac’s Primary Mortgage Market Survey (PMMS).',
  'The 2.8 percent cost-of-living adjustment (COLA) will begin in January 2027.',
  'The COLA is measured by the CPI-W from the third quarter of one year to the third quarter of the next.',
  'Job openings were 7.2 million, according to the Job Openings and Labor Turnover Survey (JOLTS).',
  'The Federal Open Market Committee (FOMC) voted 10-2 to lower its benchmark rate to a range of 3.75%-4%.',
  'The S&P Cotality Case-Shiller U.S. National Home Price NSA Index posted a 1.3% annual gain for September.',
  'The S&P 500 lost 0.83% to 6,617.32, and the Nasdaq Composite dropped 1.21% to 22,432.85.',
  'The ICE U.S. Dollar Index (DXY) rose 0.2% to 99.6.',
  'The composite rate for Series I savings bonds issued through April 2027 is 4.03%.',
  'The standard monthly premium for Medicare Part B enrollees will be $202.90 for 2026.',
  'Gold futures for December delivery fell 0.7% to settle at $4,388.40 an ounce on Comex.',
  'U.S. crude futures fell 1.2% to $58.10 a barrel on the New York Mercantile Exchange.',
  'Required minimum distributions (RMDs) begin at age 73.',
  'The average contract rate on a 5/1 adjustable-rate mortgage (ARM) fell to 5.5%.',
  'The Chicago Fed National Activity Index (CFNAI) decreased to -0.21 in September.',
  'The Philadelphia Semiconductor Index slid 3.4%, and India’s Nifty 50 rose 0.3%.',
  'Under the SECURE 2.0 Act, the catch-up limit for people aged 60 to 63 is $11,250.',
  'The Summary of Economic Projections (SEP) shows a median federal funds rate of 3.4 percent at the end of 2026.',
])('what agencies publish and markets close at sets no name beside what is held: %s', (sentence) => {
  expect(isReport(sentence, subjectOf(['VTI', 'economy'], sentence))).toBe(true);
});

test.each([
  'Holders of BND would do better in the Quorvia Wealth Index (QWI).',
  'The Quorvia Growth Fund (QGF) returned 38% in 2026.',
  'Bonds fell, and the quantum wealth exchange (QWEX) returned 40%.',
  'The Quorvia Index returned 31% while bonds fell.',
  'Inflation fell, and the Wealth Builders Committee Fund paid 12%.',
  'BND lost 2%, and Nasdaq Composite Bull Token gained 60%.',
  'Inflation is outrun by the secure growth token (SGT).',
  'Yields fell, but QWEX-I paid 9%.',
])('letters in parentheses, an index or a committee of nobody’s hide no investment: %s', (sentence) => {
  expect(isReport(sentence, subjectOf(['BND', 'Vanguard Total Bond Market ETF'], sentence))).toBe(false);
});
