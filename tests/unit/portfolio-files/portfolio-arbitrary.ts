import fc from 'fast-check';
import { accountTypes, portfolio, type Portfolio } from '../../../shared/schemas/portfolio.ts';

/** A decimal in its shortest form, above zero: what a file must bring back to the last digit. */
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 16n }), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]) => {
    const digits = units.toString().padStart(scale + 1, '0');
    const decimals = digits.slice(digits.length - scale).replace(/0+$/, '');
    const whole = digits.slice(0, digits.length - scale);
    return scale === 0 || decimals === '' ? whole : `${whole}.${decimals}`;
  })
  .filter((text) => (text.split('.')[0] ?? '').length <= 12 && Number(text) > 0);

const signed = fc.tuple(positive, fc.boolean()).map(([value, below]) => (below ? `-${value}` : value));

/** Text as people and brokers write it, with everything that a delimited file has to quote. */
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...Array.from('ABCxyz019 ,;|"\'=+-@()%$€éß&.\n')), minLength: 1, maxLength })
    .map((raw) => raw.replace(/\s+/g, ' ').trim())
    .filter((clean) => clean !== '' && !/^="[^"]*"$/.test(clean));

/** A name: dashes or points alone stand for none. */
const name = (maxLength: number) => text(maxLength).filter((words) => /[^-–—.]/.test(words));

const day = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2026-11-15'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

/** Tickers that are written the way Alex keeps them; those that mean cash are not among them. */
const symbol = fc
  .stringMatching(/^[A-Z][A-Z0-9]{0,5}(\.[A-Z])?$/)
  .filter((ticker) => !/^(?:CASH|FCASH|CORE|SWEEP|TOTALS?|NAN?|NULL|NONE|NIL|BRK[AB]|BF[AB]|[A-Z]{3})$/.test(ticker));

const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'CHF', 'JPY');

const position = fc
  .record({
    symbol,
    quantity: positive,
    currency,
    name: fc.option(name(40), { nil: undefined }),
    costBasis: fc.option(positive, { nil: undefined }),
    quote: fc.option(fc.record({ price: positive, priceAsOf: day }), { nil: undefined }),
  })
  .map(({ symbol: ticker, quantity, currency: code, name: words, costBasis, quote }) => ({
    symbol: ticker,
    ...(words !== undefined && { name: words }),
    quantity,
    currency: code,
    ...(costBasis !== undefined && { costBasis }),
    ...(quote !== undefined && { ...quote, priceSource: 'my.csv' }),
  }));

const account = fc
  .record({
    name: name(30),
    type: fc.constantFrom(...accountTypes),
    cash: fc.uniqueArray(fc.record({ currency, amount: signed }), { maxLength: 2, selector: (one) => one.currency }),
    positions: fc.uniqueArray(position, { maxLength: 6, selector: (one) => one.symbol }),
  })
  .filter(({ cash, positions }) => cash.length + positions.length > 0);

/** Any portfolio that a file can hold, its prices from "my.csv" and none later than 2026-11-15. */
export const anyPortfolio: fc.Arbitrary<Portfolio> = fc
  .uniqueArray(account, { minLength: 1, maxLength: 4, selector: ({ name }) => name.toLowerCase() })
  .map((accounts) => portfolio.parse({ accounts }));
