import { DRAWS, FROM_ALL, SPENDS } from './flow-forms.ts';
import { levels } from './form-of.ts';
import type { Form } from './form-of.ts';
import { PENSION, SECURITY } from './other-income-forms.ts';

/** Behind an amount: what comes on top of it. */
const ON_TOP =
  ',? (?:plus|on top of|in addition to|besides?|beyond|over and above|above|along with|alongside|together with|combined with|as well as|apart from|aside from|excluding|exclusive of|(?:not|without) (?:including|counting)|supplementing|to supplement)';
const INCLUDING = '(?:including|incl\\.?|inclusive of|counting|with|(?:which|that) includes)';
/** What it pays and from when: whatever that is, it is spent on top. */
const PAYS =
  '(?: of \\$·*(?:(?: ?/ ?| (?:a|per|each|every) )(?:year|yr|month|mo))?)?(?:,? (?:at|from|starting(?: at)?|beginning(?: at)?)(?: age)? #·*)?(?! (?:is|gets?|starts?|begins?|goes|drops|falls|cut|reduced|delayed|claimed|until|only)\\b)';
/** What is none of the portfolio's: "Social Security and a $40,000 a year pension". */
const NO_PAY =
  '(?! (?:(?:of|in|as|from|my|an?|the) )*(?:pension|rent|annuit|part|job|work|wage|salar|dividend|interest|side|social|ss\\b))';
const LEAD = `(?:${SPENDS}|${DRAWS}|with|on|about|want|afford|is|are|will|would|do|does|could|if)`;
const ENDS = '(?=\\s*(?:[,.?!;]|$)|\\s+(?:be|combined|together|in retirement|when|enough|work|last)\\b)';

const besides = (source: 'social_security' | 'pension' | null, others: string): Form[] =>
  [
    ...levels('withdraw', [
      `<lead><and>{money}{per}?${FROM_ALL}?${ON_TOP} <others>${PAYS}`,
      `(?<=^\\s*|[~,.?!;]\\s*){money}{per}${FROM_ALL}?${ON_TOP} <others>${PAYS}`,
      `<lead><and>{money}{per}?${FROM_ALL}? (?:and|&) <others>${ENDS}`,
      `(?:<lead>) <others>(?: of \\$·*)? (?:and|plus|&|with|on top of|supplemented by)(?: an? (?:extra|additional))?<and>{money}{per}?${FROM_ALL}?${NO_PAY}`,
    ], { lead: LEAD, others }),
  ].map(({ pattern, read }) => ({
    pattern,
    read: (found) => {
      const change = read(found);
      return change === null || source === null ? change : { ...change, source };
    },
  })); // prettier-ignore

const ALL = `(?:${SECURITY},? (?:and|&|plus) ${PENSION}|${PENSION},? (?:and|&|plus) ${SECURITY}|(?:(?:my|our|any|all|the) )*other (?:income|sources)(?: of income)?)`;

/**
 * What is spent beside Social Security or a pension: on top of it, so that the portfolio pays all of the amount, or with it in the amount,
 * which is then all that is spent.
 */
export const besideForms: readonly Form[] = [
  ...[ALL, SECURITY, PENSION].flatMap((others) =>
    levels('income', [
      `<lead><and>{money}{per}?,? ${INCLUDING} <others>(?! (?:of|at|from|starting|is|gets?|cut|reduced|delayed|claimed)\\b)`,
      `<lead><and>{money}{per}?,? <others> included`,
    ], { lead: LEAD, others }),
  ),
  ...besides(null, ALL),
  ...besides('social_security', SECURITY),
  ...besides('pension', PENSION),
]; // prettier-ignore
