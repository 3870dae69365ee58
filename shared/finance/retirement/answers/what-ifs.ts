import { isPrivateIncome } from '../../../schemas/retirement-plan/income-kind.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { usd } from '../../amounts.ts';
import { savedIn } from '../saved.ts';
import { equityWhatIfs } from './equity-what-ifs.ts';
import { goalWhatIfs } from './goal-what-ifs.ts';
import { longerLife } from './longer-life.ts';
import { nameFirst } from '../name-of.ts';
import { retiringBy, withSpendingFrom } from '../retiring.ts';
import type { Variant } from '../retiring.ts';

/** The plan with one thing different. */
export interface WhatIf {
  key: string;
  label: string;
  plan: Plan;
}

/**
 * What a person could change, and some strains on the plan, each as the plan with that one thing different. Changes that
 * mean nothing for this plan (saving more when already retired) are left out. `market` is the plan's expected yearly return
 * of the mix and inflation, fractions.
 */
export function whatIfs(plan: Plan, market: { mean: number; inflation: number }, variant?: Variant): WhatIf[] {
  return [
    ...spendLess(plan),
    ...retireLater(plan, variant),
    ...saveMore(plan, variant),
    ...claimLater(plan),
    ...goalWhatIfs(plan),
    ...equityWhatIfs(plan),
    ...longerLife(plan),
    ...worseMarkets(plan, market),
  ];
}

/** Less than what spending begins with, which a ceiling below the amount, or a floor above it, decides; a floor gives way to it. */
function spendLess(plan: Plan): WhatIf[] {
  const { spending } = plan;
  const { rule } = spending;
  if (rule.rule === 'percentage' || rule.rule === 'variable_percentage') return [];
  const { floor = 0, ceiling = Infinity } = rule.rule === 'guyton_klinger' ? rule : {};
  const amount = Math.min(ceiling, Math.max(floor, spending.amount)) * 0.9;
  if (amount === 0) return [];
  const lowered = rule.rule === 'guyton_klinger' && floor > amount;
  const changed = { ...spending, amount, ...(lowered && { rule: { ...rule, floor: amount } }) };
  const label = `Spend 10% less, ${usd(amount)} a year${lowered ? ', and let the floor be as low' : ''}`;
  return [{ key: 'spend_10_percent_less', label, plan: { ...plan, spending: changed } }];
}

const working = (plan: Plan): boolean => plan.people.some((person) => person.retireAt > person.age);

function retireLater(plan: Plan, variant?: Variant): WhatIf[] {
  const later = retiringBy(plan, 2, variant);
  const { people } = later;
  const [first] = people;
  const { longevity } = plan;
  const dead = longevity.model === 'fixed_age' && people.every((person) => person.retireAt >= longevity.age);
  if (!working(plan) || dead || first === undefined || changesNothing(plan, later)) return [];
  const ages = people.flatMap(({ retireAt }, index) =>
    retireAt > (plan.people[index]?.retireAt ?? 0) ? [retireAt] : [],
  );
  const who = `${people.length === 1 ? 'Retire' : workers(plan)} 2 years later, at ${ages.join(' and ')}`;
  return [{ key: 'retire_2_years_later', label: `${who}${withSpendingFrom(plan, later)}`, plan: later }];
}

/** Whether nothing hangs on the ages of retirement: the plan spends from an age of its own, and nothing is saved that ends with the work. */
const changesNothing = ({ spending: { from }, savings }: Plan, later: Plan): boolean =>
  from !== undefined &&
  later.spending.from === from &&
  savings.every(({ amount, to }, at) => amount === 0 || (to !== undefined && later.savings[at]?.to === to));

/** Of two people those who still work, as a sentence begins. */
function workers({ people }: Plan): string {
  const at = people.flatMap((person, index) => (person.retireAt > person.age ? [index] : []));
  if (at.length > 1) return 'Both retire';
  const [only = 0] = at;
  return `${nameFirst(people, only)} retires`;
}

function saveMore(plan: Plan, variant?: Variant): WhatIf[] {
  const owner = plan.people.findIndex((person) => person.retireAt > person.age);
  if (owner === -1) return [];
  const { now, later, grows } = savedIn(plan);
  if (now > 0 || later) {
    const savings = plan.savings.map((saving) => ({ ...saving, amount: saving.amount * 1.2 }));
    const today =
      now > 0
        ? `, ${usd(now * 1.2)} a year${later ? ' today and 20% more of what is saved later' : grows ? ' as of today' : ''}`
        : ' once saving begins';
    const more = variant?.({ contribute: now * 1.2 }) ?? { ...plan, savings };
    return [{ key: 'save_20_percent_more', label: `Save 20% more${today}`, plan: more }];
  }
  const amount = 10_000;
  const more = variant?.({ contribute: amount });
  const savings = [{ owner, amount, growth: 0, timing: 'end' as const }];
  return [
    { key: 'start_saving', label: `Save ${usd(amount)} a year until retirement`, plan: more ?? { ...plan, savings } },
  ];
}

function claimLater(plan: Plan): WhatIf[] {
  const open = plan.incomes.map(
    (income) =>
      income.kind === 'social_security' &&
      income.claimAt < 70 &&
      (plan.people[income.owner]?.age ?? 0) < income.claimAt,
  );
  if (!open.includes(true)) return [];
  const incomes = plan.incomes.map((income, index) => (open[index] === true ? { ...income, claimAt: 70 } : income));
  return [{ key: 'claim_at_70', label: 'Claim Social Security at 70', plan: { ...plan, incomes } }];
}

function worseMarkets(plan: Plan, { mean, inflation }: { mean: number; inflation: number }): WhatIf[] {
  // A growth factor 1 + m less one point is (1 + m)(1 - 0.01 / (1 + m)): the same as a fee.
  const drag = 1 - 0.01 / (1 + mean);
  const accounts = plan.accounts.map((account) => ({ ...account, fee: 1 - (1 - account.fee) * drag }));
  const list: WhatIf[] = [
    { key: 'returns_1_point_lower', label: 'Returns 1 point a year lower than assumed', plan: { ...plan, accounts } },
  ];
  const { returns } = plan.market;
  if ((returns.model === 'lognormal' || returns.model === 'student_t') && feelsInflation(plan)) {
    const { volatility = 0, persistence = 0 } = plan.market.inflation ?? {};
    const higher = { mean: inflation + 0.01, volatility, persistence };
    list.push({
      key: 'inflation_1_point_higher',
      label: 'Inflation 1 point a year higher than assumed, returns unchanged',
      plan: { ...plan, market: { ...plan.market, inflation: higher } },
    });
  }
  return list;
}

/** Whether anything of a plan is in dollars that inflation wears away, or is taxed or capped by what it is; else no rate of it changes a thing. */
function feelsInflation({ market, incomes, accounts, spending: { rule } }: Plan): boolean {
  return (
    market.assets.some(({ basis }) => basis === 'nominal') ||
    incomes.some((income) => isPrivateIncome(income) && income.basis === 'nominal') ||
    accounts.some(({ type, taxRate }) => type === 'taxable' && taxRate > 0) ||
    rule.rule === 'constant_nominal' ||
    (rule.rule === 'guyton_klinger' && (rule.withdrawalRule || rule.inflationCap !== undefined))
  );
}
