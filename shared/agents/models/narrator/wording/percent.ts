import { fixed, nextToAllOrNone } from '../../../../finance/amounts.ts';

/**
 * A fraction as people write a percentage: whole from 10% up, one decimal below, "less than 0.1%" and "more than 99.9%"
 * where it would read 0% or 100% without being it. A share below zero (a debt) has a minus in front.
 */
export function percent(fraction: number): string {
  return `${fraction < 0 ? '−' : ''}${shown(Math.abs(fraction), '%')}`;
}

/** To a tenth of a percent, as it stands beside a narrow interval: 75% would lie oddly in 73.7% to 74.9%. */
export function finePercent(fraction: number): string {
  const percentage = fraction * 100;
  return percentage < 9.95 || percentage > 99 ? percent(fraction) : `${fixed(percentage, 1)}%`;
}

/** Narrower than this, whole percents would hide an interval's width. */
const NARROW = 0.05;

/** "73.7% to 75.5%", "48% to 61%"; "99.9% or more" and "0.1% or less" where an end is next to all or none. */
export function interval(low: number, high: number): string {
  const written = high - low < NARROW ? finePercent : percent;
  const [from, to] = [written(low), written(high)];
  if (to.startsWith('more')) return `${from.replace('more than ', '')} or more`;
  if (from.startsWith('less')) return `${to.replace('less than ', '')} or less`;
  return from === to ? from : `${from} to ${to}`;
}

/** A chance beside the one that is aimed at: with a decimal where whole percents would show it as reached, and it is not. */
export const below = (chance: number, aim: number): string =>
  chance < aim && percent(chance) === percent(aim) ? finePercent(chance) : percent(chance);

/**
 * "68% to 74%": of what, and to what; with a decimal where whole percents would show no change.
 *
 * @param aim the chance aimed at, where it is spoken of beside it
 */
export function fromTo(from: number, to: number, aim = NaN): string {
  const hidden = percent(from) === percent(to) || below(from, aim) !== percent(from);
  return [from, to].map(hidden ? finePercent : percent).join(' to ');
}

/** "63%", or "all" where it is all. Weights that sum to 1 may miss it by their last binary digits. */
export function shareOrAll(fraction: number): string {
  return Math.abs(fraction - 1) < 1e-9 ? 'all' : percent(fraction);
}

/**
 * A difference of fractions: "4.2 percentage points". To a tenth, as tables have it: 16 points between 53.6% and 37.1% would be half a
 * point too few. Its sign is dropped: the sentence says which way.
 */
export function points(difference: number): string {
  const size = Math.abs(difference);
  const percentage = size * 100;
  const written = nextToAllOrNone(size) === null ? fixed(percentage, 1) : shown(size, '');
  return `${written} percentage points`;
}

/** A yearly cost as funds state theirs: two decimals. */
export function ratio(fraction: number): string {
  return `${fixed(fraction * 100, fraction > 0 && fraction < 0.0001 ? 3 : 2)}%`;
}

function shown(fraction: number, sign: string): string {
  const next = nextToAllOrNone(fraction);
  if (next !== null) return `${next.than} than ${next.percentage}${sign}`;
  const percentage = fraction * 100;
  const decimals = percentage < 9.95 || (percentage > 99 && percentage < 100) ? 1 : 0;
  return `${Number(fixed(percentage, decimals)).toLocaleString('en-US')}${sign}`;
}

/** "an" before what is spoken with a vowel first (8, 80 to 89, 800 and so on, 11, 18, 11,000), "a" before other figures. */
export function article(figure: string): 'a' | 'an' {
  return /^(?:8|1[18](?!\d))/.test(figure) ? 'an' : 'a';
}
