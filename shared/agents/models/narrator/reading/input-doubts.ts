import type { Reading } from './reading.ts';

/** A doubt that the input leaves: in a list of gaps, and as a clause of its own. */
interface InputDoubt {
  inShort: string;
  clause: string;
}

/** The most serious first, each for what it is: what is counted twice is no matter of a currency. */
const DOUBTS: readonly [fact: string, doubt: InputDoubt][] = [
  [
    'olderCopies.count',
    {
      inShort:
        'accounts that seem to be counted twice (files of different days list the same account number, and the older may be an earlier copy of the same account)',
      clause:
        'files of different days list the same account number, so the older may be an earlier copy of the same account, and every total here counts both',
    },
  ],
  [
    'twice.count',
    {
      inShort: 'what may be counted twice',
      clause: 'the input seems to list some of what you hold twice, so totals here may count it twice',
    },
  ],
  [
    'unsure.count',
    {
      inShort: 'possibly far-off amounts whose currency or unit the files leave open',
      clause:
        'the files leave open what currency or unit some amounts are in, so figures here may be far too large or too small',
    },
  ],
  [
    'unvested.count',
    {
      inShort: 'shares that are counted though they have not vested',
      clause: 'what has not vested is counted in every total, though it is not yet yours and may be lost',
    },
  ],
  [
    'inDoubt.count',
    {
      inShort: 'amounts or accounts that the files leave in doubt',
      clause: 'the files leave some amounts or accounts in doubt, so figures here may be wrong',
    },
  ],
];

/** What the input leaves in doubt, before any other gap. */
export const inputDoubts = ({ book }: Pick<Reading, 'book'>): InputDoubt[] =>
  DOUBTS.flatMap(([fact, doubt]) => ((book.number(fact) ?? 0) > 0 ? [doubt] : []));
