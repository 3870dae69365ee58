import { couldGroup, type DecimalMark } from './decimal-mark.ts';
import { readNumber } from './number-text.ts';

/** A number that could be a thousand times as large: "1.234" is 1234, or one and a bit. Both in their shortest form. */
export interface TwoReadings {
  whole: string;
  broken: string;
}

/** What a number could mean by either decimal mark; null where it can only mean one thing. */
export function twoReadings(text: string): TwoReadings | null {
  if (!couldGroup(text)) return null;
  const [grouping, mark]: DecimalMark[] = text.includes('.') ? [',', '.'] : ['.', ','];
  return { whole: valueBy(text, grouping ?? '.'), broken: valueBy(text, mark ?? ',') };
}

/** What a number would be by a mark, as it is shown; "" where it would be none. */
export function valueBy(text: string, mark: DecimalMark): string {
  const read = readNumber(text, mark);
  return read.kind === 'number' ? read.value : '';
}
