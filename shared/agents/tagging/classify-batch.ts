import { taggerAnswer, taggerPrompt } from '../../prompts/tagger.ts';
import type { UnclassifiedInstrument } from '../../prompts/tagger.ts';
import type { Classification, InstrumentType } from '../../schemas/classification.ts';
import type { IsoDate } from '../../schemas/decimal.ts';
import type { AgentOptions, AgentResult } from '../agent-run.ts';
import { NARRATOR, NarratorModel } from '../models/narrator/narrator.ts';
import { taggerPart } from '../models/narrator/parts/tagger.ts';
import { runAgent } from '../run.ts';
import { classificationOf, problemsIn, soundAnswers } from './classification.ts';

/** What the tagger made of one instrument. */
export interface TaggedInstrument {
  symbol: string;
  name: string | null;
  /** Null where the name does not say it. */
  type: InstrumentType | null;
  /** `source` is "model". Null: it cannot be said, and the instrument stays unclassified. */
  classification: Classification | null;
  /** One sentence: why this classification, or why none. */
  rationale: string;
}

/** What was made of a batch, one answer for each instrument. */
export interface TaggedBatch extends AgentResult<TaggedInstrument[]> {
  /** Of how many a model was asked without an answer that could be used: the narrator's rules stood in for those alone. */
  missed: number;
}

/**
 * Asks about some instruments in one question, and gives back one answer for each, in their order. What a model says of one
 * that cannot be used costs none of the others.
 *
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export async function classifyBatch(
  items: readonly UnclassifiedInstrument[],
  asOf: IsoDate,
  options: AgentOptions,
): Promise<TaggedBatch> {
  const asked = items.map(({ symbol, name, currency }) => ({ symbol, name, ...(currency && { currency }) }));
  const result = await runAgent(
    {
      agent: 'tagger',
      prompt: taggerPrompt(asked, asOf),
      answer: taggerAnswer,
      // Classifications are choices, not figures of the person's portfolio: there are no facts to hold them to.
      texts: () => [],
      facts: [],
      problems: ({ instruments }) => problemsIn(instruments, asked, asOf),
      play: taggerPart,
      usable: (raw) => {
        const sound = soundAnswers(raw, asked, asOf);
        return sound.length === 0 ? null : { instruments: sound };
      },
    },
    options,
  );
  const { model } = result.author;
  const bySymbol = new Map(result.output.instruments.map((answer) => [answer.symbol, answer]));
  const unanswered = items.filter(({ symbol }) => !bySymbol.has(symbol));
  const byRules =
    unanswered.length === 0 || model === NARRATOR
      ? []
      : (await classifyBatch(unanswered, asOf, { ...options, model: new NarratorModel() })).output;
  const output = asked.map(({ symbol, name }): TaggedInstrument => {
    const answer = bySymbol.get(symbol);
    if (answer === undefined) {
      const none = { symbol, name, type: null, classification: null, rationale: 'The tagger gave no answer for it.' };
      return byRules.find((one) => one.symbol === symbol) ?? none;
    }
    // A model's word for what it rests on is no source: it read a name and remembers.
    const citation = model === NARRATOR ? answer.citation : `${model}, a language model, from the name alone`;
    const classification = classificationOf(answer, citation.slice(0, 500), asOf) ?? null;
    return { symbol, name, type: answer.type, classification, rationale: answer.rationale };
  });
  const missed = result.degraded === null ? unanswered.length : items.length;
  return { ...result, output, missed };
}
