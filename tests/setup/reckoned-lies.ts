// Lies by wrong sums: what a sentence reckons from facts that it states or names is not what comes of them.
import type { Fact } from '../../shared/schemas/fact.ts';
import type { Lie } from './lies.ts';

const classNames: Readonly<Record<string, string>> = { equity: 'stocks', fixed_income: 'bonds', commodities: 'commodities', real_estate: 'real estate', cash: 'cash' }; // prettier-ignore
const dollars = (value: number) => `$${Math.round(value).toLocaleString('en-US')}`;
const told = (kind: string, sentence: string, figure: string): Lie => ({ kind, sentence, figure });

/** Wrong months, sums, differences, ratios, years, costs and shares of gains; fewer where a portfolio has none of these. */
export function reckonedLies(facts: readonly Fact[], seed: number): Lie[] {
  const number = (name: string): number | null => {
    const value = facts.find((fact) => fact.name === name)?.value;
    return typeof value === 'number' ? value : null;
  };
  const all = facts.flatMap(({ unit, value }) =>
    unit === 'usd' && typeof value === 'number' ? [Math.abs(value)] : [],
  );
  const shares = facts.flatMap(({ unit, value }) =>
    (unit === 'fraction' || unit === 'points') && typeof value === 'number' ? [Math.abs(100 * value)] : [],
  );
  const isFar = (value: number, from: readonly number[]) => from.every((one) => Math.abs(one - value) > 0.13 * Math.max(value, one) + 1); // prettier-ignore
  const lies: Lie[] = [];
  const income = number('goals.income');
  if (income !== null && income > 100) {
    if (isFar(12 * income, all)) lies.push(told('year said as a month', `You would like to spend ${dollars(income)} a month.`, dollars(income))); // prettier-ignore
    const wrong = (income / 12) * (1.3 + (seed % 7) / 10);
    if (isFar(12 * wrong, all) && isFar(wrong, all)) lies.push(told('wrong month', `You would like ${dollars(income)} a year, which is ${dollars(wrong)} a month.`, dollars(wrong))); // prettier-ignore
  }
  const classes = Object.entries(classNames).flatMap(([key, name]) => {
    const [value, weight] = [
      number(`allocation.assetClass.${key}.value`),
      number(`allocation.assetClass.${key}.weight`),
    ];
    return value !== null && weight !== null && value > 100 && weight > 0.05
      ? [{ name, value, weight: 100 * weight }]
      : [];
  });
  const [one, other] = classes;
  if (one !== undefined && other !== undefined) {
    const sum = Math.round(one.weight + other.weight + (one.weight + other.weight > 60 ? -11 : 11));
    const far = [...shares, one.weight, other.weight, 100 - one.weight, 100 - other.weight];
    if (far.every((share) => Math.abs(share - sum) > 2)) lies.push(told('wrong sum', `Together ${one.name} and ${other.name} make up ${sum}% of it.`, `${sum}%`)); // prettier-ignore
    const [more, less] = one.value >= other.value ? [one, other] : [other, one];
    const ratio = more.value / less.value;
    const times = Math.max(2, Math.round(ratio)) + 2 + (seed % 3);
    if (ratio < 40 && times > 1.3 * ratio) lies.push(told('wrong ratio', `There is ${times} times as much in ${more.name} as in ${less.name}.`, String(times))); // prettier-ignore
    // No round sum: one of those is saved each year, and notes name it.
    const apart = Math.abs(more.value - less.value) * 1.4 + 5317;
    if (isFar(apart, all)) lies.push(told('wrong difference', `${more.name} are worth ${dollars(apart)} more than ${less.name}.`, dollars(apart))); // prettier-ignore
  }
  const [value, loss] = [number('portfolio.value'), number('risk.stress.financial_crisis.change')];
  if (value !== null && loss !== null && loss < -1000) {
    const left = (value + loss) * 0.8;
    if (isFar(left, all)) lies.push(told('wrong rest', `A year like 2008 would take ${dollars(-loss)}, leaving ${dollars(left)}.`, dollars(left))); // prettier-ignore
  }
  const [retireAt, earliest] = [number('goals.retireAt'), number('retirement.earliestAge')];
  if (retireAt !== null && earliest !== null && earliest > retireAt) {
    const years = earliest - retireAt + 2 + (seed % 3);
    const spans = ['goals.age', 'goals.lifeExpectancy', 'retirement.medianRuinAge'].flatMap(
      (name) => number(name) ?? [],
    );
    if (spans.every((age) => [retireAt, earliest, ...spans].every((from) => Math.abs(age - from) !== years)))
      lies.push(told('wrong years', `You would have to work until ${earliest}, ${years} years longer than planned.`, String(years))); // prettier-ignore
  }
  for (const { name, value: gain } of facts) {
    const key = /^holding\.([A-Z]+)\.gain$/.exec(name)?.[1];
    const held = number(`holding.${key ?? ''}.value`);
    if (key === undefined || held === null || typeof gain !== 'number' || held - gain < 500) continue;
    const cost = (held - gain) * 1.5 + 400;
    if (isFar(cost, all) && isFar(cost, [held - gain])) lies.push(told('wrong cost', `You paid ${dollars(cost)} for ${key}.`, dollars(cost))); // prettier-ignore
  }
  return lies;
}
