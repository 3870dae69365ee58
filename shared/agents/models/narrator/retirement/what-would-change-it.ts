import type { Section } from '../../../../schemas/text.ts';
import type { Reading, Retirement, WhatIf } from '../reading/reading.ts';
import { asksLittle } from './chance-words.ts';
import { isCertain } from '../../../../finance/retirement/proportion.ts';
import { decisions, isReal, levers, strains } from '../report/retirement-levers.ts';
import { spendingMoved } from './spending-moved.ts';
import { body, list, paragraph } from '../wording/list.ts';
import { finePercent, points, percent } from '../wording/percent.ts';

/** From this chance on there is nothing to mend. */
const SAFE = 0.95;

/** What the table of what-ifs says; the report draws it from the figures, with their errors. */
export function whatWouldChangeIt(reading: Reading, plan: Retirement): Section | null {
  const { whatIfs } = plan;
  if (whatIfs.length === 0) return null;
  const moved = spendingMoved(reading, plan);
  const sorted = whatIfs.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const [title, id] = ['What would change the answer most', 'what-would-change-it'];
  if (moved !== null) return { id, title, body: moved };
  if (sorted.every((one) => one.change === 0)) return { id, title, body: noDifference(plan) };
  return {
    id,
    title,
    body: body(
      paragraph(
        plan.historical
          ? `Each line of the table changes one thing and begins again from the same starts; as it stands the money lasts from ${finePercent(plan.success)} of them.`
          : `Each line of the table changes one thing and simulates the same futures again; as it stands the chance is ${finePercent(plan.success)}.`,
        strongest(plan),
        worst(plan),
        unclear(sorted),
        simulatedStocks(reading),
      ),
    ),
  };
}

function noDifference(plan: Retirement): string {
  const { whatIfs, success, historical, income } = plan;
  const tried = list(whatIfs.map(({ label }) => `“${label}”`));
  if (asksLittle(plan))
    return `With ${income === 0 ? 'nothing' : 'next to nothing'} to pay, the money is left under each of the changes that were tried too: ${tried}.`;
  if (success === 1)
    return `The plan held ${historical ? 'from every historical start' : 'in every simulated future'}, and in every one under each of the changes that were tried too: more saving or less spending would add nothing to the chance. Tried were ${tried}.`;
  if (success === 0)
    return `The plan is too far from lasting for any one of the changes that were tried to make a difference: ${tried}.`;
  return `The answer does not hang on any one change: none of these makes a difference: ${tried}.`;
}

/** The what-ifs' shares of stocks are of what is simulated, which may not be what the rest of the report divides by. */
function simulatedStocks({ book, breakdown, retirement, unclassifiedWeight }: Reading): string | null {
  const simulated = book.number('assumption.equity.weight');
  const held = breakdown.assetClass.find(({ key }) => key === 'equity')?.weight ?? 0;
  const said = retirement?.whatIfs.some(({ key }) => key === 'more_equity' || key === 'less_equity') === true;
  if (!said || simulated === null || unclassifiedWeight < 0.005 || Math.abs(simulated - held) < 0.01) return null;
  return `Stocks are ${percent(simulated)} of what is simulated and ${percent(held)} of the portfolio, as what is not classified is taken to be like the rest.`;
}

function strongest(plan: Retirement): string {
  const [first, second] = levers(plan);
  if (plan.success >= SAFE) return 'At that level the plan asks for no more saving and no less spending.';
  if (first === undefined) {
    const helps = plan.whatIfs.some((one) => one.key in decisions && one.change > 0 && isCertain(one));
    return helps
      ? 'Of the changes that are in your hands, those that raise the chance for certain raise it by little.'
      : 'Of the changes that are in your hands, none of these raises the chance by more than chance explains.';
  }
  const next = second === undefined ? '' : `; next comes “${second.label}”, by ${points(second.change)}`;
  return `Of what is in your hands, “${first.label}” helps most: it raises the ${plan.historical ? 'share' : 'chance'} by ${points(first.change)}, to ${finePercent(first.success)}${next}.`;
}

function worst(plan: Retirement): string | null {
  const [first] = strains(plan);
  return first === undefined
    ? null
    : `The plan is most exposed to “${first.label}”, which would lower it by ${points(first.change)}, to ${finePercent(first.success)}.`;
}

/** A small effect is one, where its error is smaller still; one within its error may be none. */
function unclear(sorted: readonly WhatIf[]): string | null {
  const rest = sorted.filter((one) => one.change !== 0 && !isReal(one));
  const [small, within] = [true, false].map((certain) =>
    rest.filter((one) => isCertain(one) === certain).map(({ label }) => `“${label}”`),
  );
  return paragraph(
    small !== undefined && small.length > 0 && `What ${list(small)} would do is clear, but small.`,
    within !== undefined &&
      within.length > 0 &&
      `What ${list(within)} would do is within the error of the simulation, and may be nothing.`,
  );
}
