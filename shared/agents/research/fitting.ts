import type { Fact } from '../../schemas/fact.ts';
import { framedText } from '../../knowledge/framed-text.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import { withoutDateline } from './dateline.ts';
import { withoutFramed } from './framing/framing.ts';
import { namesBySymbol, namesHeld, symbolsHeld } from './names-held.ts';
import { isOfSomebodyElse } from './of-somebody-else.ts';
import { pageTitle } from './page-title.ts';
import { isInnocent, subjectOf, type Subject as Named } from './reports.ts';
import { isDatedByItsPage } from './self-dated.ts';
import { KNOWN_NAMES } from './strangers/known-securities.ts';
import { hasShortName, isNamesake, tellsOf, type Company } from './strangers/namesakes.ts';
import { otherListings } from './strangers/other-listings.ts';
import { mainSubjects, type Subject } from './subjects.ts';
import { isWithoutName } from './whose-figure.ts';

/** What a portfolio holds, as far as research can be about it. */
interface Held {
  symbols: ReadonlySet<string>;
  /** Keys of allocation facts, such as "region.europe". */
  parts: ReadonlySet<string>;
  companies: readonly Company[];
}

/** A share of the portfolio below these is nothing that a report's readers need the news of. */
const MATERIAL = { holding: 0.01, part: 0.05 };
/** Below this share of the best score that a passage can have, words were found and not what was asked. */
const FLOOR = 0.25;
/** "(GLD)", "$GLD", "NYSE: GLD": what stands like this is a symbol and no word. */
const MARKED_SYMBOL = /(?:\(|\$|\b(?:NYSE|NASDAQ|Nasdaq|ARCA|AMEX)\s?:\s?)([A-Z][A-Z0-9.]{0,9})(?![\p{L}\p{N}])/gu;

/**
 * Of what a search found, what is about something that the portfolio holds in a share that matters: a holding by its symbol, or an
 * asset class, region or sector by the words that texts use for it. Of a passage the sentences that are about other things only
 * are left out, and so are those that order, promise or praise, and those that what stands around them supposes, denies or puts in
 * another year, or that are dated by the day of a page that does not say it: no model sees them either. A passage that is about nothing held, or
 * was hardly found, is not there at all; what it is called is judged like its sentences.
 */
export function fitting(passages: readonly KnowledgePassage[], facts: readonly Fact[]): KnowledgePassage[] {
  const held = heldIn(facts);
  const names = namesHeld(facts);
  return passages.map(ownTags).flatMap((found) => {
    const namesakes = found.score < FLOOR ? [] : held.companies.filter((company) => isAnother(found, company));
    const others = namesakes.map(({ symbol }) => symbol);
    const passage =
      others.length === 0 ? found : { ...found, tickers: found.tickers.filter((one) => !others.includes(one)) };
    if (passage.score < FLOOR || !isAboutHeld(passage, held)) return [];
    const named = subjectOf([...names, ...passage.tickers], passage.text);
    const text = fittingSentences(passage, held, named, namesakes);
    return text === '' ? [] : [{ ...passage, title: pageTitle(passage, named), text }];
  });
}

/** Without the tags that stand in it for another security: "Viva Energy (ASX: VEA)". */
function ownTags(passage: KnowledgePassage): KnowledgePassage {
  const others = otherListings(`${passage.title}\n${passage.text}`);
  return others.size === 0 ? passage : { ...passage, tickers: passage.tickers.filter((one) => !others.has(one)) };
}

/** Whether a passage means somebody else by the name of a company: where it has the company's tag all of its page is known to name it. */
const isAnother = (passage: KnowledgePassage, company: Company): boolean =>
  isNamesake(passage, company, passage.tickers.includes(company.symbol));

function heldIn(facts: readonly Fact[]): Held {
  const parts = facts.flatMap(({ name, value }) => {
    const key = /^allocation\.((?:assetClass|region|sector)\.[^.]+)\.weight$/.exec(name)?.[1];
    return key !== undefined && typeof value === 'number' && value >= MATERIAL.part ? [key] : [];
  });
  const names = namesBySymbol(facts);
  const companies = [...symbolsHeld(facts)].map((symbol) => {
    return { symbol, name: KNOWN_NAMES.get(symbol) ?? names.get(symbol) ?? symbol };
  });
  return { symbols: symbolsHeld(facts, MATERIAL.holding), parts: new Set(parts), companies };
}

/** Its title says what a text is about; where it names nothing, the passage itself does. */
function isAboutHeld({ title, text, tickers }: KnowledgePassage, held: Held): boolean {
  const [only, second] = tickers;
  if (only !== undefined && second === undefined && !held.symbols.has(only)) return false;
  const named = symbolsIn(title, tickers);
  if (named.length > 0) return named.some((symbol) => held.symbols.has(symbol));
  const subjects = isOfSomebodyElse(title, held.companies) ? [] : mainSubjects(title);
  if (subjects.length > 0) return subjects.some((subject) => isHeld(subject, held));
  const isAbout = (sentence: string) =>
    !isWithoutName(sentence) &&
    mainSubjects(sentence).some((subject) => isHeld(subject, held)) &&
    !isOfSomebodyElse(sentence, held.companies, title);
  return (
    tickers.some((ticker) => held.symbols.has(ticker)) ||
    text
      .split('\n')
      .flatMap((line) => sentencesIn(line))
      .some(isAbout)
  );
}

function fittingSentences(
  { frame = '', text, title, published, fetched, tickers }: KnowledgePassage,
  held: Held,
  may: Named,
  namesakes: readonly Company[],
): string {
  const isOnAnother = isOfSomebodyElse(title, held.companies);
  const isAbout = (sentence: string): boolean => {
    if (isOfSomebodyElse(sentence, held.companies, title)) return false;
    const named = symbolsIn(sentence, tickers);
    if (named.length > 0) return named.some((symbol) => held.symbols.has(symbol));
    // Earnings and shares of whomever its page names are no news of all of them.
    const subjects = isWithoutName(sentence) ? [] : mainSubjects(sentence);
    return (subjects.length === 0 && !isOnAnother) || subjects.some((subject) => isHeld(subject, held));
  };
  const isOfKnownDay = (sentence: string): boolean => published !== null || !isDatedByItsPage(sentence);
  const isElse = (sentence: string): boolean =>
    namesakes.some((company) => hasShortName(sentence, company) && !tellsOf(sentence, company));
  const fits = (sentence: string): boolean =>
    isInnocent(sentence, may) && isOfKnownDay(sentence) && isAbout(sentence) && !isElse(sentence);
  // What did not stand together is not put together: a line ends where a sentence is left out.
  const lines = withoutFramed(framedText({ frame, text }), { title, written: published ?? fetched.slice(0, 10) })
    .split('\n')
    .flatMap((line) =>
      sentencesIn(line)
        .map(withoutDateline)
        .map((sentence) => (fits(sentence) ? sentence : '\n'))
        .join(' ')
        .split('\n'),
    )
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // Its frame is no word of the page at this place.
  const own = lines.findIndex((line) => !frame.includes(line));
  return own < 0 ? '' : lines.slice(own).join('\n');
}

/** Symbols that a text names: as such, or those that its document is about where it says them. */
export function symbolsIn(text: string, tickers: readonly string[] = []): string[] {
  const marked = [...text.matchAll(MARKED_SYMBOL)].flatMap(([, symbol = '']) =>
    NO_SYMBOL.has(symbol) ? [] : [symbol],
  );
  const words = new Set(text.split(/[^\p{L}\p{N}.-]+/u).map((word) => word.replace(/\.$/, '')));
  const named = [...marked, ...tickers.filter((ticker) => ticker.length > 2 && words.has(ticker))];
  const others = otherListings(text);
  return [...new Set(named)].filter((symbol) => !others.has(symbol));
}

/** Short forms that stand in parentheses as symbols do. */
const NO_SYMBOL: ReadonlySet<string> = new Set(['ETF', 'ETFS', 'REIT', 'REITS', 'GDP', 'CPI', 'PCE', 'ECB', 'IMF', 'FOMC', 'SEC', 'BLS', 'EIA', 'TIPS', 'US', 'U.S', 'UK', 'EU', 'OPEC', 'IPO', 'AI', 'PMI', 'YTD', 'IRA', 'USD', 'EUR', 'GBP', 'JPY']); // prettier-ignore

const isHeld = (subject: Subject, { parts }: Held): boolean => subject.some((key) => parts.has(key));
