import { everyMatch } from '../../every-match.ts';
import { COMPANIES } from '../../grounding/known-names.ts';
import { KNOWN_SYMBOLS } from '../strangers/known-securities.ts';

/** What has a price or an amount and is traded on no exchange: what people live in, earn, owe, save and buy, and what laws set. */
const THING =
  /\b(?:homes?(?! (?:Depot|builders?)\b)|houses?|housing|apartments?|condos?|rents?|mortgages?|refinanc\w+|loans?|debts?|balances?|401\(k\)|IRAs?|wages?|salar(?:y|ies)|pay(?:checks?)?|compensation|households?|net worth|savings accounts?|tuition|colleges?|students?|cars?|trucks?|vehicles?|models?|tickets?|iPhones?|phones?|laptops?|chips?|insurance|medicare|social security|benefits?|limits?|ceilings?|thresholds?|exemptions?|deductions?|contributions?|premiums?|bills?|applications?|median|average|typical)(?![\p{L}\p{N}])/iu;
const SECURITY =
  /\b(?:shares?|stocks?|equit(?:y|ies)|funds?|ETFs?|trusts?|units?|ind(?:ex(?:es)?|ices)|bonds?|treasur(?:y|ies)|markets?|securit(?:y|ies)|S&P|Nasdaq|Dow)(?![\p{L}\p{N}])/iu;
/** "(VTI)", "$VTI". */
const MARKED = /(?:\(|\$)[A-Z]{1,5}(?:[.-][A-Z])?(?![\p{L}\p{N}])/u;
const WORD = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;
/** "Tesla’s Model 3" is nothing that is traded; "Tesla’s shares" are. */
const OF_COMPANY = /^['’]s?\s(?!(?:\w+\s)?(?:shares?|stock|price|close|value|market)\b)/iu;

/**
 * Whether what has a price or moves is a security, by what a sentence says of it: true, false where it is something else that has
 * a price, such as a home, a wage or a balance, and null where the sentence does not say. The nearest clause counts first.
 *
 * @param before the sentence up to the price or the move
 * @param after the rest of it
 */
export function isOfSecurity(before: string, after: string): boolean | null {
  const clauses = [...before.split(/[;,](?=\s)/u).toReversed(), after];
  for (const clause of clauses) {
    if (THING.test(clause)) return false;
    if (MARKED.test(clause) || SECURITY.test(clause)) return true;
    const company = named(clause);
    if (company !== null) return company;
  }
  return null;
}

/** Whether a symbol or a company that everybody knows is named, and not only as whose thing it is; null where none is. */
function named(clause: string): boolean | null {
  const known = everyMatch(WORD, clause).filter(({ 0: word }) => isSymbol(word) || COMPANIES.has(word.toLowerCase()));
  if (known.length === 0) return null;
  return known.some(({ 0: word, index }) => !OF_COMPANY.test(clause.slice(index + word.length)));
}

/** A letter by itself is rarely one. */
const isSymbol = (word: string): boolean => word.length > 1 && KNOWN_SYMBOLS.has(word);
