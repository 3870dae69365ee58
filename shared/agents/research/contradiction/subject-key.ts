import { companies } from '../../../database/seeds/reference/companies.ts';
import { plainWords } from '../../../portfolio-files/reference-names.ts';
import { shortNamesBySymbol } from '../../../portfolio-files/short-names.ts';
import { KNOWN_NAMES } from '../strangers/known-securities.ts';
import { otherListings } from '../strangers/other-listings.ts';
import { isOfCompany } from './measure-words.ts';

/** Say nothing of what a figure is of. */
const EMPTY = new Set(
  'the a an of on for in at by to and its their spot benchmark price prices share shares note notes closely watched closely-watched usually rather also meanwhile however today record'.split(
    ' ',
  ),
);
/** What a fund is called beside its name. */
const DESCRIBES = /^(?:exchange-traded|etfs?|funds?|trusts?|largest|biggest|world|\p{L}+-backed)$/u;
/** What the name of a company ends in, where only its short form is known. */
const LEGAL_FORM = /^(?:inc|corp|corporation|co|company|ltd|plc|group|platforms)\.?$/u;
const PRONOUNS = new Set(
  'it they this that these those he she we i you both which who there what one some others not never no'.split(' '),
);
/** "The Vanguard Total International Stock ETF (VXUS)": a symbol with the name before it. */
const BY_SYMBOL =
  /(?:(?!(?:Holdings|Shares|Units|Assets|Inflows|Outflows|Flows|Returns|Yields?|Prices?|Dividends?|Sales|Revenues?|Profits?) (?:of|in|into|from|for)\b)(?:[Tt]he\s+)?\p{Lu}[\p{L}\p{N}&.’'-]*,?\s+(?:(?:\p{Lu}[\p{L}\p{N}&.’'-]*,?|\d+|of|and|the|&)\s+)*)?\((?:\p{Lu}\p{L}*:\s?)?(\p{Lu}[\p{Lu}\p{N}.]{0,5})(?:,\s\p{Lu}[\p{Lu}\p{N}.]{0,5})*\)/u;
const SAYS = /^(.*)\b(?:said|says|reported|showed|shows|announced)(?:,| that\b|\s)/iu;
const ON_A_DAY = /,?\s(?:on )?\p{Lu}\p{Ll}+day,?\s/u;
const OWN = /^\s*(?:its|their)\b/iu;
/** What goes by two names, and by which of them it is compared. */
const ALSO: readonly (readonly [RegExp, string])[] = [
  [/\b(?:U\.?S\.? )?Federal Reserve\b/gu, 'Fed'],
  [/\bJ\.?P\.? ?Morgan ?Chase\b/gu, 'JPMorgan Chase'],
  // The index, and not the company that keeps it.
  [/\bS&P (?=(?:\d|MidCap|SmallCap|Composite))/gu, 'Standard-Poors '],
  [/\bUnited States\b|\bU\.S\.(?=\s|$)/gu, 'US'],
];

let byName: ReadonlyMap<string, string> | undefined;

/** Securities by their names and companies by their short ones too, as `plainWords` writes them; made when the first is asked for. */
function names(): ReadonlyMap<string, string> {
  if (byName !== undefined) return byName;
  const short = shortNamesBySymbol(companies.map(([symbol, name]) => ({ symbol, name, type: 'stock' })));
  byName = new Map([
    ...[...short].flatMap(([symbol, those]) => those.map((name): [string, string] => [name, symbol])),
    ...[...KNOWN_NAMES].map(([symbol, name]): [string, string] => [plainWords(name), symbol]),
  ]);
  return byName;
}

/**
 * What a noun phrase at the head of a clause is about, as a key: its symbol, and the words that say which figure of it. The same key is the
 * same thing; what may be another ("bond funds" and "bonds", a fund and a company of its letters elsewhere) has another. Null where it does not say, as for a pronoun.
 *
 * @example subjectKey('The expense ratio of the Vanguard Total Stock Market ETF (VTI)') // 'VTI expense ratio'
 */
export function subjectKey(phrase: string): string | null {
  const said = ALSO.reduce((text, [name, other]) => text.replace(name, other), whoseOwn(phrase).replaceAll('’', "'"));
  const { symbol, rest } = withoutName(said);
  // Of a company its stock is its shares.
  const words = sortedWords(rest).filter(
    (word) => symbol === undefined || (word !== 'stock' && !LEGAL_FORM.test(word) && !DESCRIBES.test(word)),
  );
  if (words.some((word) => PRONOUNS.has(word))) return null;
  const key = [...(symbol === undefined ? [] : [symbol]), ...words].join(' ');
  return key === '' ? null : key;
}

/** Without who says it, unless it is theirs: "Merck said its sales", and by itself "Merck said sales", are Merck's. */
function whoseOwn(phrase: string): string {
  const [says, sayer = ''] = SAYS.exec(phrase) ?? [];
  if (says === undefined) return phrase;
  const who = sayer.replace(ON_A_DAY, ' ');
  const told = phrase.slice(says.length);
  if (OWN.test(told)) return `${who}${told.replace(OWN, '')}`;
  return isOfCompany(sortedWords(told).join(' ')) && withoutName(who).symbol !== undefined ? `${who}${told}` : told;
}

/** Words that say of what a figure is, each once. */
const sortedWords = (phrase: string): string[] =>
  [
    ...new Set(
      phrase
        .toLowerCase()
        .replaceAll(/\([^)]*\)|'s?(?=\s|$)/gu, ' ')
        .split(/[^\p{L}\p{N}&.%-]+/u)
        .filter((word) => /[\p{L}\p{N}%]/u.test(word) && !EMPTY.has(word)),
    ),
  ].toSorted();

function withoutName(said: string): { symbol?: string; rest: string } {
  const [named, symbol] = BY_SYMBOL.exec(said) ?? [];
  if (named !== undefined && symbol !== undefined) {
    return { symbol: otherListings(said).has(symbol) ? named : symbol, rest: said.replace(named, ' ') };
  }
  const alone = said.match(/(?<![\p{L}\p{N}])\p{Lu}{2,5}(?![\p{L}\p{N}])/gu)?.find((one) => KNOWN_NAMES.has(one));
  if (alone !== undefined) return { symbol: alone, rest: said.replace(alone, ' ') };
  const words = said.split(/\s+/u);
  for (let from = 0; from < words.length; from += 1) {
    if (!/^\p{Lu}/u.test(words[from] ?? '')) continue;
    for (let to = Math.min(words.length, from + 8); to > from; to -= 1) {
      const whole = words.slice(from, to).join(' ').replace(/[,.]$/u, '');
      // "McDonald's" is a name, and "Apple's" is whose something is.
      for (const name of [whole, whole.replace(/'s?$/u, '')]) {
        const known = names().get(plainWords(name));
        if (known !== undefined) return { symbol: known, rest: said.replace(name, ' ') };
      }
    }
  }
  return { rest: said };
}
