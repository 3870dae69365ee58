import { everyMatch } from '../../../shared/agents/every-match.ts';
import { companies } from '../../../shared/database/seeds/reference/companies.ts';
import { companiesAbroad } from '../../../shared/database/seeds/reference/companies-abroad.ts';
import { companiesOfTheSp500 } from '../../../shared/database/seeds/reference/companies-of-the-sp-500.ts';
import { shortNamesBySymbol } from '../../../shared/portfolio-files/short-names.ts';

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

function namesOf(symbol: string): readonly string[] {
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
