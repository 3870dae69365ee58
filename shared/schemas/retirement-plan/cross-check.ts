import type * as z from 'zod';
import { assetClasses } from '../classification.ts';
import type { Account, Saving } from './accounts.ts';
import { periodFaults } from './history-periods.ts';
import { isPrivateIncome } from './income-kind.ts';
import type { IncomeStream, SocialSecurityCut } from './incomes.ts';
import type { Longevity } from './longevity.ts';
import type { History, MarketPlan } from './market.ts';
import type { Person } from './people.ts';
import type { Spending, SpendingRule } from './spending.ts';

type Tell = (path: (string | number)[], message: string) => void;

interface Parts {
  people: Person[];
  accounts: Account[];
  savings: Saving[];
  incomes: IncomeStream[];
  socialSecurityCut?: SocialSecurityCut | undefined;
  market: MarketPlan;
  longevity: Longevity;
  spending: Spending;
}

/** What no single field can know about itself; every problem at once, each with its field's path. */
export function crossCheck(parts: Parts, context: z.RefinementCtx): void {
  const problem: Tell = (path, message) => {
    context.addIssue({ code: 'custom', path, message });
  };
  const { people, accounts, savings, incomes, market, spending } = parts;
  // An end or a goal before today is a mistake in the plan: nothing of it would ever be counted.
  const hasNotEnded = (path: (string | number)[], owner: number, to: number) => {
    const today = people[owner]?.age;
    if (today !== undefined && to <= today) problem(path, `has passed: its owner is ${today} today`);
  };
  const names = accounts.map((account) => account.name);
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) problem(['accounts', index, 'name'], 'is the name of another account too');
  });
  accounts.forEach(({ type, taxRate, costBasis }, index) => {
    if (type !== 'taxable' && costBasis !== undefined) {
      problem(['accounts', index, 'costBasis'], 'has a meaning for a taxable account only');
    }
    if (type === 'tax_free' && taxRate > 0) problem(['accounts', index, 'taxRate'], 'must be 0 for a tax_free account');
  });
  savings.forEach(({ account, owner, from, to }, index) => {
    if (account !== undefined && !names.includes(account)) problem(['savings', index, 'account'], 'is not an account');
    if (owner >= people.length) problem(['savings', index, 'owner'], 'there is no second person');
    if (from !== undefined && to !== undefined && to <= from) problem(['savings', index, 'to'], 'must be above from');
    else if (to !== undefined) hasNotEnded(['savings', index, 'to'], owner, to);
  });
  incomes.forEach((income, index) => {
    if (income.owner >= people.length) problem(['incomes', index, 'owner'], 'there is no second person');
    if (isPrivateIncome(income) && income.to !== undefined && income.to <= income.from) {
      problem(['incomes', index, 'to'], 'must be above from');
    } else if (isPrivateIncome(income) && income.to !== undefined) {
      hasNotEnded(['incomes', index, 'to'], income.owner, income.to);
    }
  });
  if (parts.socialSecurityCut !== undefined && incomes.every(({ kind }) => kind !== 'social_security'))
    problem(['socialSecurityCut'], 'is of nothing: no income is Social Security');
  spending.goals.forEach(({ age }, index) => {
    const today = people[0]?.age ?? 0;
    if (age < today) problem(['spending', 'goals', index, 'age'], `has passed: the first person is ${today} today`);
  });
  const dead = (person: Person) => {
    const model = person.longevity ?? parts.longevity;
    return model.model === 'fixed_age' && model.age <= person.age;
  };
  people.forEach((person, index) => {
    const model = person.longevity ?? parts.longevity;
    const path = person.longevity === undefined ? ['longevity'] : ['people', index, 'longevity'];
    // One length of life of two is at fault once.
    const told =
      person.longevity === undefined && people.findIndex((one) => one.longevity === undefined && dead(one)) < index;
    if (dead(person) && !told) problem([...path, 'age'], 'must be above the age today');
    if (model.model === 'us_period_life_table_2025' && person.sex === undefined) {
      problem(['people', index, 'sex'], 'is needed for the life table');
    }
    if (model.model === 'life_table') {
      const { firstAge, deathProbabilities: table } = model;
      if (table.at(-1) !== 1)
        problem([...path, 'deathProbabilities', table.length - 1], 'must be 1: nobody outlives it');
      if (person.age < firstAge || person.age >= firstAge + table.length) {
        problem(['people', index, 'age'], `is not in the table of ages ${firstAge} to ${firstAge + table.length - 1}`);
      }
    } else if (model.model !== 'fixed_age' && model.model !== 'fixed_years' && person.age >= 119) {
      problem(['people', index, 'age'], 'must be below 119 for a random length of life');
    }
  });
  checkRule(spending.rule, problem);
  spending.shareByAge?.forEach(({ age }, index) => {
    if (index > 0 && age <= (spending.shareByAge?.[index - 1]?.age ?? 0)) {
      problem(['spending', 'shareByAge', index, 'age'], 'must rise');
    }
  });
  checkMarket(market, problem);
  checkFalls(parts, problem);
}

