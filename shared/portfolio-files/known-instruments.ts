import type { Instrument } from '../schemas/classification.ts';

/** What a portfolio says of one holding. */
export interface Held {
  symbol: string;
  name?: string | undefined;
}

/** A CUSIP or ISIN is not looked up by its name, for a bond may be called as the company that owes it. */
const CODE = /^(?=.*\d)(?:.{9}|.{12})$/;

/** A name's letters and digits alone, in small letters, as the database has them (`plainName` of shared/database/schema.ts). */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const madeOf = ({ type, expenseRatio, classification }: Instrument): string => {
  const { assetClasses, regions, sectors } = classification ?? {};
  const weights = [assetClasses, regions, sectors].map((one) => Object.entries(one ?? {}).sort());
  return JSON.stringify([type, expenseRatio, weights]);
};

/**
 * Tells whether a holding is one of the instruments, by the rule by which an analysis takes from them what a holding is made of
 * (`takeReference` of shared/database/snapshot): by its symbol, or by its whole name where all that are called so are made of the same.
 * So is AAPL-BY-VALUE, which is called Apple Inc.
 */
export function knownInstruments(instruments: readonly Instrument[]): (held: Held) => boolean {
  const symbols = new Set(instruments.map(({ symbol }) => symbol));
  // When a symbol is not known: most files have tickers alone.
  let names: Map<string, Set<string>> | undefined;
  return ({ symbol, name }) => {
    if (symbols.has(symbol)) return true;
    if (name === undefined || CODE.test(symbol)) return false;
    names ??= namesOf(instruments);
    return names.get(plain(name))?.size === 1;
  };
}

/** What is called by each name is made of. */
function namesOf(instruments: readonly Instrument[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const one of instruments) {
    const name = plain(one.name);
    names.set(name, (names.get(name) ?? new Set()).add(madeOf(one)));
  }
  return names;
}
