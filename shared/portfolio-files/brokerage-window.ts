import { isAmountAlone } from './household-line.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';

/** Windows of employers' plans into brokerage accounts, by whose they are; null: any recordkeeper's. */
const WINDOWS: readonly (readonly [RegExp, string | null])[] = [
  [/\bbrokerage ?links?\b|^blink$/i, 'Fidelity'],
  [/\bpcra\b|\bpersonal choice retirement\b|\bschwab sdb\b/i, 'Schwab'],
  [/\btrade ?link\b/i, 'T. Rowe Price'],
  [/\bsdb[ao]?\b|\bself[- ]?directed (?:brokerage|window|option|account)\b|\bbrokerage (?:window|option)\b/i, null],
];

/** Whose window a text names: undefined where it names none. */
export function windowIn(texts: readonly string[]): string | null | undefined {
  const said = texts.map((text) => text.replaceAll('_', ' ').trim());
  return WINDOWS.find(([form]) => said.some((text) => form.test(text)))?.[1];
}

/** Whether two windows may be one: a plan may call Fidelity's "SDBA". */
export const isOfOne = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

/** A line by which a plan states what is in a brokerage account: Fidelity's BROKERAGELINK, Schwab's PCRA, "SDBA". */
export interface Window {
  whose: string | null;
  label: string;
}

/** The window that a row stands for; null for all else. A ticker at a price of its own is no window, whatever it is called. */
export function windowOf(row: TableRow): Window | null {
  const [symbol, name] = [row.text('symbol'), row.text('name')];
  const bySymbol = windowIn([symbol]);
  const label = name || symbol;
  if (bySymbol !== undefined) return { whose: bySymbol ?? windowIn([name]) ?? null, label };
  const byName = windowIn([name]);
  if (byName === undefined || (looksLikeSymbol(symbol) && !isAmountAlone(row))) return null;
  return { whose: byName, label };
}