function checkRule(rule: SpendingRule, problem: Tell): void {
  if (rule.rule !== 'guyton_klinger' || rule.floor === undefined || rule.ceiling === undefined) return;
  if (rule.ceiling < rule.floor) problem(['spending', 'rule', 'ceiling'], 'must not be below floor');
}

function checkMarket(market: MarketPlan, problem: Tell): void {
  const names = market.assets.map((asset) => asset.name);
  const historical = market.returns.model === 'bootstrap' || market.returns.model === 'historical';
  market.assets.forEach((asset, index) => {
    if (asset.name === 'inflation' || names.indexOf(asset.name) !== index) {
      problem(['market', 'assets', index, 'name'], 'must be unique, and not "inflation"');
    }
    const known = assetClasses.some((key) => key === asset.name);
    if (historical || known) return;
    if (asset.mean === undefined)
      problem(['market', 'assets', index, 'mean'], 'is needed: there is no default for this asset');
    if (asset.volatility === undefined) {
      problem(['market', 'assets', index, 'volatility'], 'is needed: there is no default for this asset');
    }
  });
  if (market.glidePath.length === 0 && !market.assets.some((asset) => asset.weight > 0)) {
    problem(['market', 'assets'], 'at least one weight must be above 0');
  }
  market.glidePath.forEach(({ age, weights }, index) => {
    const path = ['market', 'glidePath', index];
    if (index > 0 && age <= (market.glidePath[index - 1]?.age ?? 0)) problem([...path, 'age'], 'must rise');
    for (const key of Object.keys(weights)) {
      if (!names.includes(key)) problem([...path, 'weights', key], 'is not an asset');
    }
    if (!Object.values(weights).some((weight) => weight > 0)) problem([...path, 'weights'], 'one must be above 0');
  });
  market.correlations.forEach(({ between: [one, other], value }, index) => {
    const path = ['market', 'correlations', index, 'between'];
    const first = market.correlations.findIndex(({ between }) => between.includes(one) && between.includes(other));
    const said = market.correlations[first]?.value;
    if (one !== other && said !== value) {
      problem(
        ['market', 'correlations', index, 'value'],
        `contradicts correlations[${first}], of the same two: ${said}`,
      );
    }
    for (const key of [one, other])
      if (key !== 'inflation' && !names.includes(key)) problem(path, `"${key}" is not an asset`);
    if (one === other) problem(path, 'must be two different names');
  });
  if ('history' in market.returns && typeof market.returns.history !== 'string') {
    checkHistory(market.returns.history, names, problem);
  }
}

/** A fall before today, after an end that is fixed, or of nothing that is held would be in no future. */
function checkFalls({ people, longevity, market }: Parts, problem: Tell): void {
  const names = market.assets.map((asset) => asset.name);
  const today = people[0]?.age ?? 0;
  const lives = people.map((person) => {
    const model = person.longevity ?? longevity;
    return model.model === 'fixed_age'
      ? model.age - person.age
      : model.model === 'fixed_years'
        ? model.years
        : Infinity;
  });
  const end = today + Math.max(0, ...lives);
  market.falls?.forEach(({ age, by }, index) => {
    const path = ['market', 'falls', index];
    if (age < today) problem([...path, 'age'], `has passed: the first person is ${today} today`);
    else if (age >= end) problem([...path, 'age'], `is not before the end of the plan, at ${end}`);
    for (const key of Object.keys(by)) if (!names.includes(key)) problem([...path, 'by', key], 'is not an asset');
    if (Object.keys(by).length === 0) problem([...path, 'by'], 'must name an asset');
  });
}

/** Rows are found at fault once each, and a column at the first row that lacks it. */
function checkHistory({ frequency, rows }: History, names: readonly string[], problem: Tell): void {
  const path = ['market', 'returns', 'history'];
  const periods = rows.map(({ period }) => period);
  for (const { row, message } of periodFaults(periods, frequency, (other) => `rows[${other}]`)) {
    problem([...path, 'rows', row, 'period'], message);
  }
  for (const name of names) {
    const first = rows.findIndex(({ returns }) => returns[name] === undefined);
    const lacking = rows.filter(({ returns }) => returns[name] === undefined).length;
    if (lacking === rows.length) problem(path, `has no returns of "${name}"`);
    else if (lacking > 0) {
      const more = lacking === 1 ? '' : `, as in ${lacking - 1} more of the rows`;
      problem([...path, 'rows', first, 'returns', name], `is missing${more}`);
    }
  }
}
