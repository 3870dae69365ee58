import { pastTimesAsked } from '../plan/past-times.ts';
import type { Reading } from '../reading/reading.ts';
import { bracketed, filledIn } from '../report/losses.ts';
import { paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent } from '../wording/percent.ts';

/** What the bad times of the past that a question names, or all of them, would have done to what is held; null where it asks for none. */
export function pastTimes(reading: Reading, question: string): string | null {
  const asked = pastTimesAsked(question);
  if (asked === null || (asked.years.length === 0 && asked.unknown.length > 0)) return null;
  const times = timesOf(reading, asked.years);
  return times.length === 0
    ? null
    : paragraph(
        ...times,
        'Single companies are taken to have done as the stock market did, and can fall much further. It is no forecast.',
      );
}

/** What the bad times of the past that a question brings back would take of what is held today. */
export function crashLosses({ book, ...reading }: Reading): string | null {
  const years = book.keys('question.whatIf', 'label').flatMap((key) => /\bcrash like that of (\d{4})/i.exec(book.text(`question.whatIf.${key}.label`) ?? '')?.[1] ?? []); // prettier-ignore
  const times = years.length === 0 ? [] : timesOf({ book, ...reading }, years.map(Number));
  return times.length === 0 ? null : paragraph(...times);
}

/** Of each time, by one of its years or of all where there are none: what today's holdings would have done in it. */
function timesOf({ book, money }: Reading, years: readonly number[]): string[] {
  return book.keys('risk.stress', 'return').flatMap((key) => {
    const label = plain(book.text(`risk.stress.${key}.label`) ?? key);
    const [, from = '', to = from] = /(\d{4})(?:\D+(\d{4}))?/.exec(label) ?? [];
    if (years.length > 0 && !years.some((year) => year >= Number(from) && year <= Number(to))) return [];
    const [returned, change] = [book.number(`risk.stress.${key}.return`) ?? 0, book.number(`risk.stress.${key}.change`) ?? 0]; // prettier-ignore
    const done =
      Math.abs(returned) < 0.0005
        ? 'hardly changed'
        : `${returned < 0 ? 'lost' : 'gained'} ${percent(Math.abs(returned))}, or ${money(Math.abs(change))}`;
    const said = `Held through the ${bracketed(label)}, what you hold today would have ${done}.`;
    return [paragraph(said, filledIn(book.text(`risk.stress.${key}.assumed`), 'that time'))];
  });
}
