import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import { compile } from '../compile/compile.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { MOST } from '../ledger/accounts.ts';
import { proportion } from '../proportion.ts';
import { mixLaw } from '../returns/laws.ts';
import { marketLaw } from '../returns/market-law.ts';
import { earliestAlone, earliestRetirement } from './earliest-retirement.ts';
import { historyStarts } from './failed-starts.ts';
import { planNotes, stopNotes } from './notes.ts';
import { isOfGoals } from './goal-what-ifs.ts';
import { drive } from './question.ts';
import type { Asking } from './question.ts';
import { cannotMove, countLasting, rankBySpending, rankWhatIfs } from './ranking.ts';
import type { PlanResult } from './result.ts';
import type { Variant } from '../retiring.ts';
import { spendingEffects } from './spending-effects.ts';
import type { SpendingEffects } from './spending-effects.ts';
import { planFan, story } from './story.ts';
import { spending, sustainableSpending, sustainedExactly } from './sustainable-spending.ts';
import { whatIfs } from './what-ifs.ts';

const NEVER =
  'Spending never begins: nobody lives to it, or its share is 0. There is nothing to fail, so success says nothing here.';

const CAPPED =
  'No account is counted beyond 10^100 dollars: the highest balances here are that bound and no result, for such a market compounded so long is beyond any number of use.';

const ONE_YEAR =
  'The changes are ranked by what they do to one year’s spending; what they take or give in other years, the mean year and the lowest say.';

/** Whether spending follows the markets from an amount on: then that amount alone says too little. */
const follows = ({ rule }: Plan['spending']): boolean =>
  rule.rule === 'guyton_klinger' || rule.rule === 'floor_and_ceiling';

const isConstant = ({ rule }: Plan['spending']): boolean =>
  rule.rule === 'constant_real' || rule.rule === 'constant_nominal';

/** Whether years spend something else than the amount, so that what they spend has to stand beside the one that is solved for. */
const departs = (spending: Plan['spending']): boolean => follows(spending) || (spending.shareByAge ?? []).length > 0;

/** What the plan itself spends, without what changes do to it. */
const comparedOf = ({ changes: _changes, ...own }: SpendingEffects) => own;

/** Everything that Alex can say about a checked plan, computed on this thread. */
export function projectPlan(plan: Plan, assumptions?: MarketAssumptions, variant?: Variant): PlanResult {
  return drive(answerPlan(plan, assumptions, variant), assumptions);
}

/**
 * The questions that a plan's answer takes: the plan with its what-ifs, then what is solved for.
 *
 * @param variant the plan under other goals, where it was made from goals
 */
export function* answerPlan(plan: Plan, assumptions?: MarketAssumptions, variant?: Variant): Asking<PlanResult> {
  const compiled = compile(plan, assumptions);
  const law = marketLaw(plan.market, assumptions);
  const weights = compiled.weightsAt(0);
  const moments = mixLaw(law, weights);
  const paths = Number.isFinite(compiled.market.sequences) ? compiled.market.sequences : plan.simulation.paths;
  const changes = whatIfs(plan, { mean: moments.mean, inflation: law.inflation.mean }, variant);
  const tally = yield { plans: [plan, ...changes.map((change) => change.plan)], paths, record: true };
  // Taken out of the run before the next question, whose paths may be written over its own.
  const success = proportion(countLasting(tally.ruin), paths);
  const starts = historyStarts(plan, tally.ruin, paths);
  const fans = {
    balance: planFan(tally.records?.balance, compiled, paths),
    spending: planFan(tally.records?.spending, compiled, paths),
  };
  const told = story(compiled, tally);
  const ranked = rankWhatIfs(changes, tally);
  const { confidence } = plan.simulation;
  const exact = tally.records?.sustainable ?? new Float64Array(0);
  const spends = compiled.schedule.unit.some((share) => share > 0);
  const solved = !spends
    ? null
    : yield* exact.length > 0 ? sustainedExactly(plan, paths, exact) : sustainableSpending(plan, paths);
  const amount = solved?.amount ?? null;
  const sustained = amount === null || amount === 0 || !departs(plan.spending) ? null : spending(plan, amount);
  const then = sustained === null ? null : yield { plans: [sustained], paths, record: true };
  const earliest = yield* earliestRetirement(plan, paths, tally.records, variant);
  const alone = earliest === null ? null : yield* earliestAlone(plan, paths);
  // A constant spending is met or not; where it always is, a change leaves it what it is.
  const moves = spends && changes.length > 0 && !isConstant(plan.spending) && cannotMove(success.estimate, ranked);
  const compared = changes.filter((change) => !isOfGoals(change));
  const effects = moves ? yield* spendingEffects(plan, compared, paths, { compiled, spending: fans.spending }) : null;

  return {
    basis: 'real',
    paths,
    seed: plan.simulation.seed,
    stepsPerYear: plan.simulation.stepsPerYear,
    success: success.estimate,
    standardError: success.standardError,
    interval: success.interval,
    ...fans,
    ...told,
    ...(starts !== undefined && { starts }),
    confidence,
    sustainableSpending: amount,
    sustainableSuccess: solved?.success ?? null,
    sustainableStop: solved?.stop ?? null,
    spendingCut: follows(plan.spending) && spends ? (tally.records?.cuts[0] ?? 0) / paths : null,
    sustainableFan: then === null ? null : planFan(then.records?.spending, compiled, paths),
    earliestRetirement: earliest && { ...earliest, ...(alone !== null && { alone }) },
    whatIfs: effects === null ? ranked : rankBySpending(compared, ranked, effects),
    whatIfMeasure: effects === null ? 'success' : 'spending',
    comparedSpending: effects === null ? null : comparedOf(effects),
    market: {
      returns: plan.market.returns.model,
      assets: law.assets.map(({ name, mean, volatility, real }, index) => ({
        name,
        weight: weights[index] ?? 0,
        mean,
        volatility,
        basis: real ? 'real' : 'nominal',
      })),
      mean: moments.mean,
      volatility: moments.volatility,
      inflation: law.inflation.mean,
    },
    notes: [
      ...planNotes(plan, compiled.market.notes),
      ...stopNotes(plan, solved),
      ...(effects === null ? [] : [ONE_YEAR]),
      ...(spends ? [] : [NEVER]),
      ...(Math.max(told.estate.p95, ...fans.balance.p95) >= MOST ? [CAPPED] : []),
    ],
  };
}
