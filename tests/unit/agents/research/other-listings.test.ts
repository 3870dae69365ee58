// A symbol of another exchange or another company is not the fund of those letters: it is neither quoted for it nor held against it.
import { expect, test } from '@jest/globals';
import { mentionedTickers } from '../../../../services/researcher/topic/mentioned-tickers.ts';
import { pageIsAbout } from '../../../../services/researcher/topic/topic.ts';
import { contradicts } from '../../../../shared/agents/research/contradiction/contradicts.ts';
import { symbolsIn } from '../../../../shared/agents/research/fitting.ts';
import { otherListings } from '../../../../shared/agents/research/strangers/other-listings.ts';

test.each([
  ['Viva Energy (ASX: VEA) fell 6.1% in the week to November 20 after a refinery outage.', 'VEA'],
  ['Shares of Verditek (LSE: VTI) fell 9%.', 'VTI'],
  ['Valeura (TSX: VXUS) rose 3%.', 'VXUS'],
  ['VEA.AX closed at A$2.10.', 'VEA'],
  ['Viva Energy (VEA) fell 6.1%.', 'VEA'],
  ['The Sydney-listed Viva Energy (VEA) fell.', 'VEA'],
  ['Viva (VEA:ASX) fell 6%.', 'VEA'],
  ['LSE: VTI lost 4% on Friday.', 'VTI'],
  ['Glad Metals (TSXV: GLD; OTCQB: GLDMF) rose 4%.', 'GLD'],
  ['Bond Resources (CSE: BND) rose.', 'BND'],
  ['VEA AU Equity fell by 6%.', 'VEA'],
  ['Banco Modelo (B3: MSFT) rose.', 'MSFT'],
])('another security by its exchange or its name: %s', (text, symbol) => {
  expect([...otherListings(text)]).toEqual([symbol]);
  expect(mentionedTickers(text, [symbol])).toEqual([]);
  expect(symbolsIn(text, [symbol])).not.toContain(symbol);
});

test.each([
  'Vanguard FTSE Developed Markets ETF (VEA) rose 0.8%.',
  'The fund (NYSEARCA: VEA) rose.',
  'Vanguard Total Stock Market ETF (NYSE Arca: VTI) rose 2%.',
  'The fund (Ticker: VTI) charges 0.03%.',
  'Apple Inc. (NASDAQ: AAPL) rose 3%.',
  'Shopify (TSX: SHOP) rose 3%.',
  'Google (GOOGL) rose 2%.',
  'A Nasdaq-100 ETF (QQQ) took in $2 billion.',
  'iShares (AGG) and SPDR Gold Shares (GLD) fell.',
  'The winners: VTI and BND.',
  'In London: VTI was little changed.',
])('and what the letters stand for: %s', (text) => {
  expect([...otherListings(text)]).toEqual([]);
});

test('what another security did contradicts nothing, and its page is not about the fund', () => {
  const fund = { text: 'Vanguard FTSE Developed Markets ETF (VEA) rose 0.8% in the week to November 20.', day: '2026-11-20' };
  const other = { text: 'Viva Energy (ASX: VEA) fell 6.1% in the week to November 20.', day: '2026-11-20' };
  const page = `${other.text}\n\nVEA closed at A$2.10 on Friday.`;
  expect(contradicts(fund, other)).toBe(false);
  expect(contradicts(fund, { ...other, text: 'VEA fell 6.1% in the week to November 20.' })).toBe(true);
  expect(pageIsAbout('VEA', page)).toBe(false);
  expect(pageIsAbout('VEA', `${page}\n\n${fund.text}`)).toBe(true);
}); // prettier-ignore
