import { sentencesIn } from '../../knowledge/sentences-in.ts';
import { quotationsIn, type Quotation } from './quotations.ts';
import { asParagraphs } from './release-results.ts';
import { isReport, subjectOf } from './reports.ts';

/** Says itself that it reports nothing. */
const INVENTED = /\b(?:invented|made[- ]up|sample (?:page|text|week)|fictitious|hypothetical)\b/i;

/**
 * What of a passage a report can quote by itself.
 *
 * @param held symbols and names of what the portfolio holds
 */
export function quotableOf({ title, text }: { title: string; text: string }, held: readonly string[]): Quotation[] {
  const subject = subjectOf(held, text);
  return quotationsIn(paragraphsOf(text), title, (one) => !INVENTED.test(one) && isReport(one, subject));
}

/** A note quotes its pages: a paragraph that is a quotation whole is quoted once. */
const paragraphsOf = (text: string): string[][] =>
  text.split('\n').flatMap((line) => asParagraphs(sentencesIn(line.trim().replace(/^[“"]([^“”"]*)[”"]$/u, '$1'))));
