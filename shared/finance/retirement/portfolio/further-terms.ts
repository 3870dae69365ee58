import { fixed, usd } from '../../amounts.ts';
import { listed } from '../../listed.ts';
import { isPrivateIncome } from '../../../schemas/retirement-plan/income-kind.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { Spending } from '../../../schemas/retirement-plan/spending.ts';
import { nameFirst } from '../name-of.ts';
import { usesAmount } from '../spending/used-fields.ts';

const percent = (share: number): string => `${Number(fixed(share * 100, 2))}%`;

/**
 * What a plan says beside people, sums and ages that decides its figures, as sentences: the terms of its rule, of what is paid in
 * and of the market. What `planNotes` tells of every plan, and what is as it is where nothing is given, is not among them.
 */
export function furtherTerms(plan: Plan): string[] {
  return [
    ...ofRule(plan.spending),
    ...byAge(plan.spending),
    ...ofSavings(plan),
    ...ofPensions(plan),
    ...ofAccounts(plan),
    ...ofMarket(plan),
  ];
}

/** Dollars a year, today's money, that spending never goes below or above; absent where none are given, or where they change with age. */
export function boundsOf({ rule, amount, growth = 0, shareByAge = [] }: Spending): {
  floor?: number;
  ceiling?: number;
} {
  if (rule.rule === 'guyton_klinger') {
    const { floor, ceiling } = rule;
    return { ...(floor === undefined ? {} : { floor }), ...(ceiling === undefined ? {} : { ceiling }) };
  }
  if (rule.rule !== 'floor_and_ceiling' || growth !== 0 || shareByAge.length > 0) return {};
  const dollars = (share: number): number => Number((share * amount).toPrecision(12));
  return { floor: dollars(rule.floor), ceiling: dollars(rule.ceiling) };
}

function ofRule({ rule, planTo }: Spending): string[] {
  const until = planTo === undefined ? [] : [`The rule plans to age ${planTo} of the first person.`];
  if (rule.rule === 'variable_percentage') return until;
  if (rule.rule !== 'guyton_klinger') return [];
  const { band, step, noCutYears, incomeReturn, withdrawalRule, inflationCap } = rule;
  return [
    `The guardrails stand ${percent(band)} around the first rate; at one, spending is cut or raised by ${percent(step)}, and not cut with ${noCutYears} years left or fewer. Income and goals to come are spread over the years left at a real ${percent(incomeReturn)} a year.`,
    ...(withdrawalRule
      ? ['After a year of loss nothing is raised with inflation where the rate is above the first.']
      : []),
    ...(inflationCap === undefined ? [] : [`Spending follows at most ${percent(inflationCap)} of inflation a year.`]),
    ...until,
  ];
}

/** So many ages are told one by one. */
const TOLD = 12;

function alongAges(points: readonly { age: number; is: string }[]): string {
  const shown = points.length > TOLD ? [...points.slice(0, TOLD - 1), ...points.slice(-1)] : points;
  const left = points.length - shown.length;
  return `${shown.map(({ age, is }) => `${is} at ${age}`).join('; ')}${left === 0 ? '' : ` (${left} ages between them left out here)`}`;
}

function byAge(spending: Spending): string[] {
  const { shareByAge = [] } = spending;
  if (shareByAge.length === 0 || !usesAmount(spending)) return [];
  return [`Of the amount, by age: ${alongAges(shareByAge.map(({ age, share }) => ({ age, is: percent(share) })))}.`];
}

function ofSavings({ savings, accounts, people }: Plan): string[] {
  const whose = (owner: number): string => (people.length === 1 ? 'You save' : `${nameFirst(people, owner)} saves`);
  return savings.flatMap(({ account = accounts[0]?.name ?? '', amount, owner, timing }) => {
    const into = accounts.length > 1 ? ` into ${account}` : '';
    const at = timing === 'start' ? ' at the start of each step' : '';
    return amount === 0 || into + at === '' ? [] : [`${whose(owner)} ${usd(amount)} a year${into}${at}.`];
  });
}

function ofPensions({ incomes, people }: Plan): string[] {
  if (people.length < 2) return [];
  return incomes.flatMap((income) =>
    isPrivateIncome(income) && income.survivorShare > 0
      ? [
          `Of ${usd(income.amount)} a year from age ${income.from}, ${percent(income.survivorShare)} goes on to who survives.`,
        ]
      : [],
  );
}

/** What was paid for what taxable accounts hold decides what is taxed as it is withdrawn. */
const ofAccounts = ({ accounts }: Plan): string[] =>
  accounts.flatMap(({ name, type, balance, costBasis, taxRate }) =>
    type === 'taxable' && taxRate > 0 && costBasis !== undefined && costBasis < balance
      ? [`${usd(costBasis)} was paid for what ${name} holds: the gain above it is taxed as it is withdrawn.`]
      : [],
  );

function ofMarket({ market }: Plan): string[] {
  const { assets, glidePath, inflation, returns } = market;
  const names = assets.map(({ name }) => name);
  const mix = (weights: Readonly<Record<string, number>>): string => {
    const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
    const parts = names.filter((name) => (weights[name] ?? 0) > 0);
    return parts.map((name) => `${name} ${percent((weights[name] ?? 0) / sum)}`).join(', ');
  };
  const real = assets.filter(({ basis }) => basis === 'real').map(({ name }) => name);
  const { volatility = 0, persistence = 0 } = inflation ?? {};
  return [
    ...(glidePath.length === 0
      ? []
      : [`The mix by age: ${alongAges(glidePath.map(({ age, weights }) => ({ age, is: mix(weights) })))}.`]),
    ...(real.length === 0 ? [] : [`Returns are stated after inflation, and go along with it, of: ${listed(real)}.`]),
    ...(volatility === 0
      ? []
      : [
          `Inflation varies by ${percent(volatility)} a year${persistence === 0 ? '' : `; ${percent(persistence)} of what it is off its mean is left a year later`}.`,
        ]),
    ...ofReturns(returns),
  ];
}

function ofReturns(returns: Plan['market']['returns']): string[] {
  switch (returns.model) {
    case 'student_t':
      return [`The Student-t law has ${returns.degreesOfFreedom} degrees of freedom.`];
    case 'bootstrap':
      return [`The blocks are ${returns.block} years long.`];
    case 'historical':
      return returns.wrap ? ['After its last period the history goes on at its first.'] : [];
    case 'lognormal':
      return [];
  }
}
