import { everyMatch } from '../../every-match.ts';
import { officialNames } from './official-names.ts';
import { ACRONYMS, KINDS, PUBLIC, SUBJECTS } from './public-names.ts';
import { KNOWN_COMPANIES, KNOWN_LETTERS, KNOWN_SYMBOLS } from './known-securities.ts';

/** A name in a text of somebody whom nobody held or asked about. */
export interface Stranger {
  name: string;
  /** Offsets. */
  start: number;
  end: number;
  /** `symbol`: in capitals, as securities are traded; `name`: words. */
  form: 'symbol' | 'name';
  /** It is in the reference set: one of the securities that many people hold. */
  known: boolean;
}

const WORD = /\$?[\p{L}\p{N}][\p{L}\p{N}&]*(?:[.'’/-][\p{L}\p{N}]+)*/gu;
const SYMBOL = /^\$?(?=(?:.*\p{Lu}){2})[\p{Lu}\p{N}&]{2,10}(?:[.-]\p{Lu}{1,2})?$/u;
/** BrickShare, MiniShares, QWEx. */
const CAMEL = /^\p{Lu}+\p{Ll}+\p{Lu}|^\p{Lu}{2,}\p{Ll}{1,2}$/u;
const CAPITAL = /^\p{Lu}/u;
/** "CPI-U", "PPI-FD": one of several that are measured by one name. */
const OF_A_MEASURE = /^(?:C-)?(?:CPI|PPI|PCE|GDP|HICP|PMI|RPI)(?:-|\p{Lu}$)/u;
/** Of what has a name of its own and people hold or join. */
const PRODUCT =
  /^\s(?:coins?|tokens?|holders?|owners?|clients?|members?|subscribers?|savers?|depositors?|buyers?|shares?|stocks?|funds?|trusts?|accounts?|deposits?|annuit(?:y|ies)|bullion|certificates?|notes?|portfolios?|positions?|strateg(?:y|ies)|systems?|method|club|letter|newsletter|app|platform|investors?|stakes?|units|bonds?)\b/u;
const VERB = /^\s(?:is|was|has|had|does|did|can|pays|paid|returns|returned|earns|earned|gains|gained|yields|yielded|beats|beat|offers|offered|gives|gave|holds|held|rose|fell|climbed|jumped|doubled|tripled|lost|leaves|left|makes|made|keeps|kept|outperforms|outperformed|leads|led|remains|stands|sells|costs|attracts|attracted|draws|drew|suits|fits|wins|won)\b/u; // prettier-ignore
const SINGULAR = /^\s(?:is|was|has|does|[a-z]{2,}(?<![su])s)\b/u;
/** "Longer bonds", "Fewer firms". */
const COMPARED =
  /^(?:long|short|high|low|old|young|small|larg|few|cheap|fast|slow|weak|strong|rich|poor|wid|narrow|great|earli|lat|new|bigg|hott|safe)(?:e?r|e?st)$/iu;
/** Endings of common nouns: "Unemployment", "Concentration". */
const COMMON = /(?:tion|sion|ment|ness|ance|ence|ing|ism|ship|ity|ers|ors|ies|ly|ists)$/u;

const bare = (word: string): string => word.replace(/^\$|['’]s?$/gu, '').toLowerCase();
/** A number, a rating ("Aa1"), a year of accounts ("FY2026") or a sign of mathematics. */
const isNumber = (word: string): boolean =>
  /^\$?[\d.,]+|^[A-C][a-c]{0,2}\d$|^FY\d{2,4}$|^\p{Script=Greek}$/u.test(word);

/**
 * The names in a sentence that are neither `own` nor a place, a day, an authority or a kind of thing. What has its capital because
 * a sentence begins with it is a name where it looks like one, or does or has what only a name can.
 *
 * @param own words in lower case of what is held or asked about
 * @param others words in lower case that are names elsewhere on the page
 */
export function unheldNames(
  text: string,
  own: ReadonlySet<string>,
  others: ReadonlySet<string> = new Set(),
): Stranger[] {
  const official = officialNames(text);
  const words = everyMatch(WORD, text).flatMap(({ 0: word, index }) => {
    if (official.some(({ start, end }) => start <= index && index < end)) return [];
    const possessive = /['’]s$/u.test(word);
    const plain = word.replace(/['’]s$/u, '');
    return [{ word: plain, start: index, end: index + plain.length, possessive }];
  });
  const found: Stranger[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (first === undefined || isOwn(first.word)) continue;
    if (isSymbol(first.word)) {
      // "J&J" is a company's name, and no symbol.
      const isName = KNOWN_LETTERS.has(bare(first.word));
      const known = isName || KNOWN_SYMBOLS.has(first.word.replace(/^\$/u, ''));
      const symbol: Stranger = { name: first.word, start: first.start, end: first.end, form: isName ? 'name' : 'symbol', known }; // prettier-ignore
      const named = found.at(-1);
      const isBehind = text.slice(0, first.start).endsWith('(') && text.startsWith(')', first.end);
      // "AMD (AMD)", "the SPDR Gold MiniShares Trust (GLDM)": one thing, and what is known of its symbol is known of it.
      if (isBehind) {
        const [title = ''] = /(?:\p{Lu}[\p{L}\p{N}&.-]*\s|\d+\s)*$/u.exec(text.slice(0, symbol.start - 1)) ?? [];
        Object.assign(symbol, { start: symbol.start - 1 - title.length, end: symbol.end + 1 });
      }
      if (isBehind && named !== undefined && named.end >= symbol.start) found.pop();
      found.push(symbol);
      continue;
    }
    if (!CAPITAL.test(first.word) || isNumber(first.word)) continue;
    let last = at;
    while (isJoined(last)) last += 1;
    const phrase = words.slice(at, last + 1);
    const lastWord = phrase.at(-1) ?? first;
    if (isStrange(phrase, beginsAt(first.start), text.slice(lastWord.end), words[at - 1])) {
      const known = phrase.some(({ word }) => KNOWN_COMPANIES.has(bare(word)));
      found.push({ name: text.slice(first.start, lastWord.end), start: first.start, end: lastWord.end, form: 'name', known }); // prettier-ignore
    }
    at = last;
  }
  return found;

  function isOwn(word: string): boolean {
    return own.has(bare(word)) || own.has(KNOWN_LETTERS.get(bare(word)) ?? '') || isOwnInOne(word);
  }

  /** "JPMorganChase" is what JPMorgan Chase calls itself: two words of its own in one. */
  function isOwnInOne(word: string): boolean {
    if (!CAMEL.test(word) && !/\p{Ll}\p{Lu}/u.test(word)) return false;
    const lower = bare(word);
    return [...own].some(
      (one) =>
        one.length > 3 && lower.startsWith(one) && lower.length - one.length > 3 && own.has(lower.slice(one.length)),
    );
  }

  function isSymbol(word: string): boolean {
    const plain = word.replace(/^\$/u, '');
    if (word.startsWith('$') && /^\p{L}/u.test(plain)) return true;
    return (
      SYMBOL.test(word) &&
      !isNumber(word) &&
      !/^[\d.,]+\p{L}{0,2}$/u.test(plain) &&
      !ACRONYMS.has(plain) &&
      !OF_A_MEASURE.test(plain) &&
      !PUBLIC.has(bare(word))
    );
  }

  /** Whether the next word belongs to the same name. */
  function isJoined(at: number): boolean {
    const [one, next] = [words[at], words[at + 1]];
    if (one === undefined || next === undefined || one.possessive) return false;
    return CAPITAL.test(next.word) && !isSymbol(next.word) && /^ $/u.test(text.slice(one.end, next.start));
  }

  function beginsAt(start: number): boolean {
    return /(?:^|[.!?:;“"‘(]\s*)$/u.test(text.slice(Math.max(0, start - 3), start));
  }

  function isStrange(
    phrase: readonly { word: string; possessive: boolean }[],
    begins: boolean,
    after: string,
    before: { word: string; possessive: boolean } | undefined,
  ): boolean {
    // "Microsoft's Azure" is a part of what is held.
    if (before?.possessive === true && isOwn(before.word)) return false;
    const telling = phrase.filter(({ word }) => {
      const lower = bare(word);
      return !own.has(lower) && !PUBLIC.has(lower) && !KINDS.has(lower) && !ACRONYMS.has(word.replace(/(?<=\p{Lu})s$/u, ''));
    });
    const [only, second] = telling;
    if (only === undefined) return false;
    if (others.has(bare(only.word))) return true;
    const alone = begins && only === phrase[0] && second === undefined && phrase.length === 1;
    if (!alone || CAMEL.test(only.word)) return !(begins && only === phrase[0] && second === undefined && isCommon(only.word) && phrase.length > 1); // prettier-ignore
    if (isCommon(only.word)) return false;
    // "Rents rose" are many; "Helios pays" is one.
    if (/[^siu]s$/u.test(only.word) && !only.possessive && !SINGULAR.test(after)) return false;
    return only.possessive || KNOWN_COMPANIES.has(bare(only.word)) || PRODUCT.test(after) || VERB.test(after) || /^\s\(/u.test(after);
  } // prettier-ignore
}

const isKind = (word: string): boolean => SUBJECTS.has(word) || KINDS.has(word);

const isCommon = (word: string): boolean =>
  isKind(bare(word)) ||
  ((COMMON.test(word) || COMPARED.test(word)) && !CAMEL.test(word)) ||
  bare(word)
    .split('-')
    .some((part, _, all) => all.length > 1 && isKind(part));

const CAPITAL_INSIDE = /(?<=[\p{Ll}\d,;)] )\p{Lu}[\p{L}\p{N}-]+/gu;

/** Words in lower case that stand with a capital inside the sentences of a page and never without one: names, wherever they stand. */
export function namesOn(page: string): ReadonlySet<string> {
  const official = officialNames(page);
  const inside = everyMatch(CAPITAL_INSIDE, page).flatMap(({ 0: word, index }) =>
    official.some(({ start, end }) => start <= index && index < end) ? [] : [word.toLowerCase()],
  );
  const plain = new Set(page.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}-]*/gu) ?? []);
  return new Set(inside.filter((word) => !plain.has(word) && !PUBLIC.has(word) && !KINDS.has(word)));
}
