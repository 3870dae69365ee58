import { taggerAnswer, taggerPrompt } from '../prompts/tagger.ts';
import type { TaggerAnswer, UnclassifiedInstrument } from '../prompts/tagger.ts';
import { classification as classificationSchema } from '../schemas/classification.ts';
import type { Classification, InstrumentType } from '../schemas/classification.ts';
import type { IsoDate } from '../schemas/decimal.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { runAgent } from './run.ts';

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

type Answered = TaggerAnswer['instruments'][number];

/**
 * Classifies instruments that the reference set does not know, one answer for each, in the order given. What cannot be
 * said stays unclassified.
 *
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export async function classifyInstruments(
  items: readonly UnclassifiedInstrument[],
  options: AgentOptions = {},
): Promise<AgentResult<TaggedInstrument[]>> {
  const asOf = (options.now?.() ?? new Date()).toISOString().slice(0, 10);
  const asked = items.map(({ symbol, name }) => ({ symbol, name }));
  const result = await runAgent(
    {
      agent: 'tagger',
      prompt: taggerPrompt(asked, asOf),
      answer: taggerAnswer,
      // Classifications are choices, not figures of the person's portfolio: there are no facts to hold them to.
      texts: () => [],
      facts: [],
      problems: ({ instruments }) => problemsIn(instruments, asked, asOf),
    },
    options,
  );
  const bySymbol = new Map(result.output.instruments.map((answer) => [answer.symbol, answer]));
  const output = asked.map(({ symbol, name }): TaggedInstrument => {
    const answer = bySymbol.get(symbol);
    if (answer === undefined) {
      return { symbol, name, type: null, classification: null, rationale: 'The tagger gave no answer for it.' };
    }
    const classification = classificationOf(answer, asOf);
    return { symbol, name, type: answer.type, classification: classification ?? null, rationale: answer.rationale };
  });
  return { ...result, output };
}

function problemsIn(answers: readonly Answered[], asked: readonly { symbol: string }[], asOf: IsoDate): string[] {
  const symbols = new Set(asked.map(({ symbol }) => symbol));
  const answered = new Set(answers.map(({ symbol }) => symbol));
  return [
    ...answers.filter(({ symbol }) => !symbols.has(symbol)).map(({ symbol }) => `${symbol} was not asked about`),
    ...[...symbols].filter((symbol) => !answered.has(symbol)).map((symbol) => `${symbol} has no answer`),
    ...answers.flatMap((answer) =>
      classificationOf(answer, asOf) === undefined
        ? [`${answer.symbol}: give all three breakdowns, each summing to 1, or null for all three`]
        : [],
    ),
  ];
}

/** The classification that an answer states; null for "cannot say"; undefined where it does not hold together. */
function classificationOf(answer: Answered, asOf: IsoDate): Classification | null | undefined {
  const { assetClasses, regions, sectors, confidence, rationale, citation } = answer;
  if (assetClasses === null && regions === null && sectors === null) return null;
  if (assetClasses === null || regions === null || sectors === null) return undefined;
  const parsed = classificationSchema.safeParse({
    assetClasses: normalised(assetClasses),
    regions: normalised(regions),
    sectors: normalised(sectors),
    source: 'model',
    citation,
    asOf,
    confidence,
    rationale,
  });
  return parsed.success ? parsed.data : undefined;
}

/** Weights that sum to 1 within 2% (a third, three times, as 0.33) are made to sum to it exactly; others are left as they are. */
function normalised(list: readonly { key: string; weight: number }[]): Record<string, number> {
  const sum = list.reduce((total, { weight }) => total + weight, 0);
  const divisor = Math.abs(sum - 1) <= 0.02 ? sum : 1;
  return Object.fromEntries(list.map(({ key, weight }) => [key, weight / divisor]));
}
