import { sentencesIn } from '../../../knowledge/sentences-in.ts';
import { isSameTime } from './announced.ts';
import { wordedApart } from './measure-words.ts';
import { A_DAY } from './periods.ts';
import { toldFigures, type ToldFigure } from './told-figures.ts';

/** What a page says, and the day that it is of, ISO; null where nobody knows it. */
export interface SaidOn {
  text: string;
  day: string | null;
}

/** A price moves within a day: so far apart two pages of that day may both be right. Percent, and a share of a price or a rate. */
const WITHIN_A_DAY = { move: 0.2, level: 0.005 };
/** "About", "more than": a share of the figure. */
const ROUGHLY = 0.05;

/**
 * Whether two pages say what cannot both be so: of the same thing, the same measure and the same time another figure, beyond what rounding
 * makes of it, or another direction.
 *
 * @example contradicts({ text: 'VXUS lost 1.4% in October.', day: '2026-11-03' }, { text: 'VXUS gained 2.4% in October.', day: '2026-11-05' }) // true
 */
export const contradicts = (one: SaidOn, other: SaidOn): boolean => areContrary(toldBy(one), toldBy(other));

/** What a text tells, to be held against what others tell. One without a day says nothing of the same time as another. */
export const toldBy = ({ text, day }: SaidOn): ToldFigure[] =>
  day === null ? [] : sentencesIn(text).flatMap((one) => toldFigures(one, day));

export const areContrary = (one: readonly ToldFigure[], other: readonly ToldFigure[]): boolean =>
  one.some((mine) => other.some((its) => isOther(mine, its)));

function isOther(one: ToldFigure, other: ToldFigure): boolean {
  if (one.subject !== other.subject || one.measure !== other.measure || !isSameTime(one.period, other.period))
    return false;
  if (one.measure.startsWith('flow') && (one.by ?? other.by) !== (other.by ?? one.by)) return false;
  const words = wordedApart(one, other);
  if (words === null) return false;
  const apart = Math.abs(one.value - other.value);
  return apart > Math.max(one.place, other.place) / 2 + Math.max(words, slack(one, other)) + 1e-9;
}

function slack(one: ToldFigure, other: ToldFigure): number {
  const size = Math.max(Math.abs(one.value), Math.abs(other.value));
  const rough = one.isRough || other.isRough ? ROUGHLY * size : 0;
  if (!A_DAY.test(one.period)) return rough;
  if (one.measure.startsWith('level')) return Math.max(rough, WITHIN_A_DAY.level * size);
  return one.measure.startsWith('move %') && one.value * other.value > 0 ? Math.max(rough, WITHIN_A_DAY.move) : rough;
}
