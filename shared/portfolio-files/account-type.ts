import { accountTypes, type AccountType } from '../schemas/portfolio.ts';
import {
  DENIED,
  HINTS,
  ORDINARY,
  PLAIN,
  SAYS_NO_TAX,
  TAXED,
  VAGUE,
  AFTER_TAX,
  BRANDS,
  HARDLY_SHELTERED,
  OF_SEVERAL,
  UNSHELTERED,
  type TaxWords,
} from './tax-words.ts';

/** How an account is taxed by its name, and whether the name says it plainly or only hints at it. */
export interface NamedType {
  type: AccountType;
  plain: boolean;
}

/** "Roth_IRA" and "RothIRA" as the words that they are, without the names of brokers that look like kinds of accounts. */
const inWords = (name: string): string =>
  name
    .replace(BRANDS, ' ')
    .replaceAll('_', ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

const typesIn = (said: string, words: readonly TaxWords[]): AccountType[] => [
  ...new Set(words.filter(([pattern]) => pattern.test(said)).map(([, type]) => type)),
];

const withoutHints = (said: string): string => HINTS.reduce((rest, [pattern]) => rest.replace(pattern, ' '), said);

const hint = (type: AccountType): NamedType => ({ type, plain: false });
const plain = (type: AccountType): NamedType => ({ type, plain: true });

/** What a name says plainly, where it names one kind of account, or the Roth part of a plan ("Roth 401(k)"). */
function shelterIn(said: string): NamedType | null {
  const types = typesIn(said, PLAIN);
  const [first] = types;
  if (first === undefined) return null;
  const deferred = types.includes('tax_deferred');
  if (/\broth/i.test(said)) {
    const both = types.includes('other') || /\btrad(?:itional)?\b|\bpre[- ]?tax\b|\bhsa\b/i.test(said);
    if (both) return hint(deferred ? 'tax_deferred' : 'tax_free');
    // "Eli and Sue Roth, joint": of several people, or of a family's trust, no Roth account can be.
    if (!deferred && OF_SEVERAL.test(said)) return hint('taxable');
    return { type: 'tax_free', plain: !UNFINISHED_ROTH.test(said) };
  }
  if (types.includes('tax_free') && types.length > 1) return hint(deferred ? 'tax_deferred' : 'tax_free');
  // "Education IRA" is an older name of Coverdell accounts.
  if (types.includes('other')) return plain('other');
  // What was paid after tax into a plan is not taxed again, and what it earned is.
  return { type: first, plain: !AFTER_TAX.test(said) };
}

/** Names of what is done on the way to a Roth account, often in another one; "Roth Conversion IRA" is a Roth account. */
const UNFINISHED_ROTH = /\bladder|\bback[- ]?door|\bconver(?:sions?\b(?! ira\b)|t|ting\b)|\bpre[- ]roth\b/i;

/** How an account is taxed, by words of its name: the kind that it names, then what it hints at; null where no word says it. */
export function readTypeOfName(name: string): NamedType | null {
  const whole = inWords(name);
  // A negation says what an account is not; the rest of the name may still say what it is: "Non-Roth 401(k)".
  const said = whole.replace(DENIED, ' ');
  const shelter = shelterIn(said);
  if (TAXED.test(said) && !SAYS_NO_TAX.test(said)) return shelter === null ? plain('taxable') : hint('taxable');
  if (shelter !== null) return shelter;
  const [hinted] = typesIn(said, HINTS);
  if (hinted !== undefined) return hint(HARDLY_SHELTERED.test(withoutHints(said)) ? 'taxable' : hinted);
  // An account that is not Roth may be any other.
  if (said !== whole) return ORDINARY.test(said) || !/roth/i.test(whole) ? plain('taxable') : null;
  if (VAGUE.test(said) && !(AFTER_TAX.test(said) && ORDINARY.test(said))) return hint('taxable');
  return ORDINARY.test(said) ? plain('taxable') : null;
}

/** How an account is taxed, by words of its name, plain or not; null where no word says it. */
export const typeInName = (name: string): AccountType | null => readTypeOfName(name)?.type ?? null;

const CALLED_BY_TYPE =
  /\b(?:[jl]?isa|sipp|roth|ira|hsa|tfsa|rrsp|529|457|40[13]\s*\(?[abk]\)?|tsp|thrift savings plan)(?![\w.])/i;

/** Whether words are the name of an account that is called after how it is taxed, and no sentence about one. */
export const isCalledByType = (text: string): boolean =>
  CALLED_BY_TYPE.test(text) && !/[.?!]\s*$|\d{4}[-/]|:/.test(text);

/** What an account is called that a file knows by its kind alone: of Alex's own words ("tax_free") as people write them. */
export function nameOfKind(text: string): string {
  const own = ownType(text);
  const words = own?.replace('_', '-') ?? text;
  return own === undefined ? text : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Alex's own word for how an account is taxed. */
const ownType = (text: string): AccountType | undefined =>
  accountTypes.find(
    (type) =>
      type ===
      text
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
  );

/** What a column of account types says: one of Alex's own words or what brokers call such accounts; null if neither. */
export function readAccountType(text: string): AccountType | null {
  return (
    ownType(text) ??
    typeInName(text) ??
    (UNSHELTERED.test(text.trim()) || /^(?:cash|margin)$/i.test(text.trim()) ? 'taxable' : null)
  );
}

/** How a line is held within its account, whatever the account is: an IRA may have margin, too. */
export const HELD_AS = /^(?:cash|margin|short)$/i;

/** Whether a text is what people call one kind of account ("Roth IRA"), and no word of Alex's own or of how a line is held. */
export const isKindOfAccount = (text: string): boolean =>
  /^[\p{Lu}\d]/u.test(text) &&
  !HELD_AS.test(text) &&
  !/^tax(?:able|[-_ ])/i.test(text) &&
  readTypeOfName(text)?.plain === true;
