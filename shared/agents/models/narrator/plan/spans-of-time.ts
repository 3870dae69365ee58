import { FIRST_CALENDAR_YEAR } from '../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../schemas/analysis-plan.ts';

/** When work stops, which is no date of anything else. */
export const OF_RETIRING =
  /\b(?:retir\w*|stop\w*(?: work\w*)?|quit\w*|leav\w*(?: work| my job)?|work\w*)(?: \w+){0,2} (?:at|in|until|till|by|from|for)(?: age| another| the next)*\s+#·*(?:\s+(?:more )?years?)?/g;
/** "From 62 to 65", "58-64": groups `from` or `first`, and `until`. */
export const RANGE =
  /\b(?:(?:from|between|at)(?: ages?)? (?<from>#·*)|(?<first>#·*))(?: years old)?,?\s*(?:to|until|till|through|and|-|–)\s*(?:(?:i'm|i am|age) )*(?<until>#·*)(?!·|\s*years)/d;
/** "For four years", "a four-year degree": groups `years` or `two`. */
export const LASTS =
  /\b(?:for|over|during)(?: the next| about| around| at least| another| a total of)* (?<years>#·*) years?\b|(?<two>#·*)[- ]years?\b(?= (?:of|program|degree|course))/d;
/** "For the first five years of retirement": group `years`. */
export const FIRST_YEARS =
  /\b(?:(?:for|in|during|over) )?(?:the|my|our) first (?<years>#·*) years?(?: (?:of|in|after|into)? ?(?:my |our )?(?:retirement|retiring|being retired|i retire|we retire|i'm retired))?/d;
/** "Until I'm 65": group `until`. */
export const ENDS =
  /\b(?:until|till|up to|to|through)(?: i'm| i am| i turn| i reach| we're| we are)?(?: age)? (?<until>#·*)(?!·|\s*years)/d;
/** "At 58": group `from`. */
export const STARTS =
  /\b(?:at|from|after|when i'm|when i am|when i turn|once i'm|starting at|beginning at)(?: age)? (?<from>#·*)(?!·|\s*years)/d;
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
