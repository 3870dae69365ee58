import { sentencesIn } from '../../knowledge/sentences-in.ts';
import { quotationsIn, type Quotation } from './quotations.ts';
import { asParagraphs } from './release-results.ts';
import { isReport, subjectOf } from './reports.ts';

/** Says itself that it reports nothing. */
const INVENTED = /\b(?:invented|made[- ]up|sample (?:page|text|week)|fictitious|hypothetical)\b/i;

/** "Coca-Cola today reported third quarter 2026 results": that there are some, and not which. */
const SAYS_THAT_THERE_ARE =
  /^.{2,120}?\b(?:report(?:s|ed)|announc(?:es|ed)|releas(?:es|ed)|post(?:s|ed)|publish(?:es|ed)|issu(?:es|ed)|will report)\b(?: \p{L}+){0,3}? ?(?:(?:its|their|the|financial|fiscal|full|first|second|third|fourth|quarter(?:ly|s)?|[- ]|year(?:ly)?|annual|half|Q[1-4]|(?:19|20)\d\d|FY\d\d|and|operating|preliminary|unaudited)[\s-]?)*(?:results|earnings|figures|numbers)\b(?:[^\d$%]|(?:19|20)\d\d|\b\d{1,2}(?=,? (?:19|20)\d\d))*$/iu;
/** And how they were, in words. */
const HOW =
  /\b(?:strong|weak|record|better|worse|beat|miss|top|short|above|below|exceed|disappoint|rose|fell|grew|declin|higher|lower|growth|driven|reflect|up|down|ahead|profit of|loss)\w*\b/iu;

/**
 * What of a passage a report can quote by itself.
 *
 * @param held symbols and names of what the portfolio holds
 */
export function quotableOf({ title, text }: { title: string; text: string }, held: readonly string[]): Quotation[] {
  const subject = subjectOf(held, text);
  const quoted = quotationsIn(paragraphsOf(text), title, (one) => !INVENTED.test(one) && isReport(one, subject));
  return quoted.filter((one) => !SAYS_THAT_THERE_ARE.test(one.text) || HOW.test(one.text));
}

/** A note quotes its pages: a paragraph that is a quotation whole is quoted once. */
const paragraphsOf = (text: string): string[][] =>
  withoutTimesAbove(text.split('\n')).flatMap((line) =>
    asParagraphs(sentencesIn(line.trim().replace(/^[“"]([^“”"]*)[”"]$/u, '$1'))),
  );

/** "For the week:", "For the year:" above the lines of a list: each means that time and does not say it. */
const TIME_ABOVE =
  /^[#*\s]*(?:for|in|over|during) (?:the|this|all of) (?:(?:past|last) )?(?:day|week|month|quarter|year)(?: (?:to date|so far))?[*\s]*:?[*\s]*$|^[#*\s]*(?:year[- ]to[- ]date|so far this (?:week|month|quarter|year))[*\s]*:?[*\s]*$/iu;
/** What ends such a list: another heading. */
const HEADING = /^#{1,6}\s|:[*\s]*$/u;

/** The lines of a text but for those that stand under a time. */
function withoutTimesAbove(lines: readonly string[]): string[] {
  let isUnder = false;
  return lines.filter((line) => {
    const told = line.trim();
    if (TIME_ABOVE.test(told)) isUnder = true;
    else if (HEADING.test(told)) isUnder = false;
    return !isUnder;
  });
}
