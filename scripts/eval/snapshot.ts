import { pricesIn } from '../../shared/database/quotes-of.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import type { ExchangeRate, SnapshotLine } from '../../shared/schemas/analysis.ts';
import type { Instrument } from '../../shared/schemas/classification.ts';
import type { Portfolio } from '../../shared/schemas/portfolio.ts';

/** What a job would know of a portfolio before its tagger has spoken. */
export interface Snapshot {
  lines: SnapshotLine[];
  /** By symbol: the person's own classification, else the reference set's. */
  instruments: Map<string, Instrument>;
  exchangeRates: ExchangeRate[];
  /** Held, and classified by nobody: what the tagger is asked about. */
  unknown: { symbol: string; name: string | null }[];
}

const reference = new Map(referenceInstruments.map((one) => [one.symbol, one]));

/**
 * The snapshot of a portfolio by the same rules as a job's, without a database and without market prices
 * (shared/database/snapshot).
 */
export function snapshotOf(document: Portfolio, asOf: string): Snapshot {
  const priceOf = pricesIn(document, asOf);
  const byName = document.accounts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lines = byName.flatMap(({ name: accountName, type: accountType, cash, positions }): SnapshotLine[] => [
    ...cash.map(({ currency, amount }): SnapshotLine => {
      const itself = { price: 1, priceAsOf: null, priceSource: null, costBasis: null };
      const line = { accountName, accountType, kind: 'cash' as const, symbol: `CASH:${currency}`, name: null };
      return { ...line, quantity: Number(amount), currency, ...itself };
    }),
    ...positions
      .toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1))
      .map((position): SnapshotLine => {
        const { symbol, name, quantity, currency, costBasis } = position;
        const quote = priceOf(position);
        return {
          accountName,
          accountType,
          kind: 'holding',
          symbol,
          name: name ?? reference.get(symbol)?.name ?? null,
          quantity: Number(quantity),
          currency,
          price: quote === undefined ? null : Number(quote.price),
          priceAsOf: quote?.day ?? null,
          priceSource: quote?.source ?? null,
          costBasis: costBasis === undefined ? null : Number(costBasis),
        };
      }),
  ]);
  const instruments = instrumentsOf(document, asOf);
  const unknown = new Map(
    lines.flatMap(({ kind, symbol, name }) =>
      kind === 'holding' && !instruments.has(symbol) ? [[symbol, name] as const] : [],
    ),
  );
  return {
    lines,
    instruments,
    exchangeRates: ratesOf(document, asOf),
    unknown: [...unknown].map(([symbol, name]) => ({ symbol, name })),
  };
}

function instrumentsOf({ accounts }: Portfolio, asOf: string): Map<string, Instrument> {
  const known = new Map<string, Instrument>();
  for (const { symbol, name, currency, classification } of accounts.flatMap(({ positions }) => positions)) {
    const held = reference.get(symbol);
    if (classification === undefined) {
      if (held !== undefined && !known.has(symbol)) known.set(symbol, held);
      continue;
    }
    if (known.get(symbol)?.classification?.source === 'user') continue;
    const { type = 'other', ...weights } = classification;
    const own = { ...weights, source: 'user' as const, citation: 'the person', asOf, confidence: 1 };
    const called = held?.name ?? name ?? symbol;
    const expenseRatio = held?.expenseRatio ?? null;
    known.set(symbol, { symbol, name: called, type, currency, expenseRatio, classification: own });
  }
  return known;
}

/** The newest rate of each currency into US dollars, stated that way or the other way round. */
function ratesOf({ exchangeRates }: Portfolio, asOf: string): ExchangeRate[] {
  const newest = new Map<string, ExchangeRate>();
  for (const { from, to, rate, asOf: day, source = 'the person' } of exchangeRates) {
    if (day > asOf || (to === 'USD') === (from === 'USD')) continue;
    const stated = to === 'USD' ? { from, rate: Number(rate) } : { from: to, rate: 1 / Number(rate) };
    const known = newest.get(stated.from);
    if (known !== undefined && known.asOf >= day) continue;
    newest.set(stated.from, { ...stated, to: 'USD', asOf: day, source });
  }
  return [...newest.values()];
}
