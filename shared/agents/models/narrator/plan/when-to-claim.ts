import { claimingAges } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';

const CLAIM = '(?:claim|tak|start|draw|collect|delay|defer|begin|beginn|fil|wait|postpon|get)(?:e|es|ing)?';
const SECURITY = '(?:social security|(?:retirement )?benefits)';
const ASKED = [
  `\\b(?:when|(?:at )?(?:what|which) age|how (?:long|late|early|soon)|(?:what|which) is the best (?:age|time|moment)|(?:best|right|optimal) (?:age|time|moment)|is it (?:better|best|wise|worth(?:while)?)|should (?:i|we))\\b[^.?!\\d$]{0,40}\\b${CLAIM}\\b[^.?!\\d$]{0,30}\\b${SECURITY}\\b[^.?!\\d$]*`,
  `\\b${SECURITY}\\b[^.?!\\d$]{0,20}\\b(?:now or later|early or (?:late|wait)|when)\\b[^.?!\\d$]*`,
];
const WHEN_TO_CLAIM = new RegExp(ASKED.join('|'), 'i');

/**
 * "When should I claim Social Security?": the age is left open, so each that the law sets a benefit by is tried alone. Null where no
 * such thing is asked.
 *
 * @param age today's, where it is known: no age that is past is tried
 */
export function whenToClaim(question: string, age: number | null): (Clause & Pick<AnalysisPlan, 'whatIfs'>) | null {
  const asked = /social security/i.test(question) ? WHEN_TO_CLAIM.exec(question) : null;
  if (asked === null) return null;
  const whatIfs = claimingAges
    .filter((claimAt) => claimAt >= (age ?? 0))
    .map((value) => ({
      changes: [{ what: 'claimAt' as const, how: 'to' as const, value, per: null, fromAge: null }],
    }));
  return { start: asked.index, end: asked.index + asked[0].length, whatIfs };
}
