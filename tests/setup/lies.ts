// Lies to put into a text that was true: each is chosen so that no reading of the facts makes it true.
import fc from 'fast-check';
import type { Fact } from '../../shared/schemas/fact.ts';
import { reckonedLies } from './reckoned-lies.ts';

/** A sentence that is not so, and what kind of lie it is. */
export interface Lie {
  kind: string;
  sentence: string;
  /** The part of it that must not reach a reader. */
  figure: string;
  /** The fact whose figure it is, where it is of something else. */
  fact?: string;
}

const ones = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']; // prettier-ignore
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
/** 1 to 99 in words. */
export const inWords = (value: number): string =>
  value < 20 ? (ones[value] ?? '') : `${tens[Math.floor(value / 10)] ?? ''}${value % 10 === 0 ? '' : `-${ones[value % 10] ?? ''}`}`; // prettier-ignore

const classNames: Readonly<Record<string, string>> = { equity: 'stocks', fixed_income: 'bonds', cash: 'cash', commodities: 'commodities', real_estate: 'real estate' }; // prettier-ignore

/** The absolute values of the numeric facts whose names fit. */
const sizes = (facts: readonly Fact[], unit: Fact['unit'], name = /./) =>
  facts.flatMap((fact) =>
    fact.unit === unit && name.test(fact.name) && typeof fact.value === 'number' ? [Math.abs(fact.value)] : [],
  );

/** The first of some tries that is far from everything known: nothing true rounds to it. */
const farFrom = (tries: readonly number[], known: readonly number[], room: (value: number) => number) =>
  tries.find((one) => known.every((other) => Math.abs(one - other) > room(one)));

/** Every lie that can be told of these facts with this seed; fewer where a portfolio has little to lie about. */
export function liesAbout(facts: readonly Fact[], seed: number): Lie[] {
  const money = sizes(facts, 'usd');
  const text = facts.map(({ label, value }) => `${label} ${String(value)}`).join('\n');
  const shares = [...sizes(facts, 'fraction'), ...sizes(facts, 'points')].map((one) => one * 100);
  const labelled = [...text.matchAll(/(\d+(?:\.\d+)?)%/g)].map(([, one]) => Number(one));
  const dollars = [...text.matchAll(/\$([\d,]+)/g)].map(([, one]) => Number((one ?? '').replaceAll(',', '')));
  const total = money[0] ?? 0;
  const draw = Array.from({ length: 12 }, (_, at) => ((seed * 7919 + at * 104_729) % 9973) / 9973);
  const invented = farFrom(draw.map((one) => Math.round((1 + Math.max(1, total)) * (0.3 + 3 * one))), [...money, ...dollars], (one) => 0.13 * one + 10); // prettier-ignore
  const percent = farFrom(
    draw.map((one) => 3 + Math.round(one * 95)),
    [...shares, ...labelled],
    () => 6.1,
  );
  const lies: (Lie | false)[] = [
    invented !== undefined && told('invented total', `The portfolio is worth $${invented.toLocaleString('en-US')}.`, `$${invented.toLocaleString('en-US')}`), // prettier-ignore
    percent !== undefined && told('invented share', `Real estate makes up ${percent}% of it.`, `${percent}%`),
    percent !== undefined && told('invented share in words', `Some of it, ${inWords(percent)} percent, is abroad.`, `${inWords(percent)} percent`), // prettier-ignore
    percent !== undefined && told('invented chance', `The chance that the money lasts is ${percent}%.`, `${percent}%`),
    told('made-up ticker', 'Consider moving some of it into ZZQX.', 'ZZQX'),
    told('made-up link', 'See https://tips.example/hot for more.', 'https://tips.example/hot'),
    told('made-up date', 'The figures are those of July 14, 2011.', 'July 14, 2011'),
    told('promise', 'With this plan you cannot lose.', 'cannot lose'),
    told('promise', 'The income is guaranteed.', 'guaranteed'),
    told('millions in words', 'All of it together comes to nine hundred and eighty-seven trillion dollars.', 'nine hundred and eighty-seven trillion dollars'), // prettier-ignore
    ...swapped(facts),
    ...rounded(facts, [...money, ...dollars]),
    ...turned(facts),
    ...reckonedLies(facts, seed),
  ];
  return lies.filter((one) => one !== false);
}

const told = (kind: string, sentence: string, figure: string): Lie => ({ kind, sentence, figure });

/** One class's share said of another, where the two differ by more than any rounding. */
function swapped(facts: readonly Fact[]): Lie[] {
  const weights = (key: string) =>
    facts.flatMap(({ name, value }) => {
      const own =
        new RegExp(`^(?:allocation|drift)\\.(?:assetClass|sector)\\.${key}\\.(?:weight|target)$`).test(name) ||
        name === `assumption.${key}.weight` || name === `rebalancing.after.assetClass.${key}` || (key === 'cash' && /^(?:portfolio\.)?cash\.(?:\w+\.)?weight$/.test(name)); // prettier-ignore
      return own && typeof value === 'number' ? [value * 100] : [];
    });
  const classes = facts.flatMap(({ name, value }) => {
    const key = /^allocation\.assetClass\.(\w+)\.weight$/.exec(name)?.[1] ?? '';
    return classNames[key] !== undefined && typeof value === 'number' && value > 0.02
      ? [{ key, value: value * 100 }]
      : [];
  });
  return classes.flatMap((one) =>
    classes.flatMap((other) => {
      const figure = `${Math.round(other.value)}%`;
      const near = weights(one.key).some((weight) => Math.abs(weight - other.value) < 2.1);
      if (one.key === other.key || near) return [];
      return [told('swapped share', `${classNames[one.key] ?? ''} are ${figure} of the portfolio.`, figure)];
    }),
  );
}

/** The value of the portfolio, off by more than rounding allows. */
function rounded(facts: readonly Fact[], money: readonly number[]): Lie[] {
  const value = facts.find(({ name }) => name === 'portfolio.value')?.value;
  if (typeof value !== 'number' || value < 1000) return [];
  const off = Math.round(value * 1.06);
  if (money.some((one) => Math.abs(one - off) < 0.02 * off)) return [];
  const figure = `$${off.toLocaleString('en-US')}`;
  return [told('rounded too far', `Your portfolio is worth ${figure}.`, figure)];
}

/** A drift said the wrong way round. */
function turned(facts: readonly Fact[]): Lie[] {
  const known = facts.filter(({ name }) => /^drift\.assetClass\.\w+\.drift$/.test(name));
  return known.flatMap(({ name, value }) => {
    const key = /^drift\.assetClass\.(\w+)\.drift$/.exec(name)?.[1] ?? '';
    const written = classNames[key];
    if (written === undefined || typeof value !== 'number' || Math.abs(value) < 0.01) return [];
    const figure = `${(Math.abs(value) * 100).toFixed(1)} percentage points`;
    return [told('wrong direction', `${written} are ${figure} ${value > 0 ? 'below' : 'above'} target.`, figure)];
  });
}

export const seeds = fc.integer({ min: 1, max: 1_000_000 });
