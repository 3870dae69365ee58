import { Option, type Command } from 'commander';
import { canonical } from '../../shared/portfolio-files/decimal-number.ts';
import { readCurrencyPair } from '../../shared/portfolio-files/exchange-rate-text.ts';
import { twoReadings } from '../../shared/portfolio-files/two-readings.ts';
import type { StatedRate } from '../../shared/portfolio-files/with-exchange-rates.ts';
import { positiveDecimal } from '../../shared/schemas/decimal.ts';
import { hasIdleZero, type Parsed } from './flag-values.ts';
import type { ReadFlag } from './goal-flags.ts';

/** An exchange rate as a flag states it: what one of the first currency costs in the second. */
export type GivenRate = Pick<StatedRate, 'from' | 'to' | 'rate'>;

/** What commander reads of exchange rates: text, once for each flag. */
export interface RawRateFlags {
  rate?: string[];
}

/** The flag for exchange rates. */
export const addRateFlags = (command: Command): Command =>
  command.addOption(
    new Option(
      '--rate <pair=rate>',
      'an exchange rate: EUR/USD=1.08, what one euro costs in dollars; can be given more than once',
    ).argParser((text: string, before: string[] | undefined): string[] => [...(before ?? []), text]),
  );

/** The exchange rates that flags state; `read` takes note of what is wrong, and of a pair that is given twice. */
export function readRateFlags({ rate = [] }: RawRateFlags, read: ReadFlag): GivenRate[] {
  const given: GivenRate[] = [];
  for (const text of rate) {
    const one = read('--rate', text, (value) => unlessTwice(rateIn(value), given));
    if (one !== undefined) given.push(one);
  }
  return given;
}

/** The rates as a portfolio states them, of the day of the analysis. */
export const datedOn = (asOf: string, rates: readonly GivenRate[]): StatedRate[] =>
  rates.map((rate) => ({ ...rate, asOf, source: 'given on the command line' }));

/** A pair of currencies and a number: EUR/USD=1.08, EURUSD 1.08, eur/usd=1,08. */
export function rateIn(text: string): Parsed<GivenRate> {
  const example =
    'It must be a pair of currencies and what one of the first costs in the second, such as EUR/USD=1.08.';
  const [, names = '', number = ''] = /^\s*(.+?)\s*[=:\s]\s*(\d{1,12}(?:[.,]\d+)?)\s*$/.exec(text) ?? [];
  const pair = readCurrencyPair(names);
  if (number === '') return { ok: false, problem: example };
  if (pair === null) return { ok: false, problem: `"${names}" is no pair of two currencies. ${example}` };
  if (hasIdleZero(number)) return { ok: false, problem: `A zero stands before other digits. ${example}` };
  // A comma before three digits may group thousands: better asked. Rates are quoted with three decimals behind a point.
  const two = number.includes(',') ? twoReadings(number) : null;
  if (two !== null) return { ok: false, problem: `It could mean ${two.whole} or ${two.broken}. ${example}` };
  const rate = canonical(number.replace(',', '.'));
  return positiveDecimal.safeParse(rate).success
    ? { ok: true, value: { ...pair, rate } }
    : { ok: false, problem: `The rate must be above zero. ${example}` };
}

function unlessTwice(parsed: Parsed<GivenRate>, earlier: readonly GivenRate[]): Parsed<GivenRate> {
  if (!parsed.ok) return parsed;
  const { from, to } = parsed.value;
  const known = earlier.find((one) => [one.from, one.to].includes(from) && [one.from, one.to].includes(to));
  return known === undefined
    ? parsed
    : { ok: false, problem: `The rate of ${known.from}/${known.to} is given already: ${known.rate}.` };
}
