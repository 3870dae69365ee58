import { isCalledByType, readTypeOfName } from './account-type.ts';
import type { Field } from './column-names.ts';
import { isGroupOfHoldings } from './group-words.ts';
import type { Row } from './split-rows.ts';

/** Headers of the parts that a list of all that one has is kept in, which may be accounts (Kubera's "Section"). */
const PART = /^(?:sub-?)?(?:section|group|folder|list|container|wallet)(?: name)?$/i;
/** What plans of employers are listed by (TIAA), and elsewhere what is to be done, or what for. */
const PLAN = /^(?:retirement |employer |workplace |my )?plan$/i;
const IS_PLAN = /\bplan\b/i;
const LONGEST = 100;
const SAYS_ACCOUNT: readonly Field[] = ['account', 'accountNumber', 'registration', 'institution'];

/**
 * The column that names accounts by what stands in it, where no header does: one of its cells can be nothing else ("Fidelity Roth IRA"), and
 * none is a kind of holdings ("Bonds"); -1 where there is none.
 */
export function accountSectionColumn(
  headers: readonly string[],
  positions: ReadonlyMap<Field, number>,
  below: () => readonly Row[],
): number {
  const isOfNames = positions.has('symbol') || positions.has('name');
  if (!isOfNames || SAYS_ACCOUNT.some((field) => positions.has(field))) return -1;
  const used = new Set(positions.values());
  return headers.findIndex((header, at) => {
    const isPlan = PLAN.test(header);
    if (used.has(at) || !(isPlan || (PART.test(header) && positions.has('symbol')))) return false;
    const texts = below()
      .map(({ cells }) => (cells[at] ?? '').trim())
      .filter((text) => text !== '');
    const isAccount = (text: string): boolean => {
      const type = readTypeOfName(text);
      return (isPlan && type !== null && IS_PLAN.test(text)) || (isCalledByType(text) && type?.plain === true);
    };
    return texts.some(isAccount) && texts.every((text) => text.length <= LONGEST && !isGroupOfHoldings(text));
  });
}
