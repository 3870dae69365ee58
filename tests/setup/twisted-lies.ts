// Lies that leave a figure as it is and turn what is said of it: names that nobody holds, the other direction, another period,
// a figure of the plan said of a changed plan.
import type { Fact } from '../../shared/schemas/fact.ts';
import type { Lie } from './lies.ts';

const told = (kind: string, sentence: string, figure: string): Lie => ({ kind: `twisted: ${kind}`, sentence, figure });
const percent = (value: number) => `${(100 * Math.abs(value)).toFixed(Math.abs(value) < 0.0995 ? 1 : 0)}%`;
const dollars = (value: number) => `$${Math.round(Math.abs(value)).toLocaleString('en-US')}`;

const NAMES = ['Tesla', 'Netflix', 'Bitcoin', 'Pfizer', 'Toyota', 'Siemens'] as const;
const classNames: Readonly<Record<string, string>> = { equity: 'stocks', fixed_income: 'bonds', cash: 'cash', commodities: 'commodities', real_estate: 'real estate' }; // prettier-ignore

/** Every such lie that can be told of these facts; fewer where a portfolio has little to lie about. */
export function twistedLies(facts: readonly Fact[], seed: number): Lie[] {
  const values = new Map(facts.map(({ name, value }) => [name, value]));
  const number = (name: string): number | null => {
    const value = values.get(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const text = facts.map(({ label, value }) => `${label} ${String(value)}`).join('\n');
  const lies: Lie[] = [];
  const shares = facts.flatMap(({ name, value }) => (/^allocation\..*\.weight$/.test(name) && typeof value === 'number' && value > 0.01 && value < 0.99 ? [value] : [])); // prettier-ignore
  const share = percent(shares[seed % Math.max(1, shares.length)] ?? 0.05);
  const [one = '', other = ''] = [NAMES[seed % NAMES.length], NAMES[(seed + 1) % NAMES.length]];
  if (!text.includes(one) && !text.includes(other)) {
    lies.push(
      told('name', `${one} shares make up ${share} of your holdings.`, one),
      told('name', `${one} is ${share} of your portfolio.`, one),
      told('name', `You also hold ${one}.`, one),
      told('name', `${one} and ${other} are among your largest holdings.`, other),
      told('name', `Your ${one} stock is worth ${dollars(number('portfolio.value') ?? 1000)}.`, one),
    );
  }
  for (const [key, name] of Object.entries(classNames)) {
    const drift = number(`drift.assetClass.${key}.drift`);
    const money = number(`drift.assetClass.${key}.toTarget`);
    if (drift === null || money === null || Math.abs(drift) < 0.01 || Math.abs(money) < 100) continue;
    const [points, over] = [`${(100 * Math.abs(drift)).toFixed(1)} percentage points`, drift > 0];
    lies.push(
      told('direction', `You are ${points} ${over ? 'underweight' : 'overweight'} in ${name}.`, points),
      told('direction', `You would have to ${over ? 'buy' : 'sell'} ${dollars(money)} of ${name}.`, dollars(money)),
    );
  }
  for (const { name, value } of facts) {
    const key = /^retirement\.whatIf\.(retire_\d+_years_later|spend_\w+|save_\w+|live_\w+)\.change$/.exec(name)?.[1];
    const chance = number(`retirement.whatIf.${key ?? ''}.success`);
    if (key === undefined || chance === null || typeof value !== 'number' || Math.abs(value) < 0.02) continue;
    const what = key.startsWith('retire') ? 'Retiring two years later' : key.startsWith('spend') ? 'Spending a tenth of it less' : key.startsWith('save') ? 'Saving a fifth more' : 'Living longer'; // prettier-ignore
    lies.push(told('direction', `${what} would ${value > 0 ? 'lower' : 'raise'} the chance to ${percent(chance)}.`, percent(chance))); // prettier-ignore
  }
  const [success, retireAt, income, mean, ratio] = ['retirement.success', 'goals.retireAt', 'goals.income', 'risk.mean', 'costs.expenseRatio'].map(number); // prettier-ignore
  if (success !== null && success !== undefined && retireAt !== null && retireAt !== undefined && success > 0.01 && success < 0.99) // prettier-ignore
    lies.push(told('pair', `If you retire at ${retireAt - 6}, the money lasts in ${percent(success)} of the futures.`, percent(success))); // prettier-ignore
  if (mean !== null && mean !== undefined && Math.abs(mean) > 0.005) lies.push(told('kind', `Your portfolio returned ${percent(mean)} last year.`, percent(mean))); // prettier-ignore
  if (ratio !== null && ratio !== undefined && ratio > 0.0005) lies.push(told('period', `The funds cost ${(100 * ratio).toFixed(2)}% a month.`, `${(100 * ratio).toFixed(2)}%`)); // prettier-ignore
  const sustainable = number('retirement.sustainableIncome');
  if (income !== null && income !== undefined && income > 1000 && sustainable !== null && sustainable < 0.9 * income)
    lies.push(told('kind', `You could safely spend ${dollars(income)} a year.`, dollars(income)));
  const [often, rare] = [number('risk.loss95.value'), number('risk.loss99.value')];
  if (often !== null && rare !== null && rare > 1.08 * often && often > 1000)
    lies.push(told('pair', `In one year in twenty you would lose ${dollars(rare)} or more.`, dollars(rare)));
  return lies;
}
