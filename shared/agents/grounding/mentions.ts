import { symbolOfSlug } from '../../finance/facts/slug.ts';
import type { Fact } from '../../schemas/fact.ts';
import { everyMatch } from '../every-match.ts';
import { nameInLabel } from '../named-in-facts.ts';
import { escaped } from './names.ts';
import { shortNames } from './short-names.ts';
import { subjectWords } from './subject-words.ts';
import { comparable } from './text-view.ts';

/** A place in a text that names subjects of facts: "BND", "European stocks", "Roth IRA". */
export interface Mention {
  start: number;
  end: number;
  subjects: readonly string[];
  /** What a share is of: the stocks of "63% of your stocks". */
  base?: true;
}

const STATIC = subjectWords.map(({ pattern }) => `(${pattern})`).join('|');
const alone = (source: string) => String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`;
/** The words that stand for the same whoever's portfolio it is, apart from the names: it is made once. */
const WORDS = new RegExp(alone(STATIC), 'giu');
const WHOLE_STATIC = new RegExp(`^(?:${STATIC})$`, 'iu');
/** What companies and funds have at the end of their names, and people leave out. */
const SUFFIX =
  /(?:,? (?:inc|corp|corporation|company|co|ltd|plc|sa|ag|nv|lp|llc|etf|fund|trust|index fund|class [a-c])\.?)+$/i;

/** What people call companies that are named otherwise. */
export const NICKNAMES = [
  ['Coca-Cola', 'coke'],
  ['Alphabet', 'google'],
  ['Meta Platforms', 'facebook'],
] as const;

/** What coins are counted in. */
const coins: Readonly<Record<string, readonly string[]>> = {
  bitcoin: ['bitcoins', 'btc'],
  ethereum: ['ether', 'eth'],
};

/** What a name of one word is not. */
const ORDINARY =
  /^(?:(?!gold$|checking$|brokerage$|bitcoins?$|ether(?:eum)?$)\p{Ll}[\p{L}\p{N}]*|What|Which|This|That|These|Those|With|When|Where|Your|Their)$/u;
/** "63% of your stocks" says what a share is of, and not what it is. */
const BASE =
  /(?:%|percent|thirds?|half|quarters?|fifths?|tenths?|points?|all) of (?:all )?(?:the |your |this |her |his |their |my |our |its )?(?:total |whole |entire )?$/i;

/** Finds what is named in a text: the names of the facts' accounts and instruments first, then the words for the rest. */
export function mentionFinder(facts: readonly Fact[]): (text: string) => Mention[] {
  const [names, symbols] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const fact of facts) addNames(fact, names, symbols);
  // "Energy" is the sector as well, whoever holds an Energy fund.
  for (const [alias, subject] of shortNames(names)) if (!names.has(alias)) add(names, alias, subject);
  const name = new RegExp(alone(alternatives(names)), 'giu');
  // Tickers are capitals: "all" is not ALL.
  const ticker = new RegExp(alone(alternatives(symbols)), 'gu');
  return (text) => {
    const named = everyMatch(name, text).flatMap((match): Mention[] => {
      const [written] = match;
      // A name of one word has its capital: a fund called "What" is not meant by "what".
      if (ORDINARY.test(written) && !(written === 'savings' && (/\b(?:in|from|to) $/.test(text.slice(0, match.index)) || (text.slice(0, match.index).endsWith(' and ') && SHARED_OUT.test(text.slice(match.index + written.length)))))) return []; // prettier-ignore
      return [mention(match, names.get(written.toLowerCase()) ?? [])];
    });
    const words = everyMatch(WORDS, text).map((match) => mention(match, staticSubjects(match)));
    const tickers = everyMatch(ticker, text).map((match) => mention(match, symbols.get(match[0]) ?? []));
    const found: Mention[] = [];
    // The first of two that overlap counts, of two that begin together the longer ("health care", and no "Health savings"), else the name.
    const [last] = [{ end: 0 }];
    for (const one of [...named, ...words, ...tickers].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (one.start < last.end) continue;
      last.end = one.end;
      found.push(BASE.test(text.slice(Math.max(0, one.start - 40), one.start)) ? { ...one, base: true } : one);
    }
    return found;
  };
}

/** "The HSA and savings are 3% and 4%". */
const SHARED_OUT = /^ (?:is|are|holds?) (?:about )?[$\d]/;

const mention = ({ 0: written, index }: RegExpExecArray, subjects: Iterable<string>): Mention => {
  return { start: index, end: index + written.length, subjects: [...subjects] };
};

function addNames(fact: Fact, names: Map<string, Set<string>>, symbols: Map<string, Set<string>>): void {
  const [family = '', key = '', third = ''] = fact.name.split('.');
  const text = typeof fact.value === 'string' ? fact.value : '';
  if (family === 'holding') {
    const subject = `holding:${key}`;
    const symbol = /^\S+(?= \(|,)/.exec(fact.label)?.[0] ?? symbolOfSlug(key);
    add(symbols, symbol, subject);
    for (const name of [nameInLabel(fact), third === 'name' ? text : null]) {
      if (name === symbol) continue;
      add(names, name?.toLowerCase() ?? null, subject);
      if (/\bgold\b/i.test(name ?? '')) add(names, 'gold', subject);
      add(names, name?.replace(SUFFIX, '').toLowerCase() ?? null, subject);
      add(names, /^(.*)\.com\b/i.exec(name ?? '')?.[1]?.toLowerCase() ?? null, subject);
      // "Disney" of "The Walt Disney Company".
      const company = /^the (.*)$/i.exec(name?.replace(SUFFIX, '') ?? '')?.[1]?.toLowerCase();
      for (const part of [company, company?.split(' ').at(-1)]) add(names, part ?? null, subject);
      // "The 2045 fund" of "Target Retirement 2045 Fund".
      const year = /\b20\d\d\b(?= fund)/i.exec(name ?? '')?.[0];
      if (year !== undefined) add(names, `${year} fund`, subject);
      // "J&J" of "Johnson & Johnson".
      const [, one, other] = /(?:^|^The )(\p{Lu})\p{Ll}+ & (\p{Lu})\p{Ll}+/u.exec(name ?? '') ?? [];
      if (one !== undefined && other !== undefined) add(names, `${one}&${other}`.toLowerCase(), subject);
      for (const [company, nickname] of NICKNAMES) if (name?.includes(company) === true) add(names, nickname, subject);
      for (const coin of coins[name?.toLowerCase() ?? ''] ?? []) add(names, coin, subject);
    }
  }
  if (/^(?:unclassified|guessed|stale|excluded|rebalancing)$/.test(family) && fact.name.endsWith('.symbol')) {
    add(symbols, text, `holding:${text.replaceAll('.', '_')}`);
  }
  if (fact.name.startsWith('concentration.largestIssuer.name')) {
    for (const name of [text, text.replace(SUFFIX, '')]) add(names, name.toLowerCase(), 'issuer:largest');
  }
  if (fact.name.startsWith('concentration.largestDebtor.name')) add(names, text.toLowerCase(), 'issuer:debtor');
  if (fact.name.startsWith('allocation.account.')) {
    const name = nameInLabel(fact)?.toLowerCase() ?? null;
    add(names, name, `account:${third}`);
    if (/\bhealth savings\b/.test(name ?? '')) add(names, 'hsa', `account:${third}`);
    if (/\biras?\b/.test(name ?? ''))
      for (const both of ['iras', 'either ira', 'each ira']) add(names, both, `account:${third}`);
  }
  if (fact.name.startsWith('performance.account.') && fact.name.endsWith('.name'))
    add(names, text.toLowerCase(), `account:${third}`);
  if (fact.name.startsWith('allocation.currency.') || family === 'exchangeRate') {
    add(symbols, family === 'exchangeRate' ? key : third, `currency:${family === 'exchangeRate' ? key : third}`);
  }
}

function add(names: Map<string, Set<string>>, written: string | null, subject: string): void {
  const name = comparable(written ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  if ((name.length < 2 && !/^[B-HJ-Z]$/.test(name)) || !/\p{L}/u.test(name)) return;
  const known = names.get(name) ?? new Set(staticSubjects(WHOLE_STATIC.exec(name)));
  names.set(name, known.add(subject));
}

/** What the word that fitted stands for: its group is its place in the list. */
function staticSubjects(match: RegExpExecArray | null): readonly string[] {
  if (match === null) return [];
  for (let at = 1; at < match.length; at += 1) if (match[at] !== undefined) return subjectWords[at - 1]?.subjects ?? [];
  return [];
}

/** An expression that nothing fits stands for no names. */
function alternatives(names: ReadonlyMap<string, unknown>): string {
  const all = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped);
  return all.length === 0 ? '(?!)' : all.join('|');
}
