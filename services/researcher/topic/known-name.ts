import { companiesIn } from '../../../shared/agents/research/strangers/company-names.ts';
import { KNOWN_NAMES } from '../../../shared/agents/research/strangers/known-securities.ts';
import type { Company } from '../../../shared/agents/research/strangers/namesakes.ts';
import { subjectOf, type Subject } from '../../../shared/agents/research/reports.ts';
import { companiesAbroad } from '../../../shared/database/seeds/reference/companies-abroad.ts';
import { companiesOfTheSp500 } from '../../../shared/database/seeds/reference/companies-of-the-sp-500.ts';
import { europeanFunds } from '../../../shared/database/seeds/reference/european-funds.ts';
import { readTopic } from './topic.ts';

/** Whose name texts have for its index: it is found by its symbol alone. */
const IS_AN_INDEX = 'NDAQ';

const MORE = new Map([
  ...companiesOfTheSp500
    .filter(([symbol]) => symbol !== IS_AN_INDEX)
    .map(([symbol, name]): [string, string] => [symbol, name]),
  ...europeanFunds.map(({ fund: [symbol, name] }): [string, string] => [symbol, name]),
  ...companiesAbroad.map(({ symbol, name }): [string, string] => [symbol, name]),
]);

/** What the reference set calls a security, or undefined. */
export const knownName = (symbol: string): string | undefined => KNOWN_NAMES.get(symbol) ?? MORE.get(symbol);

/** Those of some symbols whose names the reference set knows. */
export const companiesNamed = (symbols: readonly string[]): Company[] =>
  symbols.flatMap((symbol) => {
    const name = knownName(symbol);
    return name === undefined ? [] : [{ symbol, name }];
  });

/**
 * A topic that is a symbol and nothing else, or the name of a company as people say it, with the name that the reference set has
 * for it: "VTI" is the fund of that name, "JPMorgan" JPMorgan Chase & Co. (JPM).
 */
export function namedTopic(topic: string): string {
  const bare = topic.trim().replace(/^[$(]|\)$/gu, '');
  const [company] = companiesIn(bare).filter(({ start, end }) => start === 0 && end === bare.length);
  const symbol = knownName(bare) === undefined ? (company?.symbol ?? '') : bare;
  const name = knownName(symbol);
  return name === undefined ? topic : `${name} (${symbol})`;
}

/**
 * What a note on a topic may name: its words, its symbols and what these are called.
 *
 * @param page the whole text that sentences are of, where it is known
 */
export function subjectOfTopic(topic: string, tickers: readonly string[] = [], page?: string): Subject {
  const all = [...new Set([...readTopic(namedTopic(topic)).tickers, ...tickers])];
  return subjectOf([topic, ...all, ...all.flatMap((symbol) => knownName(symbol) ?? [])], page);
}
