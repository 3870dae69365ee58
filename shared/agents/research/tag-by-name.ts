import { sentencesIn } from '../../knowledge/sentences-in.ts';
import type { Fact } from '../../schemas/fact.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import { escaped } from '../grounding/names.ts';
import { withoutDateline } from './dateline.ts';
import { symbolsIn } from './fitting.ts';
import { namesBySymbol } from './names-held.ts';
import { withoutBeside } from './of-somebody-else.ts';
import { companiesIn, namesOf } from './strangers/company-names.ts';
import { KNOWN_NAMES } from './strangers/known-securities.ts';
import { isEveryday, isNamesake, OF_COMPANY, type Company } from './strangers/namesakes.ts';

/** What a name ends in that texts leave out. */
const FORM =
  /[\s,]+(?:inc|corp|corporation|company|co|ltd|limited|plc|ag|se|sa|nv|group|holdings?|etf|fund|trust|class [a-z]|&|and)\.?$/iu;
/** So many sentences tell something of a company that its page's title does not name, or whose name is a word besides. */
const OFTEN = 2;
/** What companies and others do: of a name that is no word besides it is enough. */
const DOES = /^(?:,? (?:is|was|has|had|will|would|cut|cuts|to|and)|['’]s) /u;
/** Behind a word that begins a sentence or tells a day a name stands by itself, and behind another it is a person's: "Doug Ford". */
const OPENS =
  /^(?:but|and|or|so|yet|when|while|as|after|before|for|from|in|at|on|by|to|of|if|since|because|although|though|with|like|both|meanwhile|why|how|is|can|should|what|where|does|will|has|that|the|today|yesterday|late|early|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|rivals?|shares|stock|u\.?s\.?|american|retailer|dow|nasdaq)$/iu;
/** "CUPERTINO, CALIFORNIA Apple". */
const PLACE = /^\p{Lu}{3,}$/u;
const WHEN_TOLD = /^ (?:today|yesterday|on \p{Lu}\p{Ll}+day|late \p{Lu}\p{Ll}+day) /u;
const BEFORE = /(?:^|\s)(\p{Lu}[\p{L}.’'-]*)\s$/u;
/** Who rates another company is not what such a title is about. */
const RATES =
  /\b(?:price targets?|targets?|ratings?|(?:up|down)grad\w+|initiat\w+|overweight|underweight|outperform|underperform|top picks?|analysts?)\b/iu;

/**
 * Tells of a passage which of some holdings it is about, by what it says itself: the symbol as symbols are written, "(COST)", the
 * whole name but its legal form, of two words at least, as it is written, or the name that people say ("Microsoft") where its page plainly is about that
 * company. One that names none of them is left out: a search by name finds what has some of its words, too.
 */
export function tagByName(
  facts: readonly Fact[],
  symbols: readonly string[],
): (passage: KnowledgePassage) => KnowledgePassage[] {
  const names = namesBySymbol(facts);
  const saysName = new Map(symbols.map((symbol) => [symbol, standing(withoutForm(names.get(symbol) ?? ''))]));
  const said = new Map(symbols.flatMap((symbol) => namesOf(symbol).map((name): [string, string] => [name, symbol])));
  const companies = symbols.map((symbol) => {
    return { symbol, name: KNOWN_NAMES.get(symbol) ?? names.get(symbol) ?? symbol };
  });
  return (passage) => {
    const text = `${passage.title}\n${passage.text}`;
    const marked = symbolsIn(text);
    const about = companies
      .filter(({ symbol, ...company }) => {
        if (marked.includes(symbol) || saysName.get(symbol)?.test(text) === true) return true;
        return isPlainlyAbout(passage, { symbol, ...company }, said);
      })
      .map(({ symbol }) => symbol);
    return about.length === 0 ? [] : [{ ...passage, tickers: [...new Set([...passage.tickers, ...about])] }];
  };
}

/**
 * Whether a page is about a company by the name that people say: its title names it and a sentence tells something of it, or several sentences do. In
 * doubt it is not: what is called so may be somebody else ("Apple Hospitality", "Doug Ford"), a word ("Target prices") or who rates others.
 *
 * @param said the names of what is held, each with its symbol
 */
function isPlainlyAbout(page: KnowledgePassage, company: Company, said: ReadonlyMap<string, string>): boolean {
  if (!new Set(said.values()).has(company.symbol) || isNamesake(page, company)) return false;
  const inTitle = companiesIn(withoutBeside(page.title), said).map(({ symbol }) => symbol);
  const isRater = RATES.test(page.title) && inTitle[0] === company.symbol && new Set(inTitle).size > 1;
  if (isRater) return false;
  const isWord = isEveryday(company);
  const namings = page.text.split('\n').flatMap((line) =>
    sentencesIn(line).flatMap((written) => {
      const sentence = withoutBeside(withoutDateline(written));
      const own = companiesIn(sentence, said).find(({ symbol }) => symbol === company.symbol);
      if (own === undefined) return [];
      const [, word = ''] = BEFORE.exec(sentence.slice(0, own.start)) ?? [];
      const after = sentence.slice(own.end).replace(WHEN_TOLD, ' ');
      if (word !== '' && !OPENS.test(word) && !PLACE.test(word)) return ['person' as const];
      return [OF_COMPANY.test(after) || (!isWord && DOES.test(after)) ? ('company' as const) : ('named' as const)];
    }),
  );
  if (namings[0] === 'person') return false;
  const told = namings.filter((one) => one === 'company').length;
  return told >= (inTitle.includes(company.symbol) && !isWord ? 1 : OFTEN);
}

function withoutForm(name: string): string {
  const shorter = name.trim().replace(FORM, '');
  return shorter === name ? name : withoutForm(shorter);
}

/** Two words at least, and between words: "Global Payments" is not in "Global Paymentsystems". */
function standing(name: string): RegExp | null {
  return name.includes(' ') ? new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(name)}(?![\p{L}\p{N}])`, 'u') : null;
}
