import { isOpen } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { slotted } from './slots.ts';

/** How sure a question wants its answer to be, in percent, and where it says so. */
export interface HowSure extends Clause {
  percent: number;
  /** Whether what it asks is how to come to it: "How do I get to 90%?". */
  raises?: true;
}

const SURE = '(?:confiden(?:ce|t)|certain(?:ty)?|sure|success(?: rate| probability)?)';
/** "A 95% chance", of success or of nothing said: one "of running out" is the other way round. */
const CHANCE =
  '(?:chances?|probability|likelihood|odds)(?: of (?:success|succeeding)|(?= of (?:not|never|having enough|lasting|making it)\\b)|(?! (?:of|that|to)\\b)|(?= that (?:it|the|my|our)(?: money| savings| portfolio)? (?:lasts?|will last)\\b))';
const BEFORE = '(?:,? ?\\b(?:with|at|for|to|by|be|am|being|feel) )?(?:(?:a|an|the|about|at least|of) ){0,2}';
/** "With 95% confidence", "to be 95% sure", "with a 95% chance of success", "at a confidence level of 95%"; numbers are slots. */
const SAID = new RegExp(
  `${BEFORE}(?<before>%·*)(?: |-)(?:level of )?(?:${SURE}|${CHANCE})(?: level)?(?![\\w'-])|${BEFORE}(?:${SURE}|probability|chance)(?: level)?(?: of success)? of (?<after>%·*)`,
  'gd',
);
/** "How can I raise my chance to 90%?", which leaves open by what. */
const RAISED =
  /\b(?:how (?:can|do|could|would|might|should) (?:i|we)|what (?:would|will|does|must|can|could|should)(?: (?:it take|i do|we do))) (?:to )?(?:get|bring|raise|increase|boost|improve|push|lift|move|reach|have|make)(?: (?:my|our|the|it|this|that|plan|chances?|odds|probability|success(?: rate)?|of success|up|to|at|an?|least))* (?<up>%·*)(?: (?:chances?|odds|probability|success(?: rate)?|of success|sure|certain\w*|confiden\w+))*(?![·\w])(?=\s*(?:[?.!,]|$|if\b|without\b|by (?:sav|spend|work|retir)))/dg;
/** Nobody asks for what fails more often than it lasts: a smaller number is of something else. */
const EVEN = 50;

/** How sure a question wants its answer to be; null where it does not say, or says it twice. */
export function howSure(question: string): HowSure | null {
  const { text, numbers } = slotted(question);
  const [raised, ...others] = [...text.matchAll(RAISED)];
  const to = raised?.indices?.groups?.up?.[0];
  const aim = numbers.get(to ?? -1)?.value ?? 0;
  if (raised !== undefined && others.length === 0 && aim >= EVEN && aim < 100)
    return { percent: aim, raises: true, start: raised.index, end: raised.index + raised[0].length };
  const [said, ...more] = [...text.matchAll(SAID)];
  if (said === undefined || more.length > 0) return null;
  const { before, after } = said.indices?.groups ?? {};
  const percent = numbers.get((before ?? after)?.[0] ?? -1)?.value ?? 0;
  return percent < EVEN || percent >= 100 ? null : { percent, start: said.index, end: said.index + said[0].length };
}

/** The same what-ifs, with what they leave open found for that chance instead of the plan's. */
export const asSure = (whatIfs: AnalysisPlan['whatIfs'], { percent }: HowSure): AnalysisPlan['whatIfs'] =>
  whatIfs.map(({ changes }) => ({
    changes: changes.map((one) => (isOpen(one) ? { ...one, confidence: percent } : one)),
  }));
