import { isMissing } from './missing-text.ts';
import type { Row } from './split-rows.ts';

/** "Account Name: My Roth", "Selected account(s):CMA-Edge 73S-98Y50", "Account Number: 1234567", "Account Type,TFSA". */
const LABELLED =
  /^(?:selected |client )?account(?:\(s\))?(?:\s+(name|title|nickname|description|type|registration|number|no\.?|id|#))?\s*[:#]\s*(\S.*)$/i;
/** What stands there where the table is of more than one. */
const SEVERAL = /^(?:all|multiple|several|both|\d+ accounts?)\b|;|,/i;
const LONGEST = 80;

type Said = 'name' | 'kind' | 'number';
const SAYS: Readonly<Record<string, Said>> = {
  type: 'kind',
  registration: 'kind',
  number: 'number',
  'no.': 'number',
  no: 'number',
  id: 'number',
  '#': 'number',
};

/** What labels above a table say of the one account that it is of; null where they say nothing, or of several. */
export function accountAbove(preamble: readonly Row[]): { name: string; number: string } | null {
  const said = new Map<Said, string>();
  for (const { cells } of preamble) {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const [label = '', value] = filled;
    const text = value === undefined || /[:#]$/.test(label) ? filled.join(' ') : `${label}: ${value}`;
    const [, of = 'name', stated = ''] = LABELLED.exec(filled.length <= 2 ? text : '') ?? [];
    if (isMissing(stated)) continue;
    if (SEVERAL.test(stated) || stated.length > LONGEST) return null;
    const what = SAYS[of.toLowerCase()] ?? 'name';
    // Two accounts of one kind of label are two accounts.
    if (said.has(what) && said.get(what) !== stated) return null;
    said.set(what, stated);
  }
  const [name = '', kind = '', number = ''] = (['name', 'kind', 'number'] as const).map((what) => said.get(what));
  const isSaid = name.toLowerCase().includes(kind.toLowerCase());
  const whole = name === '' ? kind : isSaid ? name : `${name} (${kind})`;
  return whole === '' && number === '' ? null : { name: whole, number };
}
