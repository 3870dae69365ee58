import { labelOf } from '../../../../finance/labels.ts';
import { MOST_OF, PLACE, rankOf } from '../plan/most-asked.ts';
import { ACCOUNT, namedIn } from '../plan/parts-asked.ts';
import type { Held, Part, Reading } from '../reading/reading.ts';
import { list, paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { ratio } from '../wording/percent.ts';
import { worthOf } from '../wording/worth-of.ts';
import { accountsIn, accountsNamed } from './parts-held.ts';

const ORDINAL = ['', 'second ', 'third ', 'fourth ', 'fifth '];

/** The largest, the smallest, the dearest or the cheapest of what is held: of an account, of a class, of funds or stocks, or the second of them. */
export function mostHeld(reading: Reading, question: string): string | null {
  const words = question.toLowerCase();
  const place = PLACE.exec(words)?.[1] ?? '';
  const [account, another] = place === '' ? [] : accountsNamed(reading, place);
  if (account === undefined && ACCOUNT.test(place)) return paragraph(...accountsIn(reading, place, true));
  // Two accounts by one name: nobody knows which is meant.
  if (another !== undefined) return null;
  const some = ofKind(reading, words).filter((one) => account === undefined || isIn(reading, one, account));
  const where = account === undefined ? '' : ` in ${account.label}`;
  if (some.length === 0) return `No such holding${where} is listed here.`;
  const thing = isOfFunds(words) ? 'fund' : isOfStocks(words) ? 'stock' : 'holding';
  const asked = [...new Map([...words.matchAll(MOST_OF)].map((found) => [found[0], rankOf(found)])).values()];
  return paragraph(
    ...asked.map(({ by, least, place: at }) =>
      by === 'cost'
        ? costly(some, { least, at, where, thing })
        : sized(reading, some, { least, at, where, thing, account }),
    ),
    reading.others !== null && 'Smaller holdings, which are not listed here, are not among these.',
  );
}

/** Those of a class, funds or stocks alone, where a question names these. */
function ofKind({ holdings }: Reading, words: string): Held[] {
  const [kind] = namedIn(words).filter(({ keys }) => CLASSES.has(keys[0] ?? ''));
  const label = kind === undefined ? undefined : labelOf(kind.keys[0] ?? '');
  const [isFund, isStock] = [isOfFunds(words), isOfStocks(words)];
  return holdings.filter(
    ({ assetClass, expenseRatio }) =>
      (label === undefined || assetClass === label) &&
      (!isFund || expenseRatio !== null) &&
      (!isStock || (expenseRatio === null && assetClass === labelOf('equity'))),
  );
}
/** "Bond funds" are funds, and "stock funds" no stocks. */
export const isOfFunds = (words: string): boolean => /\b(?:funds?|etfs?)\b/.test(words);
export const isOfStocks = (words: string): boolean =>
  !isOfFunds(words) && /\b(?:stocks?|shares|compan(?:y|ies))\b/.test(words);
const CLASSES = new Set(['equity', 'fixed_income', 'commodities', 'real_estate']);

const accountsOf = ({ book }: Reading, { key }: Held): string => plain(book.text(`holding.${key}.accounts`) ?? '');
const isIn = (reading: Reading, one: Held, { label }: Part): boolean => accountsOf(reading, one).includes(label);

interface Which {
  least: boolean;
  /** 0 for the first. */
  at: number;
  where: string;
  thing: string;
}

function costly(some: readonly Held[], { least, at, where, thing }: Which): string {
  const known = some.flatMap((one) => (one.expenseRatio === null ? [] : [{ ...one, cost: one.expenseRatio }]));
  const sorted = known.toSorted((one, other) => (least ? 1 : -1) * (one.cost - other.cost));
  const most = sorted[at];
  if (most === undefined) return `The yearly cost of no ${at > 0 ? 'other ' : ''}such holding${where} is known.`;
  const same = sorted.filter(({ cost }) => cost === most.cost);
  const which = `${ORDINAL[at] ?? ''}${least ? 'cheapest' : 'most expensive'}`;
  return same.length > 1 && at === 0
    ? `The ${which} ${thing}s${where} are ${list(same.map(({ title }) => title))}, at ${ratio(most.cost)} a year.`
    : `The ${which} ${thing}${where} is ${most.title}, at ${ratio(most.cost)} a year.`;
}

function sized(
  reading: Reading,
  some: readonly Held[],
  { least, at, where, thing, account }: Which & { account: Part | undefined },
): string {
  // What stands in several accounts stands in one of them with a part that is no figure here.
  const [own, shared] = [true, false].map((alone) => some.filter((one) => account === undefined || (accountsOf(reading, one) === account.label) === alone)); // prettier-ignore
  const sorted = (own ?? []).toSorted((one, other) => (least ? 1 : -1) * (one.value - other.value));
  const most = sorted[at];
  const others = account === undefined ? [] : (shared ?? []);
  const elsewhere = others.length > 0 && `${list(others.map(({ title }) => title))} ${others.length > 1 ? 'are' : 'is'} held in other accounts, too, and how much of that is in this one is not among these figures.`; // prettier-ignore
  const which = `${ORDINAL[at] ?? ''}${least ? 'smallest' : 'largest'}`;
  return paragraph(
    most === undefined ? `There is no ${which} ${thing}${where}.` : `${thing === 'holding' ? 'The' : `Of the ${thing}s the`} ${which}${thing === 'holding' ? ' holding' : ''}${others.length > 0 ? ' that is only' : ''}${where} is ${most.title}, ${worthOf(reading, most)}.`, // prettier-ignore
    elsewhere,
  );
}
