// What a job says of its prices: no source is said to lack what it was never asked for, and no mistake is called a split.
import { expect, test } from '@jest/globals';
import { tellMadeGood, tellPrices } from '../../../shared/market/tell.ts';

const own = { price: 100, asOf: '2026-09-30' };
const wanted = (symbol: string) => ({ symbol, currency: 'USD', own });
const nothing = { found: [], doubted: [], apart: [] };
const sourceOf = (): string => 'Massive';

test('a fund that no source serves has not been asked for, and is not said to have no newer price', () => {
  const told = tellPrices([wanted('VTI'), wanted('FXAIX')], nothing, sourceOf, ({ symbol }) => {
    return symbol === 'FXAIX' ? 'nobody' : null;
  });
  expect(told).toEqual([
    'No source has a newer price than your own: VTI.',
    'No source was asked for a newer price of FXAIX: none of those set has such instruments.',
  ]);
});

test('a price ten times another may be of a split, one a million times as high is a mistake', () => {
  const doubt = (price: string) => ({
    wanted: wanted('GLD'),
    quote: { symbol: 'GLD', currency: 'USD', price, day: '2026-11-20', source: 'massive' as const },
  });
  const tell = (price: string): string =>
    tellPrices([wanted('GLD')], { ...nothing, doubted: [doubt(price)] }, sourceOf).join();
  expect(tell('1000')).toContain('as after a split of the shares, so yours stands');
  expect(tell('1000000000')).toMatch(/far from your own \(100 of 2026-09-30\), so yours stands/u);
});

test('that another source had the exchange rates is not read as that it had the prices, which nobody had', () => {
  const waits = 'Massive may not be asked again for 21 s.';
  const told = [
    ...tellPrices([wanted('AAPL')], nothing, sourceOf, () => 'later'),
    tellMadeGood(waits, 'the exchange rates', []),
  ];
  expect(told).toEqual([
    'The price could not be asked for: AAPL. Run it again later.',
    `${waits} Another source had the exchange rates.`,
  ]);
});
