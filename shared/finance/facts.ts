import type { Analysis } from '../schemas/analysis.ts';
import type { Fact } from '../schemas/fact.ts';
import { allocationFacts } from './facts/allocation-facts.ts';
import { concentrationFacts } from './facts/concentration-facts.ts';
import { costFacts } from './facts/cost-facts.ts';
import { driftFacts } from './facts/drift-facts.ts';
import { FactList } from './facts/fact-list.ts';
import { gapFacts } from './facts/gap-facts.ts';
import { holdingFacts } from './facts/holding-facts.ts';
import { performanceFacts } from './facts/performance-facts.ts';
import { exchangeRateFacts, portfolioFacts } from './facts/portfolio-facts.ts';
import { questionFacts } from './facts/question-facts.ts';
import { rebalancingFacts } from './facts/rebalancing-facts.ts';
import { retirementFacts } from './facts/retirement-facts.ts';
import { riskFacts } from './facts/risk-facts.ts';
import { scoreFacts } from './facts/score-facts.ts';

/** Shares of the portfolio, which have no meaning where debts are above all that is held, or nothing has a value. */
const OF_THE_WHOLE =
  /^(?:allocation|holding|cash|otherHoldings|concentration|unclassified|guessed|doubted)\b(?!\.interest).*\.weight$/;

/**
 * Every figure that a text or a chart may use, flat and named, each with its unit, date and derivation. Bounded: about
 * 150 KB of JSON at most, whatever the portfolio. What is not known is not among them.
 */
export function factsOf(analysis: Analysis): Fact[] {
  const list = new FactList(analysis.asOf);
  for (const factsIn of [
    portfolioFacts,
    allocationFacts,
    concentrationFacts,
    driftFacts,
    costFacts,
    scoreFacts,
    riskFacts,
    rebalancingFacts,
    retirementFacts,
    questionFacts,
    holdingFacts,
    gapFacts,
    exchangeRateFacts,
    performanceFacts,
  ]) {
    list.addAll(factsIn(analysis).filter(({ name }) => analysis.totals.value > 0 || !OF_THE_WHOLE.test(name)));
  }
  return list.facts;
}
