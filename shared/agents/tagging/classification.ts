import * as z from 'zod';
import { taggerAnswer, type TaggerAnswer } from '../../prompts/tagger.ts';
import { classification as classificationSchema } from '../../schemas/classification.ts';
import type { Classification } from '../../schemas/classification.ts';
import type { IsoDate } from '../../schemas/decimal.ts';

export type Answered = TaggerAnswer['instruments'][number];
const answered = taggerAnswer.shape.instruments.element;

/** So far from 1 a sum of weights may be and still be meant as 1: thirds, three times 0.33. */
const ROUNDED = 0.02;

/**
 * The classification that an answer states; null for "cannot say"; undefined where it does not hold together.
 *
 * @param citation who says so
 */
export function classificationOf(
  { assetClasses, regions, sectors, confidence, rationale }: Answered,
  citation: string,
  asOf: IsoDate,
): Classification | null | undefined {
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

/** What is wrong with the answers to a question about these symbols, one sentence each. */
export function problemsIn(
  answers: readonly Answered[],
  asked: readonly { symbol: string }[],
  asOf: IsoDate,
): string[] {
  const symbols = new Set(asked.map(({ symbol }) => symbol));
  const given = Map.groupBy(answers, ({ symbol }) => symbol);
  return [
    ...[...given.keys()].filter((symbol) => !symbols.has(symbol)).map((symbol) => `${symbol} was not asked about`),
    ...[...symbols].filter((symbol) => !given.has(symbol)).map((symbol) => `${symbol} has no answer`),
    ...[...given].filter(([, all]) => all.length > 1).map(([symbol]) => `${symbol} is answered more than once`),
    ...answers.flatMap((answer) =>
      classificationOf(answer, 'unknown', asOf) === undefined
        ? [`${answer.symbol}: give all three breakdowns, each summing to 1, or null for all three`]
        : [],
    ),
    ...answers.filter(hasLink).map(({ symbol }) => `${symbol}: a rationale has no link`),
  ];
}

const answerList = z.object({ instruments: z.array(z.unknown()) });

/** Of what a model answered, in whatever form, what can be used as it is: of what was asked, once, and whole. */
export function soundAnswers(raw: unknown, asked: readonly { symbol: string }[], asOf: IsoDate): Answered[] {
  const listed = answerList.safeParse(raw).data?.instruments ?? [];
  const read = listed.flatMap((one) => answered.safeParse(one).data ?? []);
  const given = Map.groupBy(read, ({ symbol }) => symbol);
  return asked.flatMap(({ symbol }) => {
    const [answer, ...more] = given.get(symbol) ?? [];
    const isSound = answer !== undefined && more.length === 0 && !hasLink(answer);
    return isSound && classificationOf(answer, 'unknown', asOf) !== undefined ? [answer] : [];
  });
}

/** A rationale is shown to the person: nothing that leads out of the report belongs in it. */
const hasLink = ({ rationale }: Answered): boolean => /:\/\/|\bwww\.|\]\(/i.test(rationale);

/** Weights by key, made to sum to 1 where they nearly do. A key that is given twice is left to not sum to it. */
function normalised(list: readonly { key: string; weight: number }[]): Record<string, number> {
  const sum = list.reduce((total, { weight }) => total + weight, 0);
  const divisor = Math.abs(sum - 1) <= ROUNDED ? sum : 1;
  return Object.fromEntries(list.map(({ key, weight }) => [key, weight / divisor]));
}
