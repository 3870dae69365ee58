import type { Fact } from '../schemas/fact.ts';
import { overallOf } from '../schemas/judgement.ts';
import type { Judgement, Verdict, Verdicts } from '../schemas/judgement.ts';
import type { Speaker } from './agent-names.ts';
import { factsIn } from './grounding/named/names-in.ts';
import { THRESHOLD } from './judge.ts';
import type { Case } from './judge.ts';

/** How a judgement by rules is signed. */
export const RULES = 'rules';

/** Subjects by the prefixes of their facts, as a person is told of one that is missing. */
const SUBJECTS = {
  'portfolio.': 'what it is worth',
  'allocation.': 'how it is spread',
  'holding.': 'single holdings',
  'risk.': 'risk',
  'costs.': 'what it costs',
  'retirement.success': 'the chance that the money lasts',
  'retirement.balance.': 'balances in retirement',
  'retirement.whatIf.': 'what another plan would do',
  'assumption.': 'what is assumed',
} as const;
type Subject = keyof typeof SUBJECTS;

/** What each agent is expected to speak of wherever the facts have a figure of it. */
const subjects: Readonly<Partial<Record<Speaker, readonly Subject[]>>> = {
  planner: ['portfolio.', 'allocation.', 'retirement.success'],
  reporter: ['portfolio.', 'allocation.', 'holding.', 'risk.', 'costs.'],
  retirement: ['retirement.success', 'retirement.balance.', 'retirement.whatIf.', 'assumption.'],
};
/** Those whose texts are long enough to weigh good against bad. */
const weighed: readonly Speaker[] = ['planner', 'reporter', 'retirement'];

/** Words a sentence; above it, reading slows down (plain-language guides advise 15 to 25). */
const LONG_SENTENCE = 25;
const POINTS_A_WORD = 5;

/**
 * What code alone can say of a text: how many of its figures are facts, which of the expected subjects it has figures of, how
 * long its sentences are, whether it speaks of risk and uncertainty. No model reads it, nothing is called. It is what the
 * narrator's texts are judged by, and a model's where the judge is set to the narrator.
 */
export function judgeByRules(agent: Speaker, { facts, written }: Case, threshold = THRESHOLD): Judgement {
  const text = written.texts.map((one) => one.text).join('\n\n');
  const given: Verdicts = {
    grounded: grounded(written.grounding),
    complete: complete(agent, facts, written.grounding),
    clear: clear(text),
    balanced: balanced(agent, text),
    compliant:
      written.claims === 0
        ? { score: 100, reason: 'Code found no promise and no push to buy or sell.' }
        : { score: 0, reason: 'Code found a promise, or a push to buy or sell.' },
  };
  return { by: RULES, ...given, overall: overallOf(given), threshold };
}

function grounded({ figures, grounded: good }: Case['written']['grounding']): Verdict {
  if (figures === good) return { score: 100, reason: 'Every figure is a fact.' };
  return { score: Math.floor((100 * good) / figures), reason: 'Not every figure is a fact.' };
}

function complete(agent: Speaker, facts: readonly Fact[], { findings }: Case['written']['grounding']): Verdict {
  const expected = (subjects[agent] ?? []).filter((prefix) =>
    facts.some((fact) => fact.name.startsWith(prefix) && !isSaidInWords(fact)),
  );
  // Many facts are of one size ("78% stocks" is a share, an assumption, a target met), and a figure is found for one of them.
  const stated = new Set(findings.flatMap(({ fact }) => (fact === null ? [] : factsIn(fact))));
  const sizes = new Set(facts.filter(({ name }) => stated.has(name)).map(sizeOf));
  const missing = expected.filter(
    (prefix) => !facts.some((fact) => fact.name.startsWith(prefix) && sizes.has(sizeOf(fact))),
  );
  if (missing.length === 0) return { score: 100, reason: 'It speaks of every subject expected of it.' };
  const score = Math.round((100 * (expected.length - missing.length)) / expected.length);
  const named = missing.map((prefix) => SUBJECTS[prefix]).join('; ');
  return { score, reason: `It has no figure of: ${named}.` };
}

/** A share of all or of none: "all of it is in stocks", "in none of the simulated futures"; of costs, that all of them are known. */
const isSaidInWords = ({ unit, value }: Fact): boolean => unit === 'fraction' && (value === 0 || value === 1);

const sizeOf = ({ unit, value }: Fact): string =>
  `${unit} ${typeof value === 'number' ? Math.abs(value) : String(value)}`;

function clear(text: string): Verdict {
  // Lists and tables are read by the line; a full stop inside a figure ends nothing.
  const sentences = text.split(/\n+|(?<=[.!?])\s+/u).map((sentence) => sentence.split(/\s+/u).filter(Boolean).length);
  const spoken = sentences.filter((words) => words > 0);
  const mean = spoken.reduce((sum, words) => sum + words, 0) / Math.max(1, spoken.length);
  if (mean <= LONG_SENTENCE) return { score: 100, reason: 'Its sentences are short.' };
  return {
    score: Math.max(0, Math.round(100 - POINTS_A_WORD * (mean - LONG_SENTENCE))),
    reason: 'Its sentences are long on average.',
  };
}

const doubt =
  /\b(?:risks?|loss(?:es)?|los[et]|falls?|fell|could|may|might|uncertain|not known|unknown|assum\w+|error|fails?|run(?:s)? out|short|missing|cannot)\b/iu;

function balanced(agent: Speaker, text: string): Verdict {
  if (!weighed.includes(agent))
    return {
      score: 100,
      reason:
        agent === 'charter' ? 'Captions only say what is drawn.' : 'Nothing is asked of it that has to be weighed.',
    };
  return doubt.test(text)
    ? { score: 100, reason: 'It speaks of what may go wrong or is uncertain.' }
    : { score: 50, reason: 'It says nothing of what may go wrong or is uncertain.' };
}
