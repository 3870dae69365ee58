import type { UnclassifiedInstrument } from '../prompts/tagger.ts';
import type { GroundingCheck } from '../schemas/text.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { chooseModel } from './models/chosen-model.ts';
import { NARRATOR, NarratorModel } from './models/narrator/narrator.ts';
import { taggerConcurrency } from './models/settings.ts';
import { askInBatches } from './tagging/batches.ts';
import { classifyBatch } from './tagging/classify-batch.ts';
import type { TaggedBatch, TaggedInstrument } from './tagging/classify-batch.ts';

export type { TaggedInstrument };

type Tagged = AgentResult<TaggedInstrument[]>;

/**
 * Classifies instruments that the reference set does not know, one answer for each, in the order given. What cannot be
 * said stays unclassified. A model is asked in batches, each of which falls to the narrator's rules by itself.
 *
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export async function classifyInstruments(
  items: readonly UnclassifiedInstrument[],
  options: AgentOptions = {},
): Promise<Tagged> {
  const asOf = (options.now?.() ?? new Date()).toISOString().slice(0, 10);
  if (chooseModel('tagger', options).model instanceof NarratorModel) return classifyBatch(items, asOf, options);

  const { deadlineMs } = options;
  const until = performance.now() + (deadlineMs ?? 0);
  const inTime = (): AgentOptions =>
    deadlineMs === undefined ? options : { ...options, deadlineMs: Math.max(0, until - performance.now()) };
  const { results, left } = await askInBatches(items, taggerConcurrency(options.environment ?? {}), async (batch) => {
    const result = await classifyBatch(batch, asOf, inTime());
    return { result, answered: result.degraded === null };
  });
  if (left.length === 0) return together(items, results);
  const rest = await classifyBatch(left, asOf, { ...inTime(), model: new NarratorModel() });
  return together(items, [...results, { ...rest, degraded: NOT_ASKED, missed: left.length }]);
}

/** From the least to the most that was done to what a model said. */
const outcomes: readonly GroundingCheck['outcome'][] = ['passed', 'repaired', 'rewritten', 'replaced'];

const IN_PART = 'The rest of its answer could not be used.';
const NOT_ASKED = 'The model was not asked about the rest.';

/** The results as one: signed by the model where it classified any, degraded by how many it did not. */
function together(items: readonly UnclassifiedInstrument[], results: readonly TaggedBatch[]): Tagged {
  const bySymbol = new Map(results.flatMap(({ output }) => output).map((one) => [one.symbol, one]));
  const missed = results.reduce((sum, batch) => sum + batch.missed, 0);
  const inPart = results.some((batch) => batch.degraded === null && batch.missed > 0);
  const failed = results.flatMap(({ degraded }) => degraded ?? []);
  const reasons = [...new Set([...failed, ...(inPart ? [IN_PART] : [])])].join(' ');
  const by = results.find(({ degraded }) => degraded === null)?.author.model ?? NARRATOR;
  const worst = Math.max(0, ...results.map(({ check }) => outcomes.indexOf(check.outcome)), missed > 0 ? 3 : 0);
  return {
    output: items.flatMap(({ symbol }) => bySymbol.get(symbol) ?? []),
    author: { agent: 'tagger', model: by },
    check: { figures: 0, grounded: 0, strays: [], outcome: outcomes[worst] ?? 'passed', findings: [] },
    judgement: null,
    degraded: missed === 0 ? null : `The model did not classify ${missed} of ${items.length} instruments. ${reasons}`,
  };
}
