import { FIRST_CALENDAR_YEAR } from '../../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../../schemas/analysis-plan.ts';
import { form } from '../slots.ts';
import { startAt } from '../spans-of-time.ts';
import { fixed, levels, moves, within } from './form-of.ts';
import type { Form } from './form-of.ts';

export const SECURITY =
  '(?:(?:my|our|his|her|their|the|any|all(?: of)?|full) )*(?:social security|ss)(?: benefits?| checks?| payments?| income)?';
export const PENSION = '(?:(?:my|our|the|any|an?) )*pensions?(?: benefits?| payments?| income)?';
/** Rent that is received says so: who "pays rent" or "rents for $2,500" spends it. */
const RENTED = "(?:rental income|rent(?:ing|s|ed)? out(?: [\\w']+){1,4}|rent(?:ing|s|ed)? (?:[\\w']+ ){1,3}out)";
const PAYS =
  '(?:,? (?:of|pay(?:s|ing)?|me|us|is|was|were|gives?|giv(?:e|ing)|going to|brings?|drops?|falls?|fell|goes|went|cut|reduced|lowered|rises?|down|up|to|in|at|for|worth|will|would|could|be|only|just|about|around|that|benefits?|payment))*';
const OF =
  '(?: an?| my| of| in| from| as| the| out of)* (?:(?!less|more|fewer|lower|off|from|to|for|on|before|after|with|without|instead|and|plus|minus|beyond|above|over|besides?|beside|includ|exclud|count|along|against|or|but|then|once|when|until|unless|provided)[a-z]+ )?';
const INTO = '(?:get|receive|have|collect|draw|expect)(?:s|ing)?(?: about| around)? ';

/** When it begins: at an age, or in a year of the calendar; null for what is neither. */
function beginningAt(from: number | null): Pick<PlanChange, 'fromAge' | 'when' | 'time'> | null {
  if (from !== null && from >= 2000 && from < 2200) return { fromAge: null, ...startAt(from) };
  return from !== null && (from < 16 || from > 110) ? null : { fromAge: from };
}

/** Income beside the portfolio: a level of it. */
const incomes = (source: PlanChange['source'], names: string, patterns: readonly string[]): Form[] =>
  patterns.map((pattern) => ({
    pattern: form(pattern, { source: names }),
    read: ({ value, per, fromAge, toAge }) => {
      const begins = beginningAt(fromAge);
      // A small amount without a period could be a month's.
      if (begins === null || (per === null && value < 5000) || (toAge ?? 0) >= FIRST_CALENDAR_YEAR) return null;
      return {
        what: 'otherIncome',
        how: 'to',
        value,
        per: per ?? 'year',
        ...begins,
        source,
        ...(toAge !== null && { toAge }),
      };
    },
  }));

const ANY = [
  `<source>${PAYS},? {money}{per}?(?:(?: only| just)? (?:starts|begins|starting|beginning|instead))?{from}?(?: instead)?`,
  `(?:(?:from|at)(?: age)? (?<age>#·*),? (?:i|we)(?:'ll| will| would)? ${INTO}){money}{per}?${OF}<source>`,
  `{money}{per}?${OF}<source>{from}?`,
];

/** "Social Security starts at 67 with $2,800 a month". */
const STARTS_WITH =
  '<source> (?:starts?|starting|begins?|beginning|comes|is|at|from)(?: (?:at|from))?(?: age)? (?<age>#·*),? (?:with|of|for|at|paying) {money}{per}?';

const sourced = (source: PlanChange['source'], forms: readonly Form[]): Form[] =>
  forms.map(({ pattern, read }) => ({
    pattern,
    read: (found) => {
      const change = read(found);
      // A small amount without a period could be a month's.
      const isUnsaid = found.kind === 'money' && found.per === null && found.value < 2000;
      return change === null || isUnsaid ? null : { ...change, source };
    },
  }));

/** "Only get 70% of my Social Security": so much less. */
const shareOf = (names: string): Form[] =>
  levels('otherIncome', [
    '(?:get|receive|collect|expect|count on)(?: back)?(?: only| just| about)? {percent} of <source>',
    '<source> (?:only |just )*(?:pays?|paid|covers?)(?: out)?(?: only| just| about)? {percent}(?: of (?:it|that|what (?:it|is|was) (?:promised|promises)))?(?! (?:less|more|lower|higher|tax\\w*))',
  ], { source: names }).map(({ pattern, read }) => ({
    pattern,
    read: (found) => {
      const change = found.value < 100 ? read(found) : null;
      return change === null ? null : { ...change, how: 'down_percent', value: 100 - found.value };
    },
  })); // prettier-ignore

const stepsOf = (source: PlanChange['source'], names: string): Form[] =>
  sourced(source, [
    ...shareOf(names),
    ...moves('otherIncome', [
      '<source> (?:\\w+ ){0,2}?(?<way><move>)(?: by)?<and>{amount}{per}?(?! (?:a|per|each|every) year)',
      '<source> (?:is|are|was|were|be|being|pays?|paid) {amount}{per}? (?<way>less|lower|more|higher)',
      '{percent} (?<way>cut|drop|reduction|decrease|increase|raise) (?:in|of|to) <source>',
      '(?<way><move>) <source> by<and>{amount}{per}?',
    ], { source: names }),
  ]); // prettier-ignore

