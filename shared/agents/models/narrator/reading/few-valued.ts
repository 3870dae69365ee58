import { mostlyUnvalued } from '../../../../finance/valued-share.ts';
import type { FactBook } from './fact-book.ts';
import type { Reading } from './reading.ts';
import { count, inWords } from '../wording/count.ts';
import { sentence } from '../wording/list.ts';

/** Whether something has a value, and most positions have none: the rest of the report is then of a part of unknown size. */
export function fewAreValued(book: FactBook, value: number): boolean {
  const [unvalued, all] = [book.number('excluded.count') ?? 0, book.number('excluded.of') ?? 0];
  return value > 0 && mostlyUnvalued(all - unvalued, unvalued);
}

/** What there is: "$20,000 of cash", or "$300 that could be valued". */
export const valuedPart = ({ money, value, holdingCount }: Reading): string =>
  `${money(value)} ${holdingCount === 0 ? 'of cash' : 'that could be valued'}`;

/** Why nothing is said of the whole, a sentence. */
export function unknownWhole({ book, excludedCount }: Reading, what: string): string {
  const all = book.number('excluded.of') ?? 0;
  const which =
    excludedCount === all
      ? `None of the ${count(all, 'position')} could be valued`
      : `${sentence(inWords(excludedCount))} of ${count(all, 'position')} could not be valued`;
  return `${which}, so ${what}.`;
}
