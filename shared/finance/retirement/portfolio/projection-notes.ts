import { fixed, nextToAllOrNone, usd } from '../../amounts.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import { normalizeMix } from '../../market-assumptions/mix.ts';
import { countedGoals, uncountedGoalNotes } from '../uncounted.ts';
import type { RetirementInput } from '../project.ts';
import { lawNotes } from './law-notes.ts';
import { statesItsMix } from './plan-on-portfolio.ts';
import { paidAtOnce, repaymentsOf } from './repayment.ts';

interface Noted {
  input: RetirementInput;
  plan: Plan;
  assumptions: MarketAssumptions;
  /** What the engine says of the plan itself. */
  own: readonly string[];
}

/** What the figures rest on, in plain words: the conventions, the costs, the taxes, and what is not known. */
export function projectionNotes({ input, plan, assumptions, own }: Noted): string[] {
  const drawn = !('history' in plan.market.returns);
  return [
    ...(input.plan === undefined ? goalNotes(input, assumptions) : own),
    ...(input.plan !== undefined && drawn
      ? [`Returns that the plan does not give figures for are those of ${assumptions.name} (${assumptions.asOf}).`]
      : []),
    // What single names have of their own widens the classes' figures, which a history does not use.
    ...(drawn ? (assumptions.notes ?? []) : []),
    ...owedNotes(input),
    ...takenOffNotes(input),
    ...debtNotes(plan),
    ...gainNotes(input, plan),
    ...costNotes(input, plan),
    ...lawNotes(input, plan).map(({ note }) => note),
    ...unknownNotes(input, plan),
  ];
}

function goalNotes({ goals, taxShares }: RetirementInput, assumptions: MarketAssumptions): string[] {
  const rate = goals?.taxRate;
  const taxed = rate !== undefined;
  const counted = goals === undefined ? undefined : countedGoals(goals);
  return [
    ...(goals === undefined ? [] : uncountedGoalNotes(goals)),
    `All money is in today's dollars, ${taxed ? 'after tax' : 'before tax'}; income and saving keep pace with inflation.`,
    'Saving is added at the end of each working year; income is withdrawn at the start of each year of retirement.',
    `Returns are drawn from ${assumptions.name} (${assumptions.asOf}); the mix is kept by rebalancing once a year.`,
    ...(taxed
      ? [
          `Taxes: ${percent(rate)} of what is withdrawn from tax-deferred accounts and of each year's nominal return of taxable ones, losses credited; tax-free accounts pay none. Taxable accounts are used first, tax-free ones last; saving goes to them as the portfolio is divided.`,
        ]
      : (taxShares?.tax_deferred ?? 0) > 0
        ? ['No tax is taken off: a tax rate would have it reckoned by account type.']
        : []),
    ...((counted?.otherIncome ?? []).length > 0
      ? [
          `Other income is taken as sure to come${taxed ? ', after tax,' : ''} and keeps pace with inflation; what of it is not spent in a year is saved.`,
        ]
      : []),
  ];
}

/** The published returns are of asset classes, before what a fund takes of them. */
function costNotes({ costs, plan: asked }: RetirementInput, { accounts }: Plan): string[] {
  if (costs === undefined) return [];
  if (costs === null)
    return ['What the funds cost is not known, so no cost is taken off: returns are those of whole markets.'];
  const stated = asked?.accounts.some(({ fee }) => fee > 0) === true;
  const used = accounts.some(({ fee }) => fee === costs.fee);
  if (!used) return ['The plan’s own fees are taken off; the funds’ costs are not, on top of them.'];
  const rest = costs.coverage >= 1 ? '' : ', and the rest is taken to cost the same';
  const known = costs.coverage >= 1 ? 'known for all' : `known for ${partOf(costs.coverage)}`;
  return [
    `The funds' costs, ${percent(costs.weightedExpenseRatio, 2)} a year of what is invested (${known} of it${rest}), are taken off every year${stated ? '' : `: ${percent(costs.fee, 2)} of the whole portfolio`}. Returns are assumed before such costs.`,
    ...(stated ? ['Where the plan states a fee of an account, that is taken off in place of the funds’ costs.'] : []),
  ];
}

