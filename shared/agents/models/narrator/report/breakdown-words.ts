import { isCode } from '../../../../finance/called.ts';
import type { Held, Part } from '../reading/reading.ts';
import { list } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';

/** The parts of a breakdown that say what they are. */
export function known(parts: readonly Part[]): Part[] {
  return parts.filter(({ key, weight }) => key !== 'unknown' && weight !== 0);
}

/** Whether a fund is among what is held: what has a yearly cost is one. */
export function holdsFunds(holdings: readonly Held[]): boolean {
  return holdings.some(({ expenseRatio }) => (expenseRatio ?? 0) > 0);
}

/** What a holding is called in a word: its symbol, or its name where that is a mere code. */
export function inAWord({ symbol, label }: Held): string {
  return isCode(symbol, label) ? label : symbol;
}

/** The share of which nothing is known; 0 where there is none. */
export function unknownShare(parts: readonly Part[]): number {
  return parts.find(({ key }) => key === 'unknown')?.weight ?? 0;
}

/** A label inside a sentence: "Real estate" as "real estate", "North America" and "GICS" as they are. */
export function lower(label: string): string {
  return /^[A-Z][a-z]+(?: [a-z]+)*$/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** "63% of the portfolio is in stocks, 28% in bonds and 9% in cash". */
export function shares(parts: readonly { weight: number }[], verb: string, name: (at: number) => string): string {
  return list(parts.map(({ weight }, at) => `${percent(weight)} ${at === 0 ? verb : 'in'} ${name(at)}`));
}
