import { MONTHS } from '../../grounding/calendar.ts';
import { FIGURE } from './announced.ts';
import { WEEKDAYS } from './periods.ts';

const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const MONTH = `(?:${MONTHS.join('|')})`;
/** "For the quarter that ended in September". */
const ENDED = /\b(quarter|year|month|week)s?,? (?:(?:that|which) )?(?:ended|closed)(?: in| on)? /giu;
/** "Johnson & Johnson on Wednesday reported": the day of the report, and not of what it reports. */
const REPORTED = new RegExp(
  `^(.{2,90}?)\\s(?:(?:on|late|early) )+${WEEKDAY},?\\s(?=(?:reported|posted|announced)\\b)`,
  'iu',
);
/** "From 4.13% a day earlier": what it was before. */
const BEFORE = new RegExp(
  `\\sfrom ${FIGURE}(?= |[.,;]|$)(?:\\s(?:(?:a|the) (?:day|week|month|year|quarter|session) (?:earlier|ago|before)|(?:in )?the (?:previous|prior) (?:day|week|month|session|quarter)|late(?: on)? ${WEEKDAY}))`,
  'giu',
);
const FROM_DAY = new RegExp(`\\sfrom ${FIGURE}(\\son (${WEEKDAY}))(?=[.,;]|$)`, 'iu');
const FROM_MONTH = new RegExp(`\\sfrom ${FIGURE}(\\sin (${MONTH}))(?=[.,;]|$)`, 'iu');
/** What is published once a month, of the month before. */
const MONTHLY = /\b(?:unemployment|jobless) rate\b|\binflation\b/iu;
/** The words in which the Bureau of Labor Statistics tells of consumer prices, every month. */
const ALL_ITEMS = new RegExp(
  `^over the (?:last|past) (?:12|twelve) months,? the all items index (?:rose|increased|climbed|advanced) (${FIGURE})(?: before seasonal adjustment| not seasonally adjusted)?`,
  'iu',
);
const CPI_U = /^the consumer price index for all urban consumers \(CPI-U\)/iu;

const monthBefore = (written: string): string => {
  const name = MONTHS[(Number(written.slice(5, 7)) + 10) % 12] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/**
 * A sentence whose only time is that of its figure: without the day of a report, and without what the figure was before.
 *
 * @param written the day of the page, ISO
 * @example plainTimes('The yield rose to 4.21% from 4.13% a day earlier.', '2026-11-20') // 'The yield rose to 4.21%.'
 */
export function plainTimes(sentence: string, written: string): string {
  const told = sentence
    .replace(ENDED, '$1 ended ')
    .replace(REPORTED, '$1 ')
    .replace(
      ALL_ITEMS,
      (_, figure: string) => `Consumer prices rose ${figure} in ${monthBefore(written)} from a year earlier`,
    )
    .replace(CPI_U, 'Consumer prices')
    .replace(/\son a seasonally adjusted basis\b/iu, '')
    .replace(BEFORE, '');
  const own = WEEKDAYS[new Date(written).getUTCDay()];
  return told
    .replace(FROM_DAY, (_, onDay: string, day: string) => (day.toLowerCase() === own ? onDay : ''))
    .replace(FROM_MONTH, (said, inMonth: string, month: string) => {
      if (!MONTHLY.test(told)) return said;
      // Of the month before the page's it may be the month of the figure itself.
      return month.toLowerCase() === monthBefore(written).toLowerCase() ? inMonth : ` in ${monthBefore(written)}`;
    });
}
