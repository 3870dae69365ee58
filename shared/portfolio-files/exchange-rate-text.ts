import { isCurrencyCode } from './currency-text.ts';

export interface CurrencyPair {
  from: string;
  to: string;
}

/** Two currencies as price lists write them: EUR/USD, EURUSD, EURUSD=X, EUR-USD; the price is what one of the first costs in the second. */
export function readCurrencyPair(text: string): CurrencyPair | null {
  const [, from = '', to = ''] =
    /^([A-Z]{3})\s?[/-]?\s?([A-Z]{3})(?:=X)?$/i.exec(text.trim())?.map((part) => part.toUpperCase()) ?? [];
  return isCurrencyCode(from) && isCurrencyCode(to) && from !== to ? { from, to } : null;
}