/** None of it at all; a part of it, or for some time, is something else. */
const NONE_AFTER =
  '(?! (?:tax\\w*|increases?|cuts?|checks? |changes?|until|till|before|for|from|at(?! all)|in|when|while|survivor\\w*))';
const noneOf = (source: PlanChange['source'], names: string): Form[] =>
  sourced(source, fixed('otherIncome', 'to', 0, [
    `(?:no(?: more)?|without) <source>(?: at all| ever| whatsoever)?${NONE_AFTER}`,
    `(?:(?:do not|don't|won't|will not|never|did not|didn't|can't|cannot) (?:ever )?(?:get|receive|have|collect|see|count on|be (?:getting|receiving|collecting))) <source>(?: after all)?(?: at all| ever)?${NONE_AFTER}`,
    `<source> (?:(?:never|does not|doesn't|won't|will not) (?:ever )?(?:pays?(?: out| me| us)*|comes?|exists?)|is (?:gone|abolished|cancelled|canceled)|goes away|disappears|vanish(?:es)?|goes bankrupt|goes bust|runs out(?: of money)?)${NONE_AFTER}`,
  ], { source: names })); // prettier-ignore

const CLAIM =
  '(?:claim|tak|start|draw|collect|delay|defer|begin|beginn|file|filing|wait|postpon|push)(?:e|es|s|ing|ed)?(?: (?:for|on|with|to (?:claim|take|start|collect|get|draw)|claiming|taking))*';

const BENEFITS = `(?:${SECURITY}|(?:my|our|his|her|their|the|full)(?: retirement)? benefits)`;
/** Social Security from another age; with an amount it is another income. */
const claiming = within(50, 80, levels('claimAt', [
  `${CLAIM} ${BENEFITS}(?:,? (?:early|late|later|benefits?|only|until|till|at|to|from|by|back|out|off|when i'm|when i am|when i turn|age|of))* {age}(?! (?:of|for|with|paying|and get) \\$)`,
  `${CLAIM}(?: (?:until|till|at|to|age))* {age} (?:to (?:claim|take|start|collect|get|draw)|for|before (?:claiming|taking|starting|collecting)) ${SECURITY}`,
  // What is claimed at an age with nothing beside it is Social Security; a deduction or insurance is named.
  '(?:claim|claims|claimed|claiming)(?: (?:early|late|later|benefits?|it))*(?: (?:at|from|by|until|till|when i\'m|when i am|when i turn))+(?: age)? {age}(?! (?:of|for|with|paying) \\$)',
  `(?<![$][^.?!]*)${SECURITY} (?:\\w+ )?(?:at|from|starting at|beginning at|taken at|claimed at)(?: age)? {age}(?! (?:is|of|for|with|pays|paying) \\$)`,
])); // prettier-ignore

/** A year of the calendar, of which code makes an age. */
const claimingYears = within(2000, 2199, levels('claimAt', [
  `${CLAIM} ${BENEFITS}(?:,? (?:early|late|later|only|until|till|in|from|by|at|the|start|end|beginning|of|year))+ {age}(?! (?:of|for|with|paying|and get) \\$)`,
  '(?:claim|claims|claimed|claiming)(?: (?:early|late|later|benefits?|it))* (?:in|from|at the (?:start|end|beginning) of) {age}(?! (?:of|for|with|paying) \\$)',
])); // prettier-ignore

/** Social Security, a pension, rent received. Of the first two another figure takes the place of the plan's own. */
export const otherIncomeForms: readonly Form[] = [
  ...claiming,
  ...claimingYears,
  ...incomes('social_security', SECURITY, [STARTS_WITH]),
  ...noneOf('social_security', SECURITY),
  ...noneOf('pension', PENSION),
  ...stepsOf('social_security', SECURITY),
  ...stepsOf('pension', PENSION),
  ...incomes('social_security', SECURITY, ANY),
  ...incomes(null, '(?:(?:another|a second|an? (?:extra|additional)) pension)', ANY),
  ...incomes('pension', PENSION, ANY),
  ...incomes(null, '(?:annuit(?:y|ies)|royalties)', ANY),
  ...incomes(null, RENTED, ANY),
  ...incomes(null, '(?:rent|alimony|child support)', [
    `(?:get|receiv|collect|tak(?:e|ing) in|bring(?:s|ing)? in)(?:e|es|s|ing)?(?: about| around)? {money}{per}? (?:in|of|as|from) <source>{from}?`,
    `(?:get|receiv|collect)(?:e|es|s|ing)? <source> of(?: about| around)? {money}{per}?{from}?`,
    `tenants? pay(?:s|ing)?(?: me| us)?(?: about| around)? {money}{per}?(?: in| of| as)?(?: <source>)?{from}?`,
  ]),
];
