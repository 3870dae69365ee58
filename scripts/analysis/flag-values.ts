import { twoReadings, type TwoReadings } from '../../shared/portfolio-files/two-readings.ts';
import { isoDate } from '../../shared/schemas/decimal.ts';
import { localDay } from './local-day.ts';

/** What a flag's text says, or what it should look like. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });

/** What is left of an amount where the shell took the "$" and a digit for a variable of its own: 0,000 of $80,000. */
const LOST = /^\$?(?:0(?!$|\.\d*[1-9]\d*[km]$)|[.,]\d|[km]$)/i;
const TAKEN = 'From $80,000 the shell takes $8 away: write it without the $.';
const AN_AMOUNT = 'It must be an amount of money such as 80000 or "80,000".';

/**
 * Numbers as people type them: 80000, 80,000, 80k, and $80,000 where the shell leaves it whole. Refused, with what to write,
 * is what the shell may have cut, and what could be a thousand times as large: 80.000. `example` ends each refusal.
 */
export function amount(text: string, example = AN_AMOUNT): Parsed<number> {
  const typed = text.trim();
  if (LOST.test(typed)) return bad(`${TAKEN} ${example}`);
  const match = /^\$?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([km])?$/i.exec(typed);
  if (match === null) return bad(example);
  const [, whole = '', decimals = '', unit = ''] = match;
  const two = decimals === '' ? null : twoReadings(`${whole}${decimals}`);
  if (two !== null) return bad(`${inTwoWays(two, unit)} ${example}`);
  const scale = { k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  // To as many digits as were typed: 1.15m is 1150000, not 1149999.9999999998.
  return good(Number((Number(`${whole.replaceAll(',', '')}${decimals}`) * scale).toPrecision(15)));
}

/** What a number is refused with that could be a thousand times as large. */
export const inTwoWays = ({ whole, broken }: TwoReadings, unit = ''): string =>
  `It could mean ${whole}${unit} or ${broken}${unit}: write the one that you mean.`;

const SUCH_RATES = 'It must be a rate up to 95% such as 15, 15% or 0.15.';

/** A zero that more digits follow: 05 may have been 0.5, 5 or 50. */
export const hasIdleZero = (number: string): boolean => /^0\d/.test(number);

/** A share as people type it: 15%, 7.5 %, 15, 0.15. A number of 1 or more can be nothing but a percentage. */
export function rate(text: string): Parsed<number> {
  const [, number = '', sign = ''] = /^(\d{1,3}(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim()) ?? [];
  if (hasIdleZero(number)) return bad(`A zero stands before other digits. ${SUCH_RATES}`);
  const percent = sign === '%' || Number(number) >= 1;
  const share = percent ? Number((Number(number) / 100).toPrecision(12)) : Number(number);
  return number !== '' && share <= 0.95 ? good(share) : bad(SUCH_RATES);
}

/** A chance as people type it: 95%, 95, 0.95. One that is certain is none, and 1 alone could be 1% as well. */
export function chance(text: string): Parsed<number> {
  const [, number = '', sign = ''] = /^(\d{1,2}(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim()) ?? [];
  const percent = sign === '%' || Number(number) > 1;
  const share = percent ? Number((Number(number) / 100).toPrecision(12)) : Number(number);
  return share > 0 && share < 1 && !hasIdleZero(number)
    ? good(share)
    : bad('It must be a chance above 0% and below 100% such as 95, 95% or 0.95.');
}

export function integer(text: string): Parsed<number> {
  return /^\d{1,10}$/.test(text) ? good(Number(text)) : bad('It must be a whole number such as 45.');
}

/** The seed of a 32-bit generator. */
export function seedNumber(text: string): Parsed<number> {
  const whole = integer(text);
  return whole.ok && whole.value <= 4_294_967_295 ? whole : bad('It must be a whole number from 0 to 4294967295.');
}

/** A day of which there can be prices: none to come, which a mistyped year would be. */
export function day(text: string): Parsed<string> {
  if (!isoDate.safeParse(text).success) return bad('It must be a date such as 2026-03-31.');
  const today = localDay(new Date());
  return text > today
    ? bad(`It is in the future: an analysis is of today, ${today}, or of a day before it.`)
    : good(text);
}

/** Yearly money from an age on, or from one age to another: 28000@67, 12,000@62-70. */
export function incomeFrom(text: string): Parsed<{ amount: number; from: number; to?: number }> {
  const example = 'It must be an amount a year and the age from which it is paid, such as 28000@67, or 12000@62-70.';
  const [money = '', ages = '', ...rest] = text.trim().split('@');
  const parsed = amount(money, example);
  if (!parsed.ok) return parsed;
  const [, from, to] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(ages.trim()) ?? [];
  if (from === undefined || rest.length > 0) return bad(example);
  return good({ amount: parsed.value, from: Number(from), ...(to === undefined ? {} : { to: Number(to) }) });
}

/** A benefit of Social Security, which is claimed at 62 to 70. */
export function benefitFrom(text: string): ReturnType<typeof incomeFrom> {
  const parsed = incomeFrom(text);
  if (!parsed.ok || (parsed.value.from >= 62 && parsed.value.from <= 70)) return parsed;
  return bad(
    'Social Security is claimed at an age from 62 to 70; a benefit that is paid from another one (to a survivor, or for a disability) is given with --other-income.',
  );
}

/** An amount whose "$" and first digit the shell took: 0,000 or ,000 or 0000, and no time of day, date, decimals or code as IE00B4L5Y983. */
const LOST_IN_TEXT = /(?<![\d.,:/-])(?:0?,\d{3}(?!\d)|(?<!\p{L})0{2,}(?![\d:]))/u;

/** A question: some text, of at most 1,000 characters. */
export function askedText(text: string): Parsed<string> {
  const { length } = text.trim();
  if (length === 0 || length > 1000) return bad('It must be a question of 1 to 1,000 characters.');
  const lost = LOST_IN_TEXT.exec(text)?.[0];
  return lost === undefined ? good(text.trim()) : bad(`"${lost}" is no amount. ${TAKEN}`);
}
