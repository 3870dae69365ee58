import { namedHoldings } from '../../finance/named-holdings.ts';
import type { Fact } from '../../schemas/fact.ts';
import type { KnowledgePassage, SearchRequest } from '../../schemas/knowledge.ts';
import type { AnsweredQuestion } from '../../schemas/question.ts';
import { queryAbout } from './market-queries.ts';
import { namesBySymbol, symbolsHeld } from './names-held.ts';

/** What a person's question asks the knowledge base, and which of what is found is about that. */
export interface AskedAbout {
  queries: readonly SearchRequest[];
  isMeant: (passage: KnowledgePassage) => boolean;
}

/** Of its words so many have to be in what is about it. */
const MOST = 0.6;
/** Words of a question that say nothing of what it is about. */
const WORDLESS = new Set(
  'about according after again also analyst anything article been before decide decided doing economist going happened happening high higher headline newest page paper press study could does from have into lately latest level low lower many more much news other over people read recent recently report reports research said says should some still studies than that their them then there these they thing think this those today what when where which while will with would writes written year years your'.split(
    ' ',
  ),
);

/** Words of three letters that say what it is about. */
const SHORT = new Set('cpi ecb fed fda gdp ipo job oil pce sec tax'.split(' '));

/**
 * What to search for because a person asks for it: what they name of what they hold, and, where they ask what is going on or written of
 * markets, their words. Null where a question asks for neither.
 */
export function askedAbout(
  facts: readonly Fact[],
  { asked = '', outside }: Pick<AnsweredQuestion, 'asked' | 'outside'>,
  { samples = false } = {},
): AskedAbout | null {
  const names = namesBySymbol(facts);
  const held = [...symbolsHeld(facts)].map((symbol) => {
    return { symbol, label: names.get(symbol) ?? symbol, expenseRatio: null };
  });
  const named = namedHoldings(asked, held).map(({ symbol }) => symbol);
  const isNews = outside.includes('market_news');
  const queries = [
    ...(named.length > 0 ? [queryAbout(facts, { query: asked, tickers: named }, { samples })] : []),
    ...(isNews ? [queryAbout(facts, { query: asked, tickers: [] }, { samples })] : []),
  ].filter((query) => query !== null);
  const calledOf = new Set(named.flatMap((symbol) => wordsIn(`${symbol} ${names.get(symbol) ?? ''}`)));
  const words = wordsIn(asked).filter(
    (word) => (word.length > 3 || SHORT.has(word)) && !WORDLESS.has(word) && !calledOf.has(word),
  );
  const isMeant = ({ title, text, tickers }: KnowledgePassage): boolean => {
    if (tickers.some((one) => named.includes(one))) return true;
    const said = new Set(wordsIn(`${title} ${text}`));
    return isNews && words.length > 0 && words.filter((word) => said.has(word)).length >= words.length * MOST;
  };
  return queries.length === 0 ? null : { queries, isMeant };
}

/** In small letters and without the endings of plurals. */
const wordsIn = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/(?<=[a-z]{3})s$/u, ''));
