import { orderOf } from '../../../schemas/retirement-plan/history-periods.ts';
import type { History } from '../../../schemas/retirement-plan/market.ts';
import { isSocialSecurity } from '../../../schemas/retirement-plan/income-kind.ts';
import type { IncomeStream } from '../../../schemas/retirement-plan/incomes.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { percent, usd } from '../../amounts.ts';
import { wordOf } from '../../labels.ts';
import { listed } from '../../listed.ts';
import { incomeName } from '../income-name.ts';
import { nameOf } from '../name-of.ts';
import { columnsInPercent } from '../returns/percent-figures.ts';
import { hasBounds, unusedNotes, usesAmount } from '../spending/used-fields.ts';
import { countedCut, paidIncomes, uncountedNotes } from '../uncounted.ts';
import { spendingFrom } from '../work-stops.ts';
import { EPSILON } from '../compile/steps.ts';
import { betweenSteps } from './between-steps.ts';
import { otherRetirements } from './other-retirements.ts';
import { scaledWeightNotes } from './scaled-weights.ts';
import type { Sustained } from './sustainable-spending.ts';

/** With as many degrees of freedom, or fewer, the fourth moment of Student-t returns is infinite. */
const WILD = 4;

/** The conventions that this plan's figures rest on, in plain words; `drawn` is what its market says of itself. */
export function planNotes(plan: Plan, drawn: readonly string[] = []): string[] {
  const { spending, market, simulation, incomes, accounts } = plan;
  const step = { 1: 'year', 4: 'quarter', 12: 'month', 52: 'week' }[simulation.stepsPerYear];
  const list = [
    'All money is in today’s US dollars (real); returns are stated as their basis says.',
    `Spending is withdrawn at the ${spending.timing} of each ${step}, from the accounts in their order; ${rebalancing(market.rebalanceYears ?? 1)}.`,
  ];
  if ('history' in market.returns && typeof market.returns.history !== 'string') {
    list.push(...historyNotes(market.returns.history));
  }
  if (market.returns.model === 'historical') {
    list.push(
      'Every historical sequence is run once. They overlap, so the standard error understates what is not known.',
    );
  }
  if (market.returns.model === 'student_t') {
    const { degreesOfFreedom } = market.returns;
    list.push('No return of a step is below −99%.');
    if (degreesOfFreedom <= WILD) {
      list.push(
        `With ${degreesOfFreedom} degrees of freedom most of the volatility is in very rare years and all others are calm: ` +
          'success can be higher than with lognormal returns of the same volatility, though the tails are fatter.',
      );
    }
  }
  if (incomes.length > 0) list.push('Income beyond spending is saved in the first account.', ...earlyIncomeNotes(plan));
  if (accounts.some((account) => account.taxRate > 0)) {
    list.push(
      'Taxes are effective rates: of what is withdrawn from tax-deferred accounts, and of each year’s nominal return of taxable ones, losses credited.',
    );
  }
  if (
    accounts.some(
      ({ type, taxRate, fee, balance, costBasis = balance }) =>
        type === 'taxable' && taxRate > 0 && fee > 0 && costBasis < balance,
    )
  )
    // prettier-ignore
    list.push(
      'The fee of a taxable account is taken from its balance and leaves the gain that it began with as it is, so that gain becomes a larger share of what is withdrawn: a little too much is taxed.',
    );
  return [
    ...uncountedNotes(plan),
    ...scaledWeightNotes(market),
    ...list,
    ...fallNotes(plan),
    ...survivorsNotes(plan),
    ...cutNotes(plan),
    ...betweenSteps(plan),
    ...otherRetirements(plan),
    ...spendingNotes(spending),
    ...unusedNotes(plan),
    ...drawn,
  ];
}

/** What falls at an age of the plan's own, in every future alike. */
function fallNotes({ people, market }: Plan): string[] {
  const who = people.length === 1 ? 'the person turns' : `${nameOf(people, 0)} turns`;
  return (market.falls ?? []).flatMap(({ age, by }) => {
    const falling = Object.entries(by).flatMap(([name, share]) =>
      share > 0 ? [`${wordOf(name)} by ${percent(share)}`] : [],
    );
    return falling.length === 0
      ? []
      : [`In the step in which ${who} ${age} there is a fall in every future, of ${listed(falling)}, on top of what returns are there.`]; // prettier-ignore
  });
}

/** Income that is paid while nothing is spent yet: saved in full, which whoever lives on it takes for a better chance than theirs. */
function earlyIncomeNotes(plan: Plan): string[] {
  const { people } = plan;
  const begins = spendingFrom(plan);
  const wait = begins - (people[0]?.age ?? 0);
  const early = paidIncomes(plan).filter((one) => {
    const from = isSocialSecurity(one) ? one.claimAt : one.from;
    return one.amount > 0 && from < (people[one.owner]?.age ?? 0) + wait - EPSILON;
  });
  if (early.length === 0 || wait < EPSILON) return [];
  const named = early.map(({ kind, owner }) =>
    people.length === 1 ? incomeName(kind) : `${nameOf(people, owner)}’s ${incomeName(kind)}`,
  );
  const age = Number(begins.toFixed(1));
  const when = people.length === 1 ? `at ${age}` : `when ${nameOf(people, 0)} turns ${age}`;
  return [
    `Spending begins ${when}: what is paid before (${[...new Set(named)].join(', ')}) is saved in full until then. Where it is lived on instead, let it begin with the spending, or the spending earlier (spending.from).`,
  ];
}

