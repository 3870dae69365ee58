import { inFund } from './fund-words.ts';
import type { Composition, NameRule } from './name-rule.ts';
import { regionIn } from './places.ts';

const PERCENT = /\b(\d{1,2}|100)\s?% (?:equity|equities|shares|stocks?|aktien)\b/;
const PAIR = /\b(\d0)\/(\d0)\b/;

/** The share in stocks that a fund's name states, 0 to 1: "LifeStrategy 80% Equity", "60/40"; null for any other name. */
export function statedStocks(name: string): number | null {
  const percent = PERCENT.exec(name)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  const [, stocks, bonds] = PAIR.exec(name) ?? [];
  return stocks !== undefined && Number(stocks) + Number(bonds) === 100 ? Number(stocks) / 100 : null;
}

function mixOf(name: string): Composition {
  const stocks = statedStocks(name) ?? 0;
  const bonds = Math.round((1 - stocks) * 100) / 100;
  return {
    assetClasses: { ...(stocks > 0 && { equity: stocks }), ...(bonds > 0 && { fixed_income: bonds }) },
    regions: { [regionIn(name) ?? 'unknown']: 1 },
    sectors: { unknown: 1 },
  };
}

/** Funds whose names state how they divide into stocks and bonds. */
export const mixedRules: readonly NameRule[] = [
  {
    id: 'stated-mix',
    says: inFund(`${PERCENT.source}|(?:10/90|20/80|30/70|40/60|50/50|60/40|70/30|80/20|90/10)`),
    unless: /hedged|futures|commodit|gold/,
    composition: mixOf,
    confidence: 0.8,
    rationale:
      'The name states the share of stocks; the rest is taken to be bonds. How either is spread over regions and sectors it does not say.',
  },
];
