import { namesCompany } from '../../../shared/agents/research/strangers/company-names.ts';
import { mentionedTickers } from './mentioned-tickers.ts';
import { otherListings } from '../../../shared/agents/research/strangers/other-listings.ts';
import { subjectsIn } from '../../../shared/agents/research/subjects.ts';
import { hasPhrase, stemsIn } from './phrases.ts';

/** One thing that a topic is about: of "interest rates, inflation and earnings" there are three. */
export interface Facet {
  /** Its words in their order, without those that only say what kind of fund or firm it is. */
  phrase: readonly string[];
  /** Those that hardly stand in a text about anything else. */
  strong: readonly string[];
  /** Other ways to say all of it. */
  others: readonly (readonly string[])[];
  /** Companies of whose results it is: "tech earnings". */
  companies?: readonly string[];
}

export interface Topic {
  tickers: readonly string[];
  facets: readonly Facet[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Families, kinds of funds and firms, and words of questions: nothing that a topic is about. */
const WRAPPING = set(
  `vanguard ishare spdr select schwab fidelity invesco blackrock wisdomtree proshares ftse msci crsp etf etfs fund trust inc corp corporation company co ltd plc
class share shares index admiral investor institutional a an the of on in for to at by with from its their what how why who which when where is
are do does say about this that week month today new news update latest outlook view`,
);
/** Stand in texts about many things: by themselves they say nothing of a topic. */
const WEAK = set(
  `bond stock market yield rate interest price return growth value income dividend tax real estate cap large small mid short long term
intermediate core aggregate total us american national global world international equity security investment asset portfolio company firm
business money cash cost fee risk year quarter high low quality general economy economic financial finance sector move rise fall change effect impact
federal developed emerging us`,
);

/** What says the same, in plurals without their endings. */
const SAME: readonly (readonly string[])[] = [
  ['interest rate', 'policy rate', 'treasury yield', 'ten-year yield', '10-year yield', 'two-year yield', 'rate cut', 'rate hike', 'borrowing cost', 'federal reserve', 'central bank'],
  ['bond', 'treasury note', 'treasury bond', 'government bond'],
  ['bond yield', 'treasury yield', 'ten-year yield', '10-year yield', 'two-year yield', '2-year yield', '30-year yield'],
  ['inflation', 'consumer price', 'cpi', 'pce', 'price index'],
  ['earning', 'profit', 'revenue', 'net income', 'quarterly result'],
  ['municipal', 'muni'],
  ['small-cap', 'small cap', 'small company', 'small american company', 'smaller company'],
  ['large-cap', 'large cap', 'large company'],
  ['real estate', 'reit', 'property trust', 'real-estate'],
  ['tip', 'inflation-protected', 'inflation-linked', 'real yield'],
  ['international stock', 'stock abroad', 'share abroad', 'foreign stock', 'foreign share', 'international share'],
  ['emerging market', 'developing market', 'emerging economy'],
  ['gold', 'bullion'],
  ['oil', 'crude'],
  ['high yield', 'high-yield', 'junk bond'],
  ['bitcoin', 'crypto', 'cryptocurrency'],
  ['federal reserve', 'fed', 'fomc', 'federal open market committee', 'federal fund', 'monetary policy'],
  ['home price', 'house price', 'housing price', 'housing market', 'housing', 'home sale', 'existing-home sale', 'existing-home price', 'new-home sale', 'home value'],
  ['economy', 'economic growth', 'gdp', 'gross domestic product', 'retail sale', 'nonfarm payroll', 'consumer spending'],
  ['job', 'jobs report', 'labor market', 'unemployment', 'nonfarm payroll', 'payroll', 'hiring'],
  ['stock market', 's&p 500', 'wall street', 'dow jones', 'nasdaq composite'],
]; // prettier-ignore

/** Stand behind the name of a central bank and say nothing more. */
const OF_A_BANK = set(
  'policy decision meeting statement minute official chair rate cut hike interest move announcement target news',
);
const FED = new Set(['fed', 'fomc', 'federal reserve']);
/** What has one price. */
const PRICED = set('gold silver copper oil crude bitcoin crypto gas');
/** Whose results people call by their branch. */
const BRANCHES: Readonly<Record<string, readonly string[]>> = {
  tech: ['AAPL', 'MSFT', 'NVDA', 'GOOGL', 'AMZN', 'META', 'AVGO', 'ORCL', 'CRM', 'AMD', 'INTC', 'ADBE', 'CSCO', 'IBM', 'NFLX', 'QCOM', 'TXN', 'MU', 'PLTR'],
  chip: ['NVDA', 'AVGO', 'AMD', 'INTC', 'QCOM', 'TXN', 'MU', 'AMAT', 'LRCX', 'KLAC', 'ADI'],
  bank: ['JPM', 'BAC', 'WFC', 'C', 'GS', 'MS', 'USB', 'PNC', 'TFC'],
  oil: ['XOM', 'CVX', 'COP', 'OXY', 'EOG', 'SLB'],
  retail: ['WMT', 'COST', 'TGT', 'HD', 'LOW', 'AMZN', 'TJX', 'DG', 'KR'],
  drug: ['PFE', 'MRK', 'LLY', 'JNJ', 'ABBV', 'BMY', 'AMGN', 'GILD'],
}; // prettier-ignore
const BRANCH: Readonly<Record<string, keyof typeof BRANCHES>> = {
  ...{ tech: 'tech', technology: 'tech', chip: 'chip', chipmaker: 'chip', semiconductor: 'chip', bank: 'bank' },
  ...{ energy: 'oil', retail: 'retail', retailer: 'retail', pharma: 'drug', drugmaker: 'drug', pharmaceutical: 'drug' },
};
const RESULTS = set('earning profit result revenue sale');
const EARNED = /\b(?:earn(?:ed|ings)|profits?|revenues?|net income|results|sales|per share)\b/iu;

const AND = /\s*[,;]\s*|\s+(?:and|or|versus|vs\.?)\s+/iu;

/**
 * What a topic is about: symbols, and what its words name.
 *
 * @example readTopic('Vanguard Real Estate ETF (VNQ)') // VNQ; "real estate"
 */
export function readTopic(text: string): Topic {
  const marked = [...text.matchAll(/(?:\(|\$)([A-Z][A-Z0-9.]{0,9})\)?/gu)].map(([, symbol = '']) => symbol);
  const words = text.replace(/\([^)]*\)/gu, ' ');
  const whole = /^[A-Z]{1,2}$/u.exec(text.trim()) ?? [];
  // A symbol by itself: letters in capitals, where not all of the topic is.
  // Capitals in the name before a symbol are of an index: "iShares Core MSCI EAFE ETF (IEFA)".
  const unnamed = text.replace(/(?:[\p{Lu}i][\p{L}\p{N}.&'-]*\s+)+\([A-Z][A-Z0-9.]{0,9}\)/gu, ' ').replace(/\([^)]*\)/gu, ' ');
  const bare = (unnamed.match(/\b[A-Z]{3,5}\b/gu) ?? []).filter((word) => !/^(?:ETF|ETFS|REIT|REITS|TIPS|USA|CPI|PCE|GDP|FED|NYSE|SPDR)$/u.test(word));
  const facets = words.split(AND).flatMap((part): Facet[] => {
    const all = stemsIn(part).filter((word) => !WRAPPING.has(word));
    // "The total US stock market" is the total stock market; "US stocks" are not all stocks.
    const phrase = asTyped(all.length > 3 ? all.filter((word) => word !== 'us') : all);
    if (phrase.length === 0) return [];
    const strong = phrase.filter((word) => !WEAK.has(word));
    const [branch = '', result = '', more] = phrase;
    const companies = more === undefined && RESULTS.has(result) ? BRANCHES[BRANCH[branch] ?? ''] : undefined;
    return [{ phrase, strong, others: otherWays(phrase), ...(companies !== undefined && { companies }) }];
  });
  return { tickers: [...new Set([...marked, ...whole, ...bare])], facets };
} // prettier-ignore

/** What people type in the words of texts: "rates" are interest rates, "Fed decision" is the Federal Reserve, "gold prices" is gold. */
function asTyped(words: readonly string[]): readonly string[] {
  const [first = '', second, third] = words;
  if (first === 'rate' && second === undefined) return ['interest', 'rate'];
  const bank = FED.has(first) ? 1 : FED.has(`${first} ${second ?? ''}`) ? 2 : 0;
  if (bank > 0 && words.slice(bank).every((word) => OF_A_BANK.has(word))) return ['federal', 'reserve'];
  if (PRICED.has(first) && (second === 'price' || second === 'market') && third === undefined) return [first];
  return first === 'job' && second === 'report' ? [first] : words;
}

/** The rest of a group that has the whole phrase; a part of a phrase said in another way is no other way to say it. */
function otherWays(phrase: readonly string[]): string[][] {
  const whole = phrase.filter((word) => word !== 'us' && word !== 'total').join(' ');
  return SAME.filter((group) => group.includes(whole)).flatMap((group) => group.map((one) => one.split(' ')));
}

/** A word and those that say the same in one word: "muni", "municipal". */
const sameWords = (word: string): readonly string[] => SAME.find((group) => group.includes(word)) ?? [word];

/**
 * How much a text is about a topic, 0 to 1: it names its symbol, its company or its words together (1), says them in another way, or has its
 * telling words: the one that there is, or at least two of several. From 0.5 on it is about it.
 */
export function aboutness(topic: Topic, text: string): number {
  if (mentionedTickers(text, topic.tickers).length > 0 || namesCompany(text, topic.tickers)) return 1;
  return Math.max(0, ...facetScores(topic, text));
}

/** The same for each facet by itself; symbols do not count. */
export function facetScores({ facets }: Topic, text: string): number[] {
  const words = stemsIn(text);
  const all = new Set(words);
  return facets.map(({ phrase, strong, others, companies = [] }) => {
    if (hasPhrase(words, phrase)) return 1;
    if (companies.length > 0 && EARNED.test(text) && namesCompany(text, companies)) return 0.7;
    if (others.some((other) => hasPhrase(words, other) && !isBuyer(other, all)))
      return phrase.includes('us') && !all.has('us') && isAbroad(text) ? 0 : 0.8;
    // All of its words say little by themselves: together in one place they are what it is about, in whichever order.
    if (strong.length === 0 && phrase.length > 1 && standTogether(words, phrase)) return 0.6;
    const told = strong.filter((word) => sameWords(word).some((one) => all.has(one))).length;
    if (strong.length >= 2) return told >= 2 ? 0.6 + (0.3 * told) / strong.length : told * 0.3;
    if (told === 0) return 0;
    // One telling word needs company, where the topic has any: "Treasury" is not yet about "Treasury yields".
    return phrase.length === 1 || phrase.some((word) => word !== strong[0] && all.has(word)) ? 0.7 : 0.4;
  });
}

/** Of a central bank that buys gold, or whose words move its price, a sentence says nothing of rates. */
const isBuyer = (other: readonly string[], words: ReadonlySet<string>): boolean =>
  ['central bank', 'federal reserve', 'fed'].includes(other.join(' ')) && METALS.some((word) => words.has(word));
const METALS = ['gold', 'bullion', 'silver', 'copper', 'oil', 'crude', 'bitcoin', 'tonne', 'ton', 'ounce', 'barrel'];

const isAbroad = (text: string): boolean =>
  subjectsIn(text)
    .flat()
    .some((key) => key.startsWith('region.'));

/** Words within which those of a phrase stand together: "the yield on the 10-year Treasury note". */
const NEAR = 8;

function standTogether(words: readonly string[], phrase: readonly string[]): boolean {
  const ways = phrase.map((word) => [[word], ...otherWays([word])]);
  return words.some((_, start) => {
    const near = words.slice(start, start + NEAR);
    return ways.every((way) => way.some((one) => hasPhrase(near, one)));
  });
}

/** Whether a text has any word of a topic, telling or not. */
export function sharesWord({ facets }: Topic, text: string): boolean {
  const words = new Set(stemsIn(text));
  return facets.some(({ phrase }) => phrase.some((word) => words.has(word)));
}

/** A topic as a page can be about it: without the symbols that stand there for another security, as if somebody else had asked. */
export function onPage(topic: Topic, page: string): Topic {
  const others = otherListings(page);
  if (others.size === 0) return topic;
  const letters = new Set([...others].map((symbol) => symbol.toLowerCase()));
  return {
    tickers: topic.tickers.filter((symbol) => !others.has(symbol)),
    facets: topic.facets.filter(({ phrase }) => !phrase.every((word) => letters.has(word))),
  };
}

/** Whether a whole page is about a topic: a sentence of it at least names it, or says it in another way. */
export function pageIsAbout(topic: string, text: string): boolean {
  const about = onPage(readTopic(topic), text);
  return text.split(/(?<=[.!?])\s+|\n+/u).some((sentence) => aboutness(about, sentence) >= ABOUT);
}

/** From here on a text is about a topic. */
export const ABOUT = 0.5;
