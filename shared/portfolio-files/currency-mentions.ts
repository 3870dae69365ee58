import { CURRENCY_SIGNS, currencyNamed, isCurrencyCode, NAMES_OF_CURRENCIES, readCurrency } from './currency-text.ts';

/** Codes that no English word is written as, in small letters too. */
const IN_ANY_CASE = 'USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK HKD SGD CNY MXN';
/** Codes that are words, names or tickers where they are not in capitals. */
const IN_CAPITALS = 'INR KRW PLN CZK HUF ILS ZAR BRL THB TWD AED RON ISK';
/** Currencies' codes that in brackets are words: "Cash (ALL)". */
const WORDS = new Set(['ALL', 'TOP', 'TRY']);

const anyCase = (text: string): string =>
  text.replace(/[A-Z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
const oneOf = (texts: readonly string[]): string => texts.join('|');

const CODES = oneOf([...IN_ANY_CASE.split(' ').map(anyCase), ...IN_CAPITALS.split(' ')]);
/** In brackets any currency's code counts. */
const IN_BRACKETS = '(?<=[(\\[]\\s?(?:[IiEe]n )?)[A-Z]{3}(?=\\s?[)\\]])';
const NAMES = anyCase(`(?:${NAMES_OF_CURRENCIES})s?`);
const MENTION = `(?<![\\p{L}\\d])(?:${CODES}|${NAMES}|${IN_BRACKETS})(?![\\p{L}\\d])|(?<!\\p{L})(?:${CURRENCY_SIGNS})`;
const MENTIONS = new RegExp(MENTION, 'gu');
/** With what ties it to the words around it: "Cash in EUR", "Cash, EUR", "Cash/EUR", "Cash [EUR]". */
const TIED = new RegExp(
  `(?:[,/:–—-]|(?<!\\p{L})[IiEe]n (?=\\S))?\\s*[(\\[]?\\s*(?:[IiEe]n )?(?:${MENTION})\\s*[)\\]]?`,
  'gu',
);

const codeOf = (mention: string): string | null => {
  const code = currencyNamed(mention) ?? readCurrency(mention)?.code ?? null;
  return code !== null && isCurrencyCode(code) && !WORDS.has(code) ? code : null;
};

/** The currencies that a text names, each once: by code, by sign but the dollar's alone, or by name. */
export const currenciesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(MENTIONS)].flatMap(([mention]) => codeOf(mention) ?? [])),
];

/** The currency that a text ends with, in brackets or not: "Brokered CD (EUR)", "Revolut EUR"; null where it ends with none. */
export function currencyAtEnd(text: string): string | null {
  const last = [...text.matchAll(MENTIONS)].at(-1);
  if (last === undefined || !/^\s?[)\]]?$/.test(text.slice(last.index + last[0].length))) return null;
  return last.index === 0 ? null : codeOf(last[0]);
}

/** A text without the currencies that it names: "Cash" of "Cash in EUR", "cash balance" of "Euro cash balance". */
export const withoutCurrencies = (text: string): string =>
  text
    .replace(TIED, (mention) => (currenciesIn(mention).length === 0 ? mention : ' '))
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:–—-]+|[\s,/:–—-]+$/g, '');
