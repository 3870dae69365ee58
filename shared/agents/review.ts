import type * as z from 'zod';
import type { Fact } from '../schemas/fact.ts';
import type { AgentText } from '../schemas/text.ts';
import { complianceProblems } from './compliance/compliance.ts';
import { checkGrounding } from './grounding/check-grounding.ts';
import type { Grounding, PlacedText } from './grounding/check-grounding.ts';
import type { Marked } from './grounding/named/marks.ts';
import { plainAnswer } from './grounding/named/plain-answer.ts';
import type { Passage } from './grounding/passages.ts';
import { withoutProductNames } from './product-names.ts';

export type { PlacedText };

/** How the answer of an agent is reviewed: its form, what must be true of it besides, and the texts that state figures. */
export interface Judged<T> {
  answer: z.ZodType<T>;
  texts: (output: T) => PlacedText[];
  facts: readonly Fact[];
  /** What the texts may cite beside the facts. */
  passages?: readonly Passage[];
  /** What is wrong with a well-formed answer, one sentence each, e.g. a chart that does not exist. */
  problems?: (output: T) => string[];
}

const NONE: ReadonlyMap<string, Marked> = new Map();

/** `form`: not what was asked for; `figure`: no fact; `claim`: a promise or the like; `choice`: cannot be carried out. */
export type ProblemKind = 'form' | 'figure' | 'claim' | 'choice';

export interface Problem {
  kind: ProblemKind;
  /** For the model that wrote it: quotes its words, so it goes nowhere else. */
  say: string;
}

/** The answer, if it has the form asked for, and everything that is wrong with it. */
export interface Review<T> {
  answer: Reviewed<T> | null;
  problems: Problem[];
}

export interface Reviewed<T> {
  output: T;
  texts: PlacedText[];
  grounding: Grounding;
  /** How many promises, pushes and the like its texts make. */
  claims: number;
}

/**
 * @param names whether the answer may name the fact behind each figure, `[$412,000](portfolio.value)`: a model's, and not the
 *   narrator's. The texts are judged, stored and shown without those marks.
 */
export function review<T>(
  raw: unknown,
  { answer, texts, facts, passages, problems }: Judged<T>,
  names: 'names' | 'no names',
): Review<T> {
  const { answer: plain, marked } = names === 'names' ? plainAnswer(raw) : { answer: raw, marked: NONE };
  const parsed = answer.safeParse(plain);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }): Problem => {
      return { kind: 'form', say: `${path.join('.') || 'the answer'}: ${message}` };
    });
    return { answer: null, problems: issues };
  }
  const output = parsed.data;
  const written = texts(output);
  // What writes no texts names no figures: a symbol in square brackets is a symbol.
  if (written.length === 0 && marked.size > 0) return review(raw, { answer, texts, facts, ...(problems && { problems }) }, 'no names'); // prettier-ignore
  const placed = written.map((one): PlacedText => ({
    ...one,
    marks: marked.get(one.at)?.marks ?? [],
    ours: names === 'no names',
  }));
  const grounding = checkGrounding(placed, facts, passages);
  const withoutNames = withoutProductNames(facts);
  const claims = complianceProblems(placed.map(({ text }) => withoutNames(text)));
  return {
    answer: { output, texts: placed, grounding, claims: claims.length },
    problems: [
      ...grounding.problems.map((say): Problem => ({ kind: 'figure', say })),
      ...claims.map((say): Problem => ({ kind: 'claim', say })),
      ...(problems?.(output) ?? []).map((say): Problem => ({ kind: 'choice', say })),
    ],
  };
}

const counted: Readonly<Record<ProblemKind, readonly [one: string, many: string]>> = {
  form: ['thing that does not have the form asked for', 'things that do not have the form asked for'],
  figure: ['figure that is no fact', 'figures that are no facts'],
  claim: ['promise or push', 'promises or pushes'],
  choice: ['choice that cannot be carried out', 'choices that cannot be carried out'],
};

/** The problems by number and kind, without a word of the text that has them: "2 figures that are no facts". */
export function countProblems(problems: readonly Problem[]): string {
  const kinds = Map.groupBy(problems, ({ kind }) => kind);
  return [...kinds].map(([kind, all]) => `${all.length} ${counted[kind][all.length === 1 ? 0 : 1]}`).join(', ');
}

/** Titles and bodies: all that a reader sees of sections. */
export function textsOfSections({ sections }: AgentText): PlacedText[] {
  return sections.flatMap(({ title, body }, index) => [
    { at: `sections.${index}.title`, text: title },
    { at: `sections.${index}.body`, text: body },
  ]);
}
