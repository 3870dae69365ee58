import { isoDate } from '../../shared/schemas/decimal.ts';

/** What a flag's text says, or what it should look like. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });

/** Numbers as people type them: 80000, 80,000, $80,000, 80k. */
export function amount(text: string): Parsed<number> {
  const match = /^\$?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([km])?$/i.exec(text.trim());
  if (match === null) return bad('It must be an amount of money such as 80000 or 80,000.');
  const [, whole = '', decimals = '', unit = ''] = match;
  const scale = { k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  return good(Number(`${whole.replaceAll(',', '')}${decimals}`) * scale);
}

/** A share as people type it: 15%, 7.5 %, 15, 0.15. A number of 1 or more can be nothing but a percentage. */
export function rate(text: string): Parsed<number> {
  const [, number = '', sign = ''] = /^(\d{1,3}(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim()) ?? [];
  const percent = sign === '%' || Number(number) >= 1;
  const share = percent ? Number((Number(number) / 100).toPrecision(12)) : Number(number);
  return number !== '' && share <= 0.95 ? good(share) : bad('It must be a rate up to 95% such as 15, 15% or 0.15.');
}

export function integer(text: string): Parsed<number> {
  return /^\d{1,10}$/.test(text) ? good(Number(text)) : bad('It must be a whole number such as 45.');
}

/** The seed of a 32-bit generator. */
export function seedNumber(text: string): Parsed<number> {
  const whole = integer(text);
  return whole.ok && whole.value <= 4_294_967_295 ? whole : bad('It must be a whole number from 0 to 4294967295.');
}

export function day(text: string): Parsed<string> {
  return isoDate.safeParse(text).success ? good(text) : bad('It must be a date such as 2026-03-31.');
}

/** Yearly money from an age on, or from one age to another: 28000@67, 12,000@62-70. */
export function incomeFrom(text: string): Parsed<{ amount: number; from: number; to?: number }> {
  const [money = '', ages = '', ...rest] = text.trim().split('@');
  const parsed = amount(money);
  const [, from, to] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(ages.trim()) ?? [];
  if (!parsed.ok || from === undefined || rest.length > 0) {
    return bad('It must be an amount a year and the age from which it is paid, such as 28000@67, or 12000@62-70.');
  }
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

/** A question: some text, of at most 1,000 characters. */
export function askedText(text: string): Parsed<string> {
  const { length } = text.trim();
  return length > 0 && length <= 1000 ? good(text.trim()) : bad('It must be a question of 1 to 1,000 characters.');
}