/** Gains of before today: taxed where there is a rate, else left out. */
function gainNotes({ untaxedGain }: RetirementInput, { accounts }: Plan): string[] {
  if (untaxedGain === undefined) return [];
  const rated = accounts.some(({ type, taxRate, balance }) => type === 'taxable' && taxRate > 0 && balance > 0);
  if (!rated)
    return untaxedGain.value > 0 ? ['The tax on what taxable accounts have gained until today is not taken off.'] : [];
  const known =
    untaxedGain.coverage >= 0.995
      ? ''
      : untaxedGain.coverage === 0
        ? 'What was paid is not known, so that gain is taken to be none: with one the answer would be lower.'
        : `What was paid is known for ${partOf(untaxedGain.coverage)} of what they hold; the rest is taken to have gained nothing.`;
  return [
    ['What taxable accounts have gained until today is taxed as it is withdrawn, in proportion.', known]
      .join(' ')
      .trim(),
  ];
}

/** Debts that state their interest are no part of the mix: they are paid first. */
function owedNotes({ owed, goals, balance }: RetirementInput): string[] {
  if (owed === undefined || goals === undefined) return [];
  const payments = repaymentsOf(owed, goals);
  const last = payments.at(-1);
  if (last === undefined) return [];
  const larger = owed.amount > balance ? 'are larger than all that is held. They are' : 'are';
  const charged = `${percent(owed.nominalRate)} a year that they are charged (${percent(owed.realRate)} above inflation)`;
  if (paidAtOnce(owed, goals)) {
    const why =
      goals.contribute > 0 && goals.retireAt > goals.age ? 'What is saved would not do it' : 'Nothing is saved';
    return [
      `The debts, ${usd(owed.amount)}, are paid back at once, out of what is held, ${usd(balance)}, and the ${charged} cease. ${why}. What-ifs of other saving or another retirement reckon it anew.`,
    ];
  }
  const several = (owed.debts?.length ?? 1) > 1 ? ', the dearest first' : '';
  const rest =
    last.amount > goals.contribute * (1 + Number.EPSILON)
      ? ` What is left of them at ${last.age}, ${usd(last.amount)}, is paid then, out of what is held.`
      : ` They are gone at ${last.age}.`;
  return [
    `The debts, ${usd(owed.amount)}, ${larger} paid back first, at the ${charged}: what is saved, ${usd(goals.contribute)} a year, goes to them at the end of each year${several}.${rest} What is held, ${usd(balance)}, stays invested as it is meanwhile. The payments count as spending of their years; what-ifs of other saving or another retirement reckon them anew.`,
  ];
}

/** Debts that no saving pays first, and that no proportion of what is held could stand for. */
function takenOffNotes({ takenOff, balance }: RetirementInput): string[] {
  return takenOff === undefined
    ? []
    : [
        `The debts, ${usd(takenOff.amount)}, are taken off what is held today, which leaves ${usd(balance)}, and the ${percent(takenOff.nominalRate)} a year that they are charged ceases.`,
      ];
}

/** A debt makes good years better and bad ones worse. */
function debtNotes({ market }: Plan): string[] {
  const debt = market.assets.find(({ weight }) => weight < 0);
  if (debt === undefined || market.glidePath.length > 0) return [];
  return [
    `Part of what is held is borrowed, ${percent(-debt.weight)} of what is owned: it is simulated as cash below zero, kept in that proportion, at the return of cash. A broker usually asks for more, and may sell at a bad time; no more than all is lost.`,
  ];
}

/** Below this share what is not known is no matter for the reader of a plan that has a mix of its own. */
const MUCH = 0.5;

/** A plan's own mix says nothing of what is held: where most of that is not known, nobody can tell whether it is the plan's. */
function unknownBeside({ unknown = 0 }: RetirementInput['mix']): string[] {
  return unknown > MUCH
    ? [
        `${percent(unknown)} of the portfolio has no known asset class: whether it is invested as the plan says cannot be told from it.`,
      ]
    : [];
}

function unknownNotes({ mix, plan: asked }: RetirementInput, { market }: Plan): string[] {
  if (asked !== undefined && statesItsMix(asked)) return unknownBeside(mix);
  const { unknown } = normalizeMix(mix);
  if (unknown === 0 || market.glidePath.length > 0) return [];
  const share = unknown < 0.001 ? 'Less than 0.1%' : percent(unknown);
  return [`${share} of the portfolio has no known asset class; it is simulated like the rest.`];
}

const percent = (share: number, decimals = 1): string => `${fixed(share * 100, decimals)}%`;

/** In whole percents; never all where something lacks. */
function partOf(share: number): string {
  const next = nextToAllOrNone(share, 0);
  return next === null ? percent(share, 0) : `${next.than} than ${next.percentage}%`;
}
