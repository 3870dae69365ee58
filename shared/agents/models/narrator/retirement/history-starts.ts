import { historyAsked } from '../plan/history-asked.ts';
import type { Reading } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';

/** From which starts on record the money runs out; null where history was not run, or none is. */
export function failedStarts({ book }: Reading): string | null {
  const failed = book.text('retirement.history.failedStarts');
  return failed === null ? null : `The starts from which the money would have run out: ${plain(failed)}.`;
}

/** The answer to when the plan failed in history, or whether it did from one year on; null where neither is asked. */
export function historyAnswer(reading: Reading, question: string): string | null {
  const asked = historyAsked(question);
  const { book, retirement: plan } = reading;
  if (asked === null || plan === null) return null;
  const starts = book.text('retirement.history.starts');
  if (starts === null)
    return 'History was not run: these futures are drawn at random. A plan whose market has the returns model “historical”, with a history file, is run from every start on record, and the report then says which of them fail.';
  const [all, year] = [failedStarts(reading) ?? `It would have run out from none of the starts, ${plain(starts)}.`, asked.year]; // prettier-ignore
  if (year === null) return all;
  const [first = 0, last = 0] = [...starts.matchAll(/\b\d{4}\b/g)].map(([one]) => Number(one));
  if (year < first || year > last)
    return paragraph(`No start of that year was run: the starts are ${plain(starts)}, as each takes as many years as the plan may last.`, all); // prettier-ignore
  const failed = book.text('retirement.history.failedStarts') ?? '';
  const isMonthly = /\d{4}\D?\d\d\b/.test(starts);
  // Of months, or of more stretches than are named, the list itself is the answer.
  if (isMonthly || failed.endsWith('others')) return all;
  const isFailed = [...failed.matchAll(/(\d{4})(?:-(\d{4}))?/g)].some(([, from, to = from]) => year >= Number(from) && year <= Number(to)); // prettier-ignore
  return paragraph(isFailed ? `No: of a plan that begins in that year the money would have run out.` : `Yes: of a plan that begins in that year the money would have lasted ${plan.until}.`, all); // prettier-ignore
}
