import type { Positions } from './column-guesses.ts';
import { fieldOf, isGain, isPlainName, type Field } from './column-names.ts';
import { isOfAnotherTime, isOfNow } from './column-times.ts';
import { withoutScale } from './header-scale.ts';
import { headingKind } from './heading-name.ts';
import type { Row } from './split-rows.ts';

/** One column for each account: "Roth IRA shares, 401k shares", or "Roth IRA, 401k, Brokerage" beside names. */
export interface AccountColumns {
  /** What they hold of each line. */
  field: 'quantity' | 'marketValue';
  columns: readonly AccountColumn[];
  /** The column of all of them together; null where there is none. */
  total: number | null;
}

export interface AccountColumn {
  /** What the header calls the account. */
  account: string;
  position: number;
  /** Beside a column of quantities that of its values; null where there is none. */
  value: number | null;
}

const QUANTITY = /(?<!\p{L})(?:(?:no\.?|number|#) of )?(?:shares?|units?|quantity|qty)(?!\p{L})/giu;
const VALUE = /(?<!\p{L})(?:(?:market|current) )?(?:value|worth|balance|amount)(?!\p{L})/giu;
const MONEY = /\(?(?:[$€£]|(?<!\p{L})(?:USD|EUR|GBP|CAD|AUD|CHF)(?!\p{L}))\)?/gu;
/** What stands between such a word and the account: "Shares in Roth IRA", "401k - value". */
const AROUND = /^[\s:–—|/(-]*(?:(?:in|of|at|held)\s+)*|[\s:–—|/([-]+$/giu;
/** What a column of an account holds that is neither how many nor what they are worth; and groups, which are no accounts. */
const OTHER =
  /%|percent|pct|alloc|weight|cost|basis|price|paid|gain|loss|change|return|yield|date|contrib|fee|income|divid|limit|type|name|ticker|symbol|total|vest/i;
/** Whose it is: "His shares, Her shares", "Sam's value". */
const PERSON =
  /^(?:his|hers?|mine|my|yours?|ours?|joint|husband|wife|spouse|partner|kids?|child(?:ren)?|mom|dad|me|\p{Lu}\p{L}+['’]s)(?:['’]s)?$/iu;
const LONGEST = 40;

/** Columns that name the account of a line. */
const NAMING: readonly Field[] = ['account', 'accountNumber', 'registration'];

const isAccount = (words: string): boolean => PERSON.test(words) || headingKind(words) === 'account';

interface Said {
  account: string;
  field: AccountColumns['field'] | null;
}

/** What a header says of an account, and what its column then holds: "how many" and "worth" by a word, or neither. */
function readHeader(whole: string): Said | null {
  const header = withoutScale(whole);
  if (header.length > LONGEST || OTHER.test(header) || isOfAnotherTime(header) || isGain(header)) return null;
  const rest = [QUANTITY, VALUE, MONEY].reduce((text, words) => text.replace(words, ' '), header);
  // "Shares (Roth IRA)", and "401(k) shares".
  const inside = /^\s*\((.+)\)\s*$/.exec(rest)?.[1] ?? rest;
  const account = inside
    .replace(/\(\s*\)/g, ' ')
    .replace(AROUND, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (isOfNow(account) || !isAccount(account)) return null;
  const field = header.search(QUANTITY) >= 0 ? 'quantity' : header.search(VALUE) >= 0 ? 'marketValue' : null;
  return { account: /^\p{Lu}\p{L}+['’]s$/u.test(account) ? account.slice(0, -2) : account, field };
}

const FIGURE = /^\(?[-−]?\s?[$€£]?\s?\d[\d.,'’\s]*\)?$/u;
const isFilled = (text: string): boolean => !/^[-–—\s]*$/.test(text);

/** What a column of all accounts together is called. */
const TOTAL = /(?<!\p{L})(?:totals?|all|sum|overall|combined|household)(?!\p{L})/iu;

/** Finds columns that each say of one account how many of a line it holds, or what they are worth; null where there are no two. */
export function accountColumns(
  headers: readonly string[],
  positions: ReadonlyMap<Field, number>,
  below: () => readonly Row[],
): AccountColumns | null {
  const named = positions.get('symbol') ?? positions.get('name');
  if (named === undefined || NAMING.some((field) => positions.has(field))) return null;
  const read = headers.flatMap((header, position) => {
    const said = position === named ? null : readHeader(header);
    return said === null ? [] : [{ ...said, position }];
  });
  if (read.length < 2) return null;
  const textsAt = (place: number): string[] => below().map(({ cells }) => (cells[place] ?? '').trim());
  const isOfFigures = (place: number): boolean => {
    const texts = textsAt(place).filter(isFilled);
    return texts.length > 0 && texts.every((text) => FIGURE.test(text));
  };
  const of = (field: Said['field']) => read.filter((one) => one.field === field && isOfFigures(one.position));
  const [counts, values, bare] = [of('quantity'), of('marketValue'), of(null)];
  const isMoney = bare.some(({ position }) => textsAt(position).some((text) => /[$€£]/.test(text)));
  const isCount = !isMoney && (positions.has('price') || positions.has('quantity'));
  const [field, found] =
    counts.length > 1
      ? (['quantity', counts] as const)
      : values.length > 1
        ? (['marketValue', values] as const)
        : ([isCount ? 'quantity' : 'marketValue', bare] as const);
  const isApart = new Set(found.map(({ account }) => account.toLowerCase())).size === found.length;
  if (found.length < 2 || !isApart) return null;
  const valueOf = (account: string): number | null =>
    values.find((one) => field === 'quantity' && one.account.toLowerCase() === account.toLowerCase())?.position ?? null;
  const columns = found.map(({ account, position }) => ({ account, position, value: valueOf(account) }));
  const isOwn = (place: number): boolean => columns.some(({ position, value }) => [position, value].includes(place));
  const total = [positions.get(field) ?? -1, ...headers.keys()].find(
    (place) => isTotal(headers[place] ?? '', field) && !isOwn(place) && isOfFigures(place),
  );
  return { field, columns, total: total ?? null };
}

/** Whether a header is of what all accounts hold together. */
const isTotal = (header: string, field: Field): boolean => {
  const place = fieldOf(header)?.field;
  if (place === field && isPlainName(header)) return true;
  return (
    TOTAL.test(header) &&
    !OTHER.test(header.replace(TOTAL, ' ')) &&
    (place === field || place === 'amount' || place === undefined)
  );
};

/** Puts the columns of accounts to the field that they hold, so that the table is known for one of holdings. */
export function takeAccounts({ field, columns, total }: AccountColumns, positions: Positions, beyond: number): void {
  const [first] = columns;
  const named = positions.get('symbol') ?? positions.get('name');
  if (first === undefined || named === undefined) return;
  positions.set('symbol', named);
  positions.set(field, total ?? first.position);
  for (const [other, place] of positions)
    if (other === 'amount' && place === positions.get(field)) positions.delete(other);
  // Values beside prices say how many are held, though no column does.
  if (field === 'marketValue' && positions.has('price') && !positions.has('quantity'))
    positions.set('quantity', beyond);
}
