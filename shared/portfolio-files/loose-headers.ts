import { fieldOf, type Field } from './column-names.ts';

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
    but: /price|value|cost|per\b|%|type|class|amount|wert|kurs|date|currency|pending|unsettled|short|ordered|remaining|available|sell|buy|change|gain/i,
  },
  {
    field: 'price',
    says: /(?<!\p{L})(?:price|kurs|cours|koers|prezzo|precio)(?!\p{L})/iu,
    but: /avg|average|cost|paid|purchase|bought|entry|open|chang|high|low|target|date|time|currency|source|type|limit|stop|prev|strike|percent|%|gain|kauf|achat|gak|mittel|per (?:1|h)/i,
  },
  {
    field: 'marketValue',
    says: /(?<!\p{L})(?:value|kurswert|marktwert|valorisation|valor|waarde)(?!\p{L})/iu,
    but: /cost|book|face|par\b|chang|date|cash|open|purchase|net asset|unit|per\b|currency|percent|%|gain|account|net account|total net|initial|day/i,
  },
  { field: 'fee', says: /\bfees?\b/i, but: /rate|%|type|currency|bps|basis points/i },
];

const LONGEST = 50;
const isNumeric = (cell: string): boolean => /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell);

/** Puts columns to fields that no header names exactly, by the words in it. A row that holds numbers is no header. */
export function looseFields(headers: readonly string[], positions: Map<Field, number>): void {
  if (headers.length < 2 || headers.some(isNumeric)) return;
  const taken = new Set(positions.values());
  for (const { field, says, but } of LOOSE) {
    if (positions.has(field)) continue;
    const position = headers.findIndex(
      (header, at) =>
        header !== '' &&
        header.length <= LONGEST &&
        says.test(header) &&
        !but.test(header) &&
        !taken.has(at) &&
        fieldOf(header) === null,
    );
    if (position < 0) continue;
    positions.set(field, position);
    taken.add(position);
  }
}
