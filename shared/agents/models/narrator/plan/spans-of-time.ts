import { FIRST_CALENDAR_YEAR } from '../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../schemas/analysis-plan.ts';

/** When work stops, which is no date of anything else. */
export const OF_RETIRING =
  /\b(?:retir\w*|stop\w*(?: work\w*)?|quit\w*|leav\w*(?: work| my job)?|work\w*)(?: \w+){0,2} (?:at|in|until|till|by|from|for)(?: age| another| the next)*\s+#·*(?:\s+(?:more )?years?)?/g;
/** "From 62 to 65", "58-64": groups `from` or `first`, and `until`. */
export const RANGE =
  /\b(?:(?:from|between|at)(?:\s+ages?)?\s+(?<from>#·*)|(?<first>#·*))(?:\s+years\s+old)?,?\s*(?:to|until|till|through|and|-|–)\s*(?:(?:i'm|i\s+am|age)\s+)*(?<until>#·*)(?!·|\s*years)/d;
/** "For four years", "a four-year degree": groups `years` or `two`. */
export const LASTS =
  /\b(?:for|over|during)(?:\s+the\s+next|\s+about|\s+around|\s+at\s+least|\s+another|\s+a\s+total\s+of)*\s+(?<years>#·*)\s+years?\b|(?<two>#·*)[- ]years?\b(?=\s+(?:of|program|degree|course))/d;
/** "For the first five years of retirement": group `years`. */
export const FIRST_YEARS =
  /\b(?:(?:for|in|during|over)\s+)?(?:the|my|our)\s+first\s+(?<years>#·*)\s+years?(?:\s+(?:of|in|after|into)?\s*(?:my\s+|our\s+)?(?:retirement|retiring|being\s+retired|i\s+retire|we\s+retire|i'm\s+retired))?/d;
/** "Until I'm 65": group `until`. */
export const ENDS =
  /\b(?:until|till|up\s+to|to|through)(?:\s+medicare(?:\s+(?:begins|starts|kicks\s+in))?(?:\s+at)?|\s+i'm|\s+i\s+am|\s+i\s+turn|\s+i\s+reach|\s+we're|\s+we\s+are)?(?:\s+age)?\s+(?<until>#·*)(?!·|\s*years)/d;
/** "At 58": group `from`. */
export const STARTS =
  /\b(?:at|from|after|when\s+i'm|when\s+i\s+am|when\s+i\s+turn|once\s+i'm|starting\s+at|beginning\s+at)(?:\s+age)?\s+(?<from>#·*)(?!·|\s*years)/d;
/** What stands after an amount that flows. */
export const PERIOD =
  /^(?:\s*\/\s*|\s+(?:a|an|per|each|every)\s+)(?<per>year|yr|annum|month|mo)s?\b|^\s+(?<adverb>yearly|annually|monthly)\b/;

type Start = Pick<PlanChange, 'when' | 'time'>;

/** When something begins by the number that a question names: an age, or a year of the calendar. */
export const startAt = (time: number): Start => ({ when: time < FIRST_CALENDAR_YEAR ? 'age' : 'in_year', time });

/**
 * When something ends by the number that a question names: an age, or of a year of the calendar how many years that is from where it begins.
 * "Until 2032" ends before that year, and "to 2032" with it. Null where it begins at no such year, so that nothing tells.
 */
export function endAt(
  until: number,
  { when, time }: Partial<Start>,
  said: string,
): Pick<PlanChange, 'toAge'> | Pick<PlanChange, 'years'> | null {
  if (until < FIRST_CALENDAR_YEAR) return when === 'in_year' ? null : { toAge: until };
  if (when !== 'in_year' || time === undefined || time === null) return null;
  const years = until - time + (/\b(?:until|till)\b/.test(said) ? 0 : 1);
  return years > 0 ? { years } : null;
}
