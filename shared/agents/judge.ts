import { judgeAnswer, judgePrompt } from '../prompts/judge.ts';
import type { JudgeAnswer } from '../prompts/judge.ts';
import { repairRequest } from '../prompts/repair.ts';
import type { Prompt } from '../prompts/prompt.ts';
import type { Fact } from '../schemas/fact.ts';
import { criteria, overallOf } from '../schemas/judgement.ts';
import type { Judgement, Verdict, Verdicts } from '../schemas/judgement.ts';
import { askOrUnusable } from './ask-or-unusable.ts';
import { claimsIn } from './compliance/compliance.ts';
import { checkGrounding } from './grounding/check-grounding.ts';
import { factsIn } from './grounding/named/names-in.ts';
import { answerForm } from './models/portable-schema.ts';
import type { MeteredModel } from './models/metered-model.ts';
import type { Reviewed } from './review.ts';

/** A text to be judged, with what its writer was told. */
export interface Case {
  prompt: Prompt;
  facts: readonly Fact[];
  written: Pick<Reviewed<unknown>, 'texts' | 'grounding' | 'claims'>;
}

/** Where no setting says otherwise. */
export const THRESHOLD = 70;
const LONGEST_REASON = 400;

/**
 * Has a model score a text. An answer without the form asked for gets one turn to put it right.
 *
 * @throws {JudgeError} where the model gives no scores; what the model threw where it gives no answer. Neither is a pass.
 */
export async function judgeByModel(
  judge: MeteredModel,
  name: string,
  { prompt, facts, written }: Case,
  signal: AbortSignal,
  threshold = THRESHOLD,
): Promise<Judgement> {
  const texts = written.texts.map(({ text }) => text);
  const used = new Set(written.grounding.findings.flatMap(({ fact }) => (fact === null ? [] : factsIn(fact))));
  const question = {
    agent: 'judge' as const,
    prompt: judgePrompt(prompt, facts, texts, used),
    form: answerForm('judge', judgeAnswer),
  };
  const first = judgeAnswer.safeParse(await askOrUnusable(judge.for('judge'), question, signal));
  let answer = first;
  if (!first.success) {
    const problems = repairRequest(
      first.error.issues.map(({ path, message }) => ({ kind: 'form', say: `${path.join('.')}: ${message}` })),
    );
    const earlier = { answer: judge.answered.at(-1)?.text ?? '', problems };
    answer = judgeAnswer.safeParse(await askOrUnusable(judge, { ...question, earlier }, signal));
  }
  if (!answer.success) throw new JudgeError('the judge gave no scores in the form asked for');
  const given = verdictsOf(answer.data, facts);
  return { by: name, ...given, overall: overallOf(given), threshold };
}

export class JudgeError extends Error {
  override readonly name = 'JudgeError';
}

function verdictsOf(answer: JudgeAnswer, facts: readonly Fact[]): Verdicts {
  const one = ({ score, reason }: JudgeAnswer['clear']): Verdict => {
    return { score: Math.round(score), reason: printable(reason.trim(), facts) };
  };
  const { grounded, complete, clear, balanced, compliant } = answer;
  return {
    grounded: one(grounded),
    complete: one(complete),
    clear: one(clear),
    balanced: one(balanced),
    compliant: one(compliant),
  };
}

/** A reason is a model's text too, and is shown: it may state no figure or link that is not a fact, and promise nothing either. */
function printable(reason: string, facts: readonly Fact[]): string {
  if (reason === '' || reason.length > LONGEST_REASON) return 'The reason is left out: it is not one sentence.';
  if (checkGrounding([reason], facts).strays.length > 0) {
    return 'The reason is left out: it states a figure, link or name that is not among the facts.';
  }
  return claimsIn(reason).length === 0 ? reason : 'The reason is left out: it quotes or makes a promise.';
}

/** What a writer is told: the reasons behind the scores that are not full marks, the lowest first. */
export function feedbackOf(given: Judgement): string[] {
  return criteria
    .filter((criterion) => given[criterion].score < 100)
    .sort((a, b) => given[a].score - given[b].score)
    .map((criterion) => `${criterion} (${given[criterion].score} of 100): ${given[criterion].reason}`);
}
