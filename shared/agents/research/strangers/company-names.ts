import { everyMatch } from '../../every-match.ts';
import { companies } from '../../../database/seeds/reference/companies.ts';
import { companiesAbroad } from '../../../database/seeds/reference/companies-abroad.ts';
import { companiesOfTheSp500 } from '../../../database/seeds/reference/companies-of-the-sp-500.ts';
import { plainWords } from '../../../portfolio-files/reference-names.ts';
import { shortNamesBySymbol } from '../../../portfolio-files/short-names.ts';
import { KNOWN_NAMES } from './known-securities.ts';

/** What the press calls companies besides; in a household's list some of these are a broker or a card. */
const IN_THE_PRESS: Readonly<Record<string, readonly string[]>> = {
  ...{ GM: ['gm'], SCHW: ['schwab'], C: ['citi'], GS: ['goldman'], AXP: ['amex'], BAC: ['bofa'], MRK: ['merck'], BMY: ['bristol myers'] },
  ...{ KO: ['coke'], PEP: ['pepsi'], CL: ['colgate'], LMT: ['lockheed'], NOC: ['northrop'], RTX: ['raytheon'], TMO: ['thermo fisher'] },
}; // prettier-ignore

/** Short names that stand in texts for an index, a place or an everyday word. */
const ELSE = new Set(
  's & p,nasdaq,msci,edison,cooper,imperial,waters,mosaic,carnival,celsius,everest,equitable'.split(','),
);

/** Funds are named after who runs them: "Schwab U.S. Dividend Equity ETF". */
const OF_A_FUND = '(?!(?: [\\p{Lu}\\d][^\\s,;:()]*){0,7} (?:ETFs?|Funds?|Index|Trust)\\b)';

const NOTHING = /(?!)/gu;

let named: ReadonlyMap<string, readonly string[]> | undefined;
const patterns = new Map<string, RegExp>();

/** Whether a text names one of these companies of the reference set as people call it: "Cisco", "GM", "Lilly". */
export function namesCompany(text: string, symbols: readonly string[]): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return symbols.some((symbol) => {
    const pattern = patterns.get(symbol) ?? patternOf(namesOf(symbol));
    patterns.set(symbol, pattern);
    return everyMatch(pattern, plain).some(([name]) => /\p{Lu}/u.test(name));
  });
}

/** A company or fund that a text names, and where. */
export interface NamedCompany {
  symbol: string;
  start: number;
  end: number;
}

const A_WORD = /[\p{L}\p{N}&][^\s,;:()“”"—–]*/gu;
/** Words of the longest name. */
const LONGEST = 9;
const FUND = new RegExp(`^${OF_A_FUND}`, 'u');
let byName: ReadonlyMap<string, string> | undefined;

/**
 * The companies of the reference set that a text names as people call them, and its funds by their whole names, in their order; of a longer name and one within it the longer:
 * "Coca-Cola Consolidated" is not Coca-Cola where `others` has it.
 *
 * @param others more names, as `plainWords` writes them, each with its symbol
 */
export function companiesIn(text: string, others: ReadonlyMap<string, string> = new Map()): NamedCompany[] {
  byName ??= new Map([
    ...allSymbols().flatMap((symbol) => namesOf(symbol).map((name): [string, string] => [name, symbol])),
    ...[...KNOWN_NAMES].map(([symbol, name]): [string, string] => [plainWords(name), symbol]),
  ]);
  const words = everyMatch(A_WORD, text).map(({ 0: word, index }) => {
    return { start: index, end: index + word.replace(/[.!?]+$/u, '').length };
  });
  const found: NamedCompany[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { start = 0 } = words[at] ?? {};
    if (!/^\p{Ll}?\p{Lu}/u.test(text.slice(start, start + 2))) continue;
    for (let to = Math.min(words.length, at + LONGEST) - 1; to >= at; to -= 1) {
      const end = words[to]?.end ?? start;
      const whole = text.slice(start, end);
      // "Lowe's" is a name, and "Apple's" is whose something is.
      const names = [whole, whole.replace(/['’]s?$/u, '')].map(plainWords);
      const symbol = names.map((name) => others.get(name) ?? byName?.get(name)).find((one) => one !== undefined);
      if (symbol === undefined || !FUND.test(text.slice(end))) continue;
      found.push({ symbol, start, end });
      at = to;
      break;
    }
  }
  return found;
}

const allSymbols = (): string[] => [...companies.map(([symbol]) => symbol), ...companiesOfTheSp500.map(([symbol]) => symbol), ...companiesAbroad.map(({ symbol }) => symbol)]; // prettier-ignore

/** How people call a company, as `plainWords` writes it. */
export function namesOf(symbol: string): readonly string[] {
  const ofTheUs = [...companies, ...companiesOfTheSp500].map(([code, name]) => ({ symbol: code, name }));
  named ??= shortNamesBySymbol([...ofTheUs, ...companiesAbroad].map((one) => ({ ...one, type: 'stock' })));
  return [...(named.get(symbol) ?? []), ...(IN_THE_PRESS[symbol] ?? [])].filter((name) => !ELSE.has(name));
}

/** In whichever case; what parts the words, and marks within them, do not count: "Coca-Cola", "Lowe’s", "AT&T". */
function patternOf(names: readonly string[]): RegExp {
  if (names.length === 0) return NOTHING;
  const letter = (one: string): string => (/[\p{L}\p{N}]/u.test(one) ? `[${one}${one.toUpperCase()}]` : `\\u{${one.codePointAt(0)?.toString(16) ?? ''}}`);
  const word = (one: string): string => Array.from(one, letter).join("['’.]?");
  const name = (one: string): string => one.split(' ').map(word).join('[^\\p{L}\\p{N}]{0,3}');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(name).join('|')})(?![\\p{L}\\p{N}])${OF_A_FUND}`, 'gu');
} // prettier-ignore
