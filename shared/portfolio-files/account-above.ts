import { fieldOf } from './column-names.ts';
import { isMissing } from './missing-text.ts';
import type { Row } from './split-rows.ts';

/** "Account Name: My Roth", "Selected account(s):CMA-Edge 73S-98Y50", "Account Number: 1234567", "Account Type,TFSA", "Plan: Acme 401(k)". */
const LABELLED =
  /^(?:selected |client |retirement |your )?(account(?:\(s\))?|plan)(?:\s+(name|title|nickname|description|type|registration|number|no\.?|id|#))?\s*[:#]\s*(\S.*)$/i;
/** What stands there where the table is of more than one. */
const SEVERAL = /^(?:all|multiple|several|both|\d+ accounts?)\b|;|,/i;
const LONGEST = 80;
/** Parts that the commas of a firm's name make of a line. */
const MOST_COMMAS = 4;

type Said = 'name' | 'kind' | 'number' | 'plan';
const SAYS: Readonly<Record<string, Said>> = {
  type: 'kind',
  registration: 'kind',
  number: 'number',
  'no.': 'number',
  no: 'number',
  id: 'number',
  '#': 'number',
};

/** A sum of money, which is no account's name. */
const AMOUNT = /^[^\d-]{0,4}\d{1,3}(?:[\d'’.,\s]*[.,]\d{2}|(?:['’.,\s]\d{3})*|\d{0,3})(?:\s?[A-Z]{3}|\s?[€$£])?$/;

/** What a cell is of that is labelled as columns of accounts are: "Portfolio", "Depotnummer", "Compte". */
function labelAbroad(label: string, value = ''): Said | null {
  const field = fieldOf(label.replace(/\s*:$/, ''))?.field;
  if (fieldOf(value) !== null || AMOUNT.test(value)) return null;
  return field === 'account' ? 'name' : field === 'accountNumber' ? 'number' : null;
}

/** What a row above a table says of the account that it is of: "Account Name: My Roth" is its name. */
function saidIn({ cells }: Pick<Row, 'cells'>): { what: Said; stated: string; isPlan: boolean } | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [label = '', value] = filled;
  const abroad = filled.length === 2 && !LABELLED.test(`${label}: ${value}`) ? labelAbroad(label, value) : null;
  if (abroad !== null) return { what: abroad, stated: value ?? '', isPlan: false };
  const joined = LABELLED.test(label) ? filled.join(', ') : `${label}: ${value}`;
  const text = value === undefined || /[:#]$/.test(label) ? filled.join(' ') : joined;
  const [, whose = '', of = 'name', stated = ''] = LABELLED.exec(text) ?? [];
  const isPlan = /^plan/i.test(whose);
  // More cells are a table of accounts, or the commas of a plan's name.
  if (filled.length > 2 && !(isPlan && filled.length <= MOST_COMMAS && LABELLED.test(label))) return null;
  const what = SAYS[of.toLowerCase()] ?? (isPlan ? 'plan' : 'name');
  // A plan's number is that of its sponsor, and "Plan: 2027" no name.
  const isOther = isPlan && (what === 'number' || !/\p{L}/u.test(stated));
  return isMissing(stated) || isOther ? null : { what, stated, isPlan };
}

/** Whether a row above a table says something of the account that it is of. */
export const saysAccount = (row: Row): boolean => saidIn(row) !== null;

/** What labels above a table say of the one account that it is of; null where they say nothing, or of several. */
export function accountAbove(preamble: readonly Pick<Row, 'cells'>[]): { name: string; number: string } | null {
  const said = new Map<Said, string>();
  for (const { what, stated, isPlan } of preamble.flatMap((row) => saidIn(row) ?? [])) {
    // A firm's name has commas: "Acme, Inc. 401(k)".
    if ((SEVERAL.test(stated) && !isPlan) || stated.length > LONGEST) return null;
    // Two accounts of one kind of label are two accounts.
    if (said.has(what) && said.get(what) !== stated) return null;
    said.set(what, stated);
  }
  const [account = '', plan = '', kind = '', number = ''] = (['name', 'plan', 'kind', 'number'] as const).map((what) =>
    said.get(what),
  );
  const name = account || plan;
  const isSaid = name.toLowerCase().includes(kind.toLowerCase());
  const whole = name === '' ? kind : isSaid ? name : `${name} (${kind})`;
  return whole === '' && number === '' ? null : { name: whole, number };
}
