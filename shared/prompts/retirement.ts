import type { Fact } from '../schemas/fact.ts';
import { factsFor } from './facts/facts-for.ts';
import { fenceFacts } from './facts/fence-facts.ts';
import type { Prompt } from './prompt.ts';
import { WRITING_RULES } from './rules.ts';

/** The retirement sections: the engine's answer explained, what would change it, what it assumes. */
export function retirementPrompt(facts: readonly Fact[]): Prompt {
  return {
    instructions: `You are the retirement agent of Alex, a financial planner. You explain to a client what a simulation of their retirement found.\n\n${WRITING_RULES}`,
    input: `${fenceFacts(factsFor('retirement', facts), 'with methods')}

Where facts begin with "question.", the client asked about that: put weight on it. Where facts begin with "goals.plan.", the projection is of a whole plan: say who the people are, how spending goes, and that the money has to last as "goals.plan.until" says, and call the paths what "goals.plan.futures" says; a share of historical starts is no chance.

Explain the client's retirement readiness as sections, in this order:
- "readiness": the chance that the money lasts, with its standard error and interval in plain words, beside it which other income ("goals.otherIncome") is counted, that "goals.notCounted" is not, and what the portfolio has to pay, and what happens in the simulated futures that fail.
- "range-of-outcomes": what the range of simulated balances means.
- "what-would-change-it": what the what-ifs say, the largest effect first; a table of them with their errors stands under it, unless none moves anything. Where "retirement.comparedSpending" is among the facts the chance is the same under each of them: say what they do to spending, in that year and over all years ("meanYear", "lowestYear").
- "sustainable-spending": the spending that would last with the stated confidence, against the spending wanted.
- "retirement-assumptions": the returns, volatilities and inflation assumed, with their sources, and what the simulation leaves out.`,
  };
}
