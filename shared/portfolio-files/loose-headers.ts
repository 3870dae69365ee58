import { currencyOf, fieldOf, isGain, type Field } from './column-names.ts';
import { isOfAnotherTime } from './column-times.ts';

interface Loose {
  field: Field;
  says: RegExp;
  /** What else in it makes it another thing. */
  but: RegExp;
}

/** Words that make a column what it is, whatever stands around them: "Filled Qty", "Quantity Transacted", "Stk./Nominale". */
const LOOSE: readonly Loose[] = [
  { field: 'symbol', says: /\b(?:symbol|ticker)\b/i, but: /option|underlying|currency|type|name|exchange/i },
  {
    field: 'quantity',
    says: /(?<!\p{L})(?:quantity|qty|shares|units|stück|stk|anzahl|stückzahl|cantidad|quantité|quantità|aantal|antal)(?!\p{L})/iu,
    but: /price|value|cost|per\b|%|type|class|amount|wert|kurs|date|currency|pending|unsettled|short|ordered|remaining|available|sell|buy|(?<!ex)change|gain/i,
  },
  {
    field: 'price',
    says: /(?<!\p{L})(?:price|kurs|cours|koers|prezzo|precio)(?!\p{L})/iu,
    but: /avg|average|cost|paid|purchase|bought|entry|open|chang|high|low|target|date|time|currency|source|type|limit|stop|prev|strike|percent|%|gain|kauf|achat|gak|mittel|per (?:1|h)|pre-?market|after.?hours|extended|\bask\b|sell|sold|\bexit|(?<!last )\bsales?\b/i,
  },
  {
    field: 'marketValue',
    says: /(?<!\p{L})(?:value|kurswert|marktwert|valorisation|valor|waarde)(?!\p{L})/iu,
    but: /cost|book|face|par\b|chang|date|cash|open|purchase|net asset|unit|per\b|currency|percent|%|gain|account|net account|total net|initial|(?<!to)day/i,
  },
  { field: 'fee', says: /\bfees?\b/i, but: /rate|%|type|currency|bps|basis points/i },
];

const LONGEST = 50;
const isNumeric = (cell: string): boolean => /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell);

/** Fields of which a table may have a column for each time, or for each account. */
export const RIVALRY = ['quantity', 'price', 'marketValue'] as const;
type Rivalled = (typeof RIVALRY)[number];
const isRivalled = (field: Field): field is Rivalled => RIVALRY.some((one) => one === field);

/** Columns that fit a field as well as each other, in their order; and those that are of another time than now. */
export interface Rivals {
  fit: readonly number[];
  ofAnotherTime: readonly number[];
}

/** A header that by its words holds a field, whatever stands around them. */
const says = (field: Field, header: string): boolean =>
  header.length <= LONGEST &&
  !isGain(header) &&
  LOOSE.some((one) => one.field === field && one.says.test(header) && !one.but.test(header));

/**
 * Puts columns to fields that no header names exactly, by the words in it. A row that holds numbers is no header. What shall be
 * held ("Target Shares") and what was ("Beginning Quantity") is never taken.
 *
 * @param alike the columns that name a field equally well
 */
export function looseFields(
  headers: readonly string[],
  positions: Map<Field, number>,
  alike: ReadonlyMap<Field, readonly number[]>,
): Map<Rivalled, Rivals> {
  const rivals = new Map<Rivalled, Rivals>();
  if (headers.length < 2 || headers.some(isNumeric)) return rivals;
  const taken = new Set(positions.values());
  for (const { field } of LOOSE) {
    const loose = headers.flatMap((header, at) =>
      says(field, header) && !taken.has(at) && fieldOf(header) === null ? [at] : [],
    );
    const isOther = (at: number): boolean => isRivalled(field) && isOfAnotherTime(headers[at] ?? '');
    const fit = alike.get(field) ?? loose.filter((at) => !isOther(at));
    const [first] = fit;
    if (first === undefined) continue;
    // A value in another currency, and a header that stands there twice, are no rivals.
    const isRival = (at: number): boolean =>
      at === first ||
      (currencyOf(headers[at] ?? '') === currencyOf(headers[first] ?? '') &&
        headers[at]?.toLowerCase() !== headers[first]?.toLowerCase());
    if (isRivalled(field)) rivals.set(field, { fit: fit.filter(isRival), ofAnotherTime: loose.filter(isOther) });
    if (positions.has(field)) continue;
    positions.set(field, first);
    taken.add(first);
  }
  return rivals;
}