/** What a survivor has of a couple's Social Security, and what of the law is left out. */
function survivorsNotes(plan: Plan): string[] {
  const pays = ({ kind, amount }: IncomeStream): boolean => kind === 'social_security' && amount > 0;
  if (plan.people.length < 2 || !paidIncomes(plan).some(pays)) return [];
  return [
    'Who survives the other has the larger of their own Social Security and the survivor’s benefit (20 CFR 404.335 to 404.338): what the other was paid, at least 82.5% of the full benefit, or the full benefit where the other had not claimed; from 60 on, less before 67. ' +
      'It is applied for at once: nobody waits for a larger one. Limits on earnings, and benefits of spouses and children, are left out.',
  ];
}

/** A cut of Social Security from a day on. */
function cutNotes(plan: Plan): string[] {
  const cut = countedCut(plan);
  if (cut === undefined) return [];
  const when = plan.people.length === 1 ? `age ${cut.from}` : `${nameOf(plan.people, 0)} turning ${cut.from}`;
  return [`All Social Security is cut by ${percent(cut.share)} from ${when} on, a survivor’s too.`];
}

/** What is to be said where something else than the money decides what is sustainable. */
export function stopNotes({ spending: { rule }, simulation }: Plan, solved: Sustained | null): string[] {
  if (typeof solved?.stop !== 'string') return [];
  const asked = `the ${percent(simulation.confidence)} asked for`;
  const chance = percent(solved.success);
  const { floor = 0 } = rule.rule === 'guyton_klinger' ? rule : {};
  switch (solved.stop) {
    case 'ceiling':
      return [
        `The sustainable amount is the ceiling, ${usd(solved.amount ?? 0)} a year: the rule never spends more, and that succeeds with ${chance}, not ${asked}. What the money alone would bear, the plan without its ceiling says.`,
      ];
    case 'floor':
      return [
        `There is no sustainable amount: the rule never spends less than its floor, ${usd(floor)} a year, and that succeeds with ${chance}, less than ${asked}. What the money alone would bear, the plan without its floor says.`,
      ];
    case 'goals':
      return [
        `There is no sustainable amount: with nothing spent but the one-off goals the plan succeeds with ${chance}, less than ${asked}. What it comes to without the largest of them, the what-ifs say.`,
      ];
    case 'any':
      return [
        `There is no largest sustainable amount: with any, the plan succeeds with ${chance}, for none of it has to be spent.`,
      ];
  }
}

/** A record that stood in another order than that of time, or whose figures look like percentages. */
function historyNotes(history: History): string[] {
  const stood = orderOf(history);
  const large = columnsInPercent(history).map(({ name, middle }) => `${wordOf(name)} (${percent(middle)})`);
  return [
    ...(stood === 'oldest first' ? [] : [`The history stood ${stood} and was put in the order of time.`]),
    ...(large.length === 0
      ? []
      : [
          `The ${history.frequency} in the middle of the history is very large in ${large.join(', ')}: its figures are fractions, 0.07 for 7%.`,
        ]),
  ];
}

function rebalancing(years: number): string {
  if (years === 0) return 'the mix is never rebalanced and drifts with its returns';
  return `the mix is kept by rebalancing ${years === 1 ? 'once a year' : `every ${years} years`}`;
}

/** What the spending rule makes of the amount, and of the amount that is solved for. */
function spendingNotes(spending: Plan['spending']): string[] {
  const { amount, rule, growth = 0, shareByAge = [] } = spending;
  const list: string[] = [];
  if (usesAmount(spending) && (growth !== 0 || shareByAge.length > 0)) {
    const what = hasBounds(spending) ? 'The amount behind the floor and the ceiling changes' : 'Spending changes';
    list.push(`${what} with age as the plan says; the sustainable amount is what those changes start from.`);
  }
  switch (rule.rule) {
    case 'constant_real':
      return list;
    case 'constant_nominal':
      return [
        ...list,
        'Spending stays the same in dollars, so its percentiles, in today’s money, fall with inflation; the sustainable amount is the first year’s.',
      ];
    case 'guyton_klinger':
      return [
        ...list,
        'The guardrails cut and raise what is withdrawn, so success is of spending that moves: look at its percentiles too. ' +
          `The sustainable amount is the first year’s; later years follow the rule${within(rule)}.`,
        'Their rate is of what the accounts have to pay a year over the years left: income that begins or ends later is ' +
          `spread over them at a real ${Math.round(rule.incomeReturn * 1000) / 10}% a year.`,
        ...clamped(amount, rule),
      ];
    case 'floor_and_ceiling':
      return [...list, 'The sustainable amount is the one that the floor and the ceiling are shares of.'];
    case 'percentage':
    case 'variable_percentage':
      return [
        ...list,
        'This rule never runs out of money by itself: look at the spending percentiles, not at success alone. No sustainable amount and no earliest retirement are solved for.',
      ];
  }
}

function within({ floor, ceiling }: { floor?: number | undefined; ceiling?: number | undefined }): string {
  const bounds = [
    ...(floor === undefined ? [] : ['below its floor']),
    ...(ceiling === undefined ? [] : ['above its ceiling']),
  ];
  return bounds.length === 0 ? '' : `, but not ${bounds.join(' nor ')}`;
}

/** An amount outside the rule's own bounds is not what spending begins with. */
function clamped(
  amount: number,
  { floor = 0, ceiling = Infinity }: { floor?: number | undefined; ceiling?: number | undefined },
): string[] {
  if (amount >= floor && amount <= ceiling) return [];
  const bound = amount < floor ? `floor of ${usd(floor)}` : `ceiling of ${usd(ceiling)}`;
  return [`Spending begins at the ${bound} a year, not at the ${usd(amount)} that the plan gives.`];
}
