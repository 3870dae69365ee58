import type { Plan } from '../../../schemas/retirement-plan/plan.ts';

/** The plan with one thing different. */
export interface WhatIf {
  key: string;
  label: string;
  plan: Plan;
}

const SHIFT = 0.2;
const OLDEST = 120;
/** Whole dollars in groups of three; the locale's own formatter takes a millisecond. */
const usd = (amount: number): string => `$${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',')}`;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/**
 * What a person could change, and some strains on the plan, each as the plan with that one thing different. Changes that
 * mean nothing for this plan (saving more when already retired) are left out. `market` is the plan's expected yearly return
 * of the mix and inflation, fractions.
 */
export function whatIfs(plan: Plan, market: { mean: number; inflation: number }): WhatIf[] {
  return [
    ...spendLess(plan),
    ...retireLater(plan),
    ...saveMore(plan),
    ...claimLater(plan),
    ...moreOrLessEquity(plan),
    ...liveLonger(plan),
    ...worseMarkets(plan, market),
  ];
}

function spendLess(plan: Plan): WhatIf[] {
  const { spending } = plan;
  const ruled = spending.rule.rule === 'percentage' || spending.rule.rule === 'variable_percentage';
  if (ruled || spending.amount === 0) return [];
  const amount = spending.amount * 0.9;
  const label = `Spend 10% less, ${usd(amount)} a year`;
  return [{ key: 'spend_10_percent_less', label, plan: { ...plan, spending: { ...spending, amount } } }];
}

const working = (plan: Plan): boolean => plan.people.some((person) => person.retireAt > person.age);

function retireLater(plan: Plan): WhatIf[] {
  const people = plan.people.map((person) =>
    person.retireAt > person.age ? { ...person, retireAt: Math.min(OLDEST, person.retireAt + 2) } : person,
  );
  const [first] = people;
  const { longevity } = plan;
  const dead = longevity.model === 'fixed_age' && people.every((person) => person.retireAt >= longevity.age);
  if (!working(plan) || dead || first === undefined) return [];
  const from = plan.spending.from === undefined ? {} : { from: Math.min(OLDEST, plan.spending.from + 2) };
  const label = people.length === 1 ? `Retire 2 years later, at ${first.retireAt}` : 'Both retire 2 years later';
  return [{ key: 'retire_2_years_later', label, plan: { ...plan, people, spending: { ...plan.spending, ...from } } }];
}

function saveMore(plan: Plan): WhatIf[] {
  const owner = plan.people.findIndex((person) => person.retireAt > person.age);
  if (owner === -1) return [];
  const saved = plan.savings.reduce((sum, saving) => sum + saving.amount, 0);
  if (saved > 0) {
    const savings = plan.savings.map((saving) => ({ ...saving, amount: saving.amount * 1.2 }));
    const label = `Save 20% more, ${usd(saved * 1.2)} a year`;
    return [{ key: 'save_20_percent_more', label, plan: { ...plan, savings } }];
  }
  const amount = 10_000;
  const savings = [{ owner, amount, growth: 0, timing: 'end' as const }];
  return [{ key: 'start_saving', label: `Save ${usd(amount)} a year until retirement`, plan: { ...plan, savings } }];
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

/** Stocks up by 20 points out of the rest in proportion, and down by 20 points into bonds (or the rest in proportion). */
function moreOrLessEquity(plan: Plan): WhatIf[] {
  const { assets, glidePath } = plan.market;
  const sum = assets.reduce((total, asset) => total + asset.weight, 0);
  const equity = (assets.find((asset) => asset.name === 'equity')?.weight ?? 0) / sum;
  if (glidePath.length > 0 || !assets.some((asset) => asset.name === 'equity') || assets.length < 2) return [];
  const bonds = assets.some((asset) => asset.name === 'fixed_income');
  const shifted = (to: number): Plan => {
    const rest = equity < 1 ? (1 - to) / (1 - equity) : 0;
    const reweighted = assets.map((asset) => {
      const weight = asset.weight / sum;
      if (asset.name === 'equity') return { ...asset, weight: to };
      if (to > equity || !bonds)
        return { ...asset, weight: equity < 1 ? weight * rest : (1 - to) / (assets.length - 1) };
      return { ...asset, weight: asset.name === 'fixed_income' ? weight + equity - to : weight };
    });
    return { ...plan, market: { ...plan.market, assets: reweighted } };
  };
  const list: WhatIf[] = [];
  const more = Math.min(1, equity + SHIFT);
  const less = Math.max(0, equity - SHIFT);
  if (more - equity >= 0.01) {
    const label = `Hold more in stocks, ${percent(more)} instead of ${percent(equity)}`;
    list.push({ key: 'more_equity', label, plan: shifted(more) });
  }
  if (equity - less >= 0.01) {
    const label = `Hold less in stocks, ${percent(less)} instead of ${percent(equity)}${bonds ? ', the rest in bonds' : ''}`;
    list.push({ key: 'less_equity', label, plan: shifted(less) });
  }
  return list;
}

function liveLonger(plan: Plan): WhatIf[] {
  const { longevity } = plan;
  const own = plan.people.some((person) => person.longevity !== undefined);
  const short = plan.market.returns.model === 'historical' && !plan.market.returns.wrap;
  if (own || short || longevity.model !== 'fixed_age' || longevity.age + 5 > OLDEST) return [];
  const age = longevity.age + 5;
  const label = `Live 5 years longer, to ${age}`;
  return [{ key: 'live_5_years_longer', label, plan: { ...plan, longevity: { model: 'fixed_age', age } } }];
}

function worseMarkets(plan: Plan, { mean, inflation }: { mean: number; inflation: number }): WhatIf[] {
  // A growth factor 1 + m less one point is (1 + m)(1 - 0.01 / (1 + m)): the same as a fee.
  const drag = 1 - 0.01 / (1 + mean);
  const accounts = plan.accounts.map((account) => ({ ...account, fee: 1 - (1 - account.fee) * drag }));
  const list: WhatIf[] = [
    { key: 'returns_1_point_lower', label: 'Returns 1 point a year lower than assumed', plan: { ...plan, accounts } },
  ];
  const { returns } = plan.market;
  if (returns.model === 'lognormal' || returns.model === 'student_t') {
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
