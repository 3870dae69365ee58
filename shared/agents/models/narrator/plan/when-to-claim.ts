import { claimingAges } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';

const CLAIM = '(?:claim|tak|start|draw|collect|delay|defer|begin|beginn|fil|wait|postpon|get)(?:e|es|ing)?';
const SECURITY = '(?:social security|(?:retirement )?benefits)';
const NAME = String.raw`(?!(?:[Tt]he|[Mm]y|[Oo]ur|[Ss]ocial|[Ii]|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Yy]ou|[Oo]ne)\b)\p{Lu}[\p{L}'’-]*?`;
const ASKED = [
  `\\b(?:when|(?:at )?(?:what|which) age|how (?:long|late|early|soon)|(?:what|which) is the best (?:age|time|moment)|(?:best|right|optimal) (?:age|time|moment)|is it (?:better|best|wise|worth(?:while)?)|should (?:i|we))\\b[^.?!\\d$]{0,40}\\b${CLAIM}\\b[^.?!\\d$]{0,30}\\b${SECURITY}\\b[^.?!\\d$]*`,
  `\\b${SECURITY}\\b[^.?!\\d$]{0,20}\\b(?:now or later|early or (?:late|wait)|when)\\b[^.?!\\d$]*`,
];
const WHEN_TO_CLAIM = new RegExp(ASKED.join('|'), 'i');
/** "Should Dave wait with Social Security?" */
const SHOULD_ONE = new RegExp(`\\b[Ss]hould ${NAME}\\s+(?:\\w+ )?${CLAIM}\\b[^.?!\\d$]{0,30}\\b[Ss]ocial [Ss]ecurity\\b[^.?!\\d$]*`, 'u'); // prettier-ignore
/** "When should Dave claim?": nothing else is claimed at an age. */
const WHEN_ALONE = new RegExp(`\\b(?:[Ww]hen|(?:[Aa]t )?(?:[Ww]hat|[Ww]hich) age) should (?:I|i|we|${NAME})(?: (?:both|each))? claim\\s*(?=[?.!]|$)`, 'u'); // prettier-ignore
/** Whose claim it is: "should Dave claim", "for Dave to claim", "Dave's Social Security". */
const WHOSE = [
  new RegExp(`\\b(?:[Ss]hould|can|could|does|might|must|will|would|for)\\s+(${NAME})\\s+(?:(?:best|to|first|ideally)\\s+)*${CLAIM}\\b`, 'u'), // prettier-ignore
  new RegExp(`(?<![\\p{L}'’-])(${NAME})['’]s\\s+(?:[Ss]ocial [Ss]ecurity|benefits?)\\b`, 'u'),
];
const OF_TWO = /\b(?:we|us|our|both|each)\b/i;

/**
 * "When should I claim Social Security?": the age is left open, so each that the law sets a benefit by is tried alone; of one of the plan's
 * people where the question names one. Null where no such thing is asked.
 *
 * @param age of the first of the plan's people today, where it is known: of who asks for themselves no age that is past is tried
 */
export function whenToClaim(question: string, age: number | null): (Clause & Pick<AnalysisPlan, 'whatIfs'>) | null {
  const asked =
    (/social security/i.test(question) ? (WHEN_TO_CLAIM.exec(question) ?? SHOULD_ONE.exec(question)) : null) ??
    WHEN_ALONE.exec(question);
  if (asked === null) return null;
  const who = WHOSE.map((pattern) => pattern.exec(asked[0])?.[1]).find((name) => name !== undefined);
  const isOfAsker = who === undefined && !OF_TWO.test(asked[0]);
  const whatIfs = claimingAges
    .filter((claimAt) => !isOfAsker || claimAt >= (age ?? 0))
    .map((value) => ({
      changes: [{ what: 'claimAt' as const, how: 'to' as const, value, per: null, fromAge: null, ...(who !== undefined && { who }) }], // prettier-ignore
    }));
  return { start: asked.index, end: asked.index + asked[0].length, whatIfs };
}
