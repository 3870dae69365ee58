import type { Fact } from '../../schemas/fact.ts';
import { documentKinds } from '../../schemas/document-kinds.ts';
import type { SearchRequest } from '../../schemas/knowledge.ts';
import { symbolOfSlug } from '../../finance/facts/slug.ts';
import { nameInLabel } from '../named-in-facts.ts';
import { newsSince } from './age.ts';
import { namesBySymbol, symbolsHeld } from './names-held.ts';
import { withoutPersons } from './without-persons.ts';

/** So many of the largest holdings are asked about. */
const HOLDINGS = 5;
const CLASSES = 3;
/** Characters of a query, and tickers, that a model asks with. */
const WANTED = { query: 200, tickers: 5 };
/** So many are looked through for some that fit. */
const PASSAGES = 12;
/** A search takes no more. */
const SAME_TICKERS = 50;
const RECENCY = { halfLifeDays: 60, weight: 0.3 };

/** What a writer wants to know, in the words of a model, which has read pages of the web. */
export interface Wanted {
  query: string;
  /** Empty: whatever it is about. */
  tickers: readonly string[];
}

/**
 * What to ask the knowledge base about a portfolio, the most particular first: what is about its largest holdings, by ticker,
 * then about the markets of its largest asset classes. Nothing that is younger than the analysis, and no invented sample page but
 * where `samples` are wanted. Empty where nothing is held.
 */
export function marketQueries(facts: readonly Fact[], { samples = false } = {}): SearchRequest[] {
  const asOf = facts[0]?.asOf;
  if (asOf === undefined) return [];
  const holdings = largest(facts, /^holding\.([^.]+)\.weight$/, HOLDINGS);
  const classes = largest(facts, /^allocation\.assetClass\.([^.]+)\.weight$/, CLASSES);
  const ask = (query: string, more: Partial<SearchRequest>) => request(query, more, asOf, samples);
  const names = holdings.map(({ fact, key }) => nameInLabel(fact) ?? key);
  return [
    ...(holdings.length === 0
      ? []
      : [ask(`${plain(names.join(', '))} outlook`, { tickers: holdings.map(({ key }) => symbolOfSlug(key)) })]),
    ...(classes.length === 0
      ? []
      : [
          ask(
            `${classes.map(({ key }) => WORDS[key] ?? plain(key)).join(', ')} outlook, economy, inflation, interest rates`,
            {},
          ),
        ]),
  ];
}

/** What to ask about one holding by itself, by its ticker. Null where nothing is known of any. */
export function queryOfOne(facts: readonly Fact[], symbol: string, { samples = false } = {}): SearchRequest | null {
  const asOf = facts[0]?.asOf;
  const name = `${namesBySymbol(facts).get(symbol) ?? ''} ${symbol}`;
  return asOf === undefined ? null : request(`${plain(name)} outlook`, { tickers: [symbol] }, asOf, samples);
}

/**
 * What to ask about holdings by what they are called, whatever it is tagged with: a page that was read before anybody held a security
 * has no ticker.
 */
export function queryByName(
  facts: readonly Fact[],
  symbols: readonly string[],
  { samples = false } = {},
): SearchRequest | null {
  const asOf = facts[0]?.asOf;
  const names = namesBySymbol(facts);
  const called = symbols.map((symbol) => `${names.get(symbol) ?? ''} ${symbol}`);
  return asOf === undefined || called.length === 0
    ? null
    : request(`${plain(called.join(', '))} outlook`, {}, asOf, samples);
}

/**
 * What to ask for a writer, by the same rules. Of its words those are sent that name no account and no person's figure, of its
 * tickers those that are held. Null where nothing is left.
 */
export function queryAbout(
  facts: readonly Fact[],
  { query, tickers }: Wanted,
  { samples = false } = {},
): SearchRequest | null {
  const asOf = facts[0]?.asOf;
  const asked = plain(withoutPersons(plain(query.replaceAll('’', "'")), facts))
    .replace(/ +/g, ' ')
    .slice(0, WANTED.query)
    .trim();
  if (asOf === undefined || asked === '') return null;
  const held = symbolsHeld(facts);
  const about = [...new Set(tickers)].filter((one) => held.has(one)).slice(0, WANTED.tickers);
  return request(asked, about.length > 0 ? { tickers: about } : {}, asOf, samples);
}

/** What to ask for passages that tell of the same things as some sentences of published pages do. */
export function queryForSame(
  facts: readonly Fact[],
  sentences: readonly string[],
  tickers: readonly string[],
  { samples = false } = {},
): SearchRequest | null {
  const asOf = facts[0]?.asOf;
  const query = plain(sentences.map((one) => one.slice(0, 200)).join(' '));
  const about = [...new Set(tickers)].slice(0, SAME_TICKERS);
  return asOf === undefined || query === ''
    ? null
    : request(query, about.length > 0 ? { tickers: about } : {}, asOf, samples);
}

function request(query: string, more: Partial<SearchRequest>, asOf: string, samples: boolean): SearchRequest {
  const days = { publishedFrom: newsSince(asOf), publishedTo: asOf };
  const kinds = samples ? {} : { kinds: documentKinds.filter((kind) => kind !== 'sample') };
  return { query: query.slice(0, 1000), k: PASSAGES, ...days, ...kinds, recency: RECENCY, ...more };
}

/** How research speaks of asset classes. */
const WORDS: Readonly<Record<string, string>> = {
  equity: 'stock market, shares, earnings',
  fixed_income: 'bond market, yields',
  cash: 'money market, short-term rates',
  real_estate: 'real estate, property funds',
  commodities: 'commodities, gold, oil',
};

function largest(facts: readonly Fact[], pattern: RegExp, most: number): { key: string; fact: Fact }[] {
  return facts
    .flatMap((fact) => {
      const key = pattern.exec(fact.name)?.[1];
      return key !== undefined && typeof fact.value === 'number' && fact.value > 0
        ? [{ key, fact, size: fact.value }]
        : [];
    })
    .sort((one, other) => other.size - one.size)
    .slice(0, most);
}

/** Names come from people and files: one line of words. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}&.,' -]+/gu, ' ').trim();
