import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { accountTypes, type PortfolioInput } from '../../shared/schemas/portfolio.ts';

const AS_OF = '2026-09-30';
const SOURCE = 'made up for a test';
const NAMES = ['Joint brokerage', '401(k)', 'Roth IRA', '529 plan', 'Overseas account'] as const;

/** Instruments that no reference set knows: what their names say is for the tagger. */
export const untaggedInstruments = [
  { symbol: 'TST-EQ', name: 'Example S&P 500 Index Fund' },
  { symbol: 'TST-BD', name: 'Example US Treasury Bond Fund' },
  { symbol: 'TST-LP', name: 'Harbor Example Partners IV' },
] as const;
/** One that the person has classified themselves, which nobody may overwrite. */
export const ownInstrument = { symbol: 'TST-OWN', name: 'A house, by its owner' } as const;
/** One without a price. */
export const unpriced = { symbol: 'TST-NP', name: 'Example Unpriced Private Company' } as const;

type Position = NonNullable<PortfolioInput['accounts'][number]['positions']>[number];

/**
 * A stored portfolio of five accounts, of every type at least one, with `positions` positions of the reference set (some in several accounts), three
 * untagged ones, one that the person classified, one without a price, and cash in two currencies. The same every time.
 */
export function manyAccounts(positions: number): PortfolioInput {
  const held = NAMES.map((): Position[] => []);
  const distinct = Math.min(referenceInstruments.length, Math.ceil(positions * 0.8));
  for (let index = 0; index < positions; index += 1) {
    const instrument = referenceInstruments[index % distinct];
    // Round and round the accounts; what comes again comes to another one.
    const account = held[(index + Math.floor(index / distinct)) % NAMES.length];
    if (instrument === undefined || account === undefined) continue;
    if (account.some(({ symbol }) => symbol === instrument.symbol)) continue;
    account.push({
      symbol: instrument.symbol,
      name: instrument.name,
      quantity: String(5 + (index % 17)),
      ...priced(20 + (index % 13) * 7.25),
    });
  }
  const [brokerage, pension, roth, college, overseas] = held;
  untaggedInstruments.forEach((one, index) =>
    [brokerage, pension, roth][index]?.push({ ...one, quantity: '10', ...priced(100) }),
  );
  college?.push({
    ...ownInstrument,
    quantity: '1',
    ...priced(2500),
    classification: {
      assetClasses: { real_estate: 1 },
      regions: { europe: 1 },
      sectors: { real_estate: 1 },
      type: 'other',
    },
  });
  overseas?.push({ ...unpriced, quantity: '3' });
  return {
    accounts: NAMES.map((name, index) => ({
      name,
      type: accountTypes[index % accountTypes.length] ?? 'taxable',
      cash:
        name === 'Overseas account' ? [{ currency: 'EUR', amount: '1000' }] : [{ amount: String(500 * (index + 1)) }],
      positions: held[index] ?? [],
    })),
    exchangeRates: [{ from: 'EUR', to: 'USD', rate: '1.1', asOf: AS_OF, source: SOURCE }],
  };
}

const priced = (price: number) => ({ price: price.toFixed(2), priceAsOf: AS_OF, priceSource: SOURCE });
