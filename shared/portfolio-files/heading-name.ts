import { accountAbove } from './account-above.ts';
import { masked } from './account-names.ts';
import { readTypeOfName } from './account-type.ts';
import { isGroupOfHoldings } from './group-words.ts';
import type { KnownNames } from './security-code.ts';

/**
 * What a heading between holdings is: the name of an account; that of a group of holdings; words that may be either; or a part of an
 * account, by its place or as the name of what is held.
 */
export type HeadingKind = 'account' | 'group' | 'open' | 'part';

/** Who keeps people's accounts; some are listed companies too, of which a line without a figure says nothing. */
const KEEPERS =
  /^(?:(?:charles )?schwab|fidelity|vanguard|e[*\s-]?trade|robinhood|merrill(?: (?:lynch|edge))?|morgan stanley|interactive brokers|ibkr|td ameritrade|t\.? ?rowe price|edward jones|ameriprise|wealthfront|betterment|webull|sofi|m1(?: finance)?|ally|chase|j\.?p\.? morgan|wells fargo|tiaa|empower|voya|principal|public(?:\.com)?|coinbase|kraken|gemini|treasury ?direct|computershare|trading ?212|degiro|etoro|questrade|wealthsimple|hargreaves lansdown|aj bell|freetrade)(?:['’]s)?(?: (?:investments?|securities|invest|bank))?$/i;
/** Whether words are a firm that keeps people's accounts. */
export const isKeeper = (text: string): boolean => KEEPERS.test(text);

/** "Acct 1234", "X12345678", "Individual ...123": a number of an account, perhaps behind its name. */
const NUMBERED =
  /^(?:account|acct|a\/c|konto)\b[\s#.:]*\S*\d|^(?=(?:.*\d){4})[A-Z]{0,4}[-\s]?[\dX*][\dX*-]{4,}$|(?:\.{2,}|…|[xX*]{2,}|#)\s?\d{3,}\)?$/i;
const LABEL = /\b(?:account|acct|konto|depot|portefeuille)\b/i;
const INSTRUMENT = /\b(?:bonds?|funds?|munis?|municipals?|income|annuit(?:y|ies))\b/i;
const LONGEST = 60;
/** Longer words, sentences and dates are remarks. */
const REMARK =
  /[.!?]\s*$|\d{1,2}\/\d{1,2}\/\d|\d{4}-\d{2}-|https?:|@|©|\b(?:as of|updated|source|note|disclaimer|provided|prices?)\b/i;

/** A heading's words as an account's name: "Account: My Roth" is called "My Roth", "Roth IRA:" without the colon. */
export function accountInHeading(label: string): string {
  const said = accountAbove([{ cells: [label] }]);
  return said === null ? masked(label.replace(/\s*[:–—-]+\s*$/, '')) : said.name || masked(said.number);
}

/** What a heading's words say by themselves; null where they are none of a heading. */
export function headingKind(label: string, { companies, tickers }: KnownNames = {}): HeadingKind | null {
  if (!/[\p{L}\d]/u.test(label) || label.length > LONGEST) return null;
  if (accountAbove([{ cells: [label] }]) !== null) return 'account';
  if (REMARK.test(label)) return null;
  const name = label.replace(/\s*:\s*$/, '');
  const taxed = readTypeOfName(name);
  // "Health savings" is an account, and "Tax-free bonds" are none.
  const isSheltered = taxed?.plain === true && taxed.type !== 'taxable' && !INSTRUMENT.test(name);
  if (!isSheltered && isGroupOfHoldings(label)) return 'group';
  if (taxed !== null || isKeeper(name) || NUMBERED.test(name) || LABEL.test(name)) return 'account';
  if (!/\p{L}{2}/u.test(name)) return null;
  const isHeld = (tickers?.(name) ?? null) !== null || (companies?.(name) ?? []).length > 0;
  return isHeld ? 'part' : 'open';
}
