import { accountTypes, type AccountType } from '../schemas/portfolio.ts';

/** Words in an account's name and how such accounts are taxed; the first that fits decides ("Roth 401(k)" is Roth). */
const RULES: [pattern: RegExp, type: AccountType][] = [
  [/\b(?:non[- ]?retirement|taxable)\b/i, 'taxable'],
  [/\broth\b|\bhsa\b|health savings|\btfsa\b|\bisa\b|tax[-_ ]?free/i, 'tax_free'],
  [/\b529\b|coverdell|education/i, 'other'],
  [
    /\b(?:ira|sep|simple|tsp|rrsp|sipp)\b|40[13]\s*\(?[abk]\b|\b457\b|pension|traditional|rollover|keogh|annuity/i,
    'tax_deferred',
  ],
  [/thrift savings|deferred comp|tax[-_ ]?deferred|retirement/i, 'tax_deferred'],
];
const TAXABLE =
  /brokerage|individual|joint|trust|saving|checking|cash|margin|regular|personal|investment|custodial|bank/i;

/** "Roth_IRA" and "RothIRA" as the words that they are. */
const inWords = (name: string): string => name.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

/** How an account is taxed, by words of its name; null where no word says it. */
export function typeInName(name: string): AccountType | null {
  const said = inWords(name);
  return RULES.find(([pattern]) => pattern.test(said))?.[1] ?? (TAXABLE.test(said) ? 'taxable' : null);
}

const CALLED_BY_TYPE = /\b(?:[jl]?isa|sipp|roth|ira|hsa|tfsa|rrsp|529|457|40[13]\s*\(?[abk]\)?)(?![\w.])/i;

/** Whether words are the name of an account that is called after how it is taxed, and no sentence about one. */
export const isCalledByType = (text: string): boolean =>
  CALLED_BY_TYPE.test(text) && !/[.?!]\s*$|\d{4}[-/]|:/.test(text);

/** What a column of account types says: one of Alex's own words or what brokers call such accounts; null if neither. */
export function readAccountType(text: string): AccountType | null {
  const own = accountTypes.find(
    (type) =>
      type ===
      text
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
  );
  if (own !== undefined) return own;
  return typeInName(text);
}
