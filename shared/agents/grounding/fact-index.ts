import { symbolOfSlug } from '../../finance/facts/slug.ts';
import type { Fact } from '../../schemas/fact.ts';
import { everyMatch } from '../every-match.ts';
import { meaningOf } from './fact-meaning.ts';
import type { Lookup, Meaning } from './fact-meaning.ts';
import { countedParts, impliedBy } from './implied.ts';
import { NICKNAMES, mentionFinder } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { nameCover, namesIn } from './names.ts';
import { hasNumber, readFigures } from './read-figures.ts';
import { reckonedFrom } from './reckoned-facts.ts';
import type { KnownAges } from './stages.ts';
import { comparable } from './text-view.ts';

export interface Quantity {
  value: number;
  fact: string;
  meaning: Meaning;
}

/** A figure that a label or a text of the facts states itself, with the words around it. */
export interface Stated extends Quantity {
  kind: string;
  before: string;
  after: string;
}

/** The facts arranged by what a figure in a text could mean. Percent are 63 for 63%; signs are dropped ("sell $5,000"). */
export interface FactIndex {
  money: Quantity[];
  percent: Quantity[];
  points: Quantity[];
  number: Quantity[];
  stated: Stated[];
  /** What there are quantities of, by kind. */
  topics: Readonly<Record<Shelf, Set<string>>>;
  /** ISO dates to the fact that has them. */
  dates: Map<string, string>;
  /** Tickers and other capital words of names, labels, methods and texts. */
  words: Map<string, string>;
  /** Tickers made of digits alone, as some exchanges have them. */
  codes: Map<string, string>;
  /** The sources of our own assumptions, for links: what people and files call things is no source. */
  prose: string;
  ages: KnownAges;
  /** The words of all names that the facts have, in lower case. */
  names: ReadonlySet<string>;
  /** What each fact says, and in which unit. */
  values: ReadonlyMap<string, Fact['value']>;
  units: ReadonlyMap<string, Fact['unit']>;
  /** What a fact is called; its name where it is none. */
  labelOf: (name: string) => string;
  /** What a fact is of, by its name. */
  meanings: (name: string) => Meaning;
  /** A text with the names that the facts give to things covered; its length stays. */
  cover: (text: string, speakingToo?: 'anywhere') => string;
  /** What a text names. */
  mentions: (text: string) => Mention[];
}

const SHELVES = ['money', 'percent', 'points', 'number'] as const;
/** The kinds of figure that are quantities. */
export type Shelf = (typeof SHELVES)[number];

/** Facts whose derivation holds no word of a person or a file. */
const OURS = /^(?:assumption|risk)\./;

const known = new WeakMap<readonly Fact[], FactIndex>();

/** The index of a list of facts; made once for a list, which is not to be changed afterwards. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const index = known.get(facts) ?? newIndex(facts);
  known.set(facts, index);
  return index;
}

function newIndex(facts: readonly Fact[]): FactIndex {
  const byName = new Map(facts.map((fact) => [fact.name, fact.value]));
  const age = (name: string) => {
    const value = byName.get(name);
    return typeof value === 'number' ? value : null;
  };
  const index: FactIndex = {
    money: [],
    percent: [],
    points: [],
    number: [],
    stated: [],
    topics: {
      money: new Set(),
      percent: new Set(),
      points: new Set(),
      number: new Set(),
    },
    dates: new Map(),
    words: new Map(),
    codes: new Map(),
    prose: '',
    ages: {
      today: age('goals.age'),
      retirement: age('goals.retireAt'),
      end: age('goals.lifeExpectancy'),
    },
    values: byName,
    units: new Map(facts.map(({ name, unit }) => [name, unit])),
    labelOf: (name) => facts.find((fact) => fact.name === name)?.label ?? name,
    meanings: meaningFinder(facts, (name) => byName.get(name)?.toString()),
    names: wordsOf(facts),
    cover: nameCover(namesIn(facts)),
    mentions: mentionFinder(facts),
  };
  const lookup: Lookup = (name) => byName.get(name)?.toString();
  for (const { name, value } of facts) {
    for (const [shelf, quantity] of impliedBy(name, value, byName)) index[shelf].push(quantity);
  }
  for (const [shelf, quantity] of [...countedParts(facts), ...reckonedFrom(facts)]) index[shelf].push(quantity);
  const sentences = new Map<string, Fact>();
  for (const fact of facts) {
    index.dates.set(fact.asOf, fact.name);
    if (typeof fact.value === 'number') addQuantity(index, fact, Math.abs(fact.value), meaningOf(fact, lookup));
    if (fact.unit === 'date' && typeof fact.value === 'string') index.dates.set(fact.value, fact.name);
    const text = typeof fact.value === 'string' ? fact.value : '';
    for (const sentence of [fact.label, fact.how, text]) {
      if (!sentences.has(sentence)) sentences.set(sentence, fact);
    }
    const code =
      /^holding\.(\d{3,})\.|$/.exec(fact.name)?.[1] ??
      (/^\d{3,}$/.test(text) && fact.name.endsWith('.symbol') ? text : '');
    if (code !== '') index.codes.set(code, fact.name);
    for (const part of fact.name.split('.')) {
      if (/^[A-Z0-9]/.test(part)) index.words.set(symbolOfSlug(part), fact.name);
    }
  }
  for (const shelf of SHELVES) {
    for (const { meaning } of index[shelf]) {
      if (meaning.topic === null) continue;
      index.topics[shelf].add(meaning.topic);
      for (const subject of meaning.subjects) index.topics[shelf].add(`${subject} ${meaning.topic}`);
    }
  }
  for (const [sentence, fact] of sentences) addSentence(index, sentence, fact, lookup);
  nameThings(index, byName);
  index.prose = facts.flatMap(({ name, how }) => (OURS.test(name) ? [how] : [])).join('\n');
  return index;
}

/** Meanings are asked for by name only where a writer names facts: each is made then. */
function meaningFinder(facts: readonly Fact[], lookup: Lookup): FactIndex['meanings'] {
  const [own, made] = [new Map(facts.map((fact) => [fact.name, fact])), new Map<string, Meaning>()];
  return (name) => {
    const fact = own.get(name);
    const meaning = made.get(name) ?? (fact === undefined ? { subjects: [], topic: null } : meaningOf(fact, lookup));
    made.set(name, meaning);
    return meaning;
  };
}

const WORD = /\p{L}[\p{L}\p{N}&'’.-]*[\p{L}\p{N}]/gu;
const COMPOUND = /[.'’-]/;

/** The words of labels and texts, and what people call some of the names. */
function wordsOf(facts: readonly Fact[]): Set<string> {
  const words = new Set<string>();
  for (const { label, value, unit } of facts)
    for (const text of unit === 'text' && typeof value === 'string' ? [label, value] : [label])
      for (const [word] of everyMatch(WORD, text))
        for (const part of COMPOUND.test(word) ? [word, ...word.split(COMPOUND)] : [word])
          words.add(part.toLowerCase());
  for (const [name, called] of NICKNAMES) if (words.has(name.toLowerCase().split(' ')[0] ?? '')) words.add(called);
  return words;
}

/** What a ticker and the day of the analysis are facts of, whatever else has them in its label. */
function nameThings({ words, dates }: FactIndex, byName: ReadonlyMap<string, Fact['value']>): void {
  for (const [word] of words) {
    const key = word.replaceAll('.', '_');
    const own = [`holding.${key}.value`, `holding.${key}.name`].find((name) => byName.has(name));
    if (own !== undefined) words.set(word, own);
  }
  for (const name of ['portfolio.prices.newest', 'portfolio.prices.oldest', 'portfolio.asOf']) {
    const day = byName.get(name);
    if (typeof day === 'string') dates.set(day, name);
  }
}

function addQuantity(index: FactIndex, { name, unit }: Fact, size: number, meaning: Meaning): void {
  // "1.25 USD" reads as money.
  if (name.startsWith('exchangeRate.')) index.money.push({ value: size, fact: name, meaning });
  if (unit === 'usd') index.money.push({ value: size, fact: name, meaning });
  else if (unit === 'fraction') index.percent.push({ value: size * 100, fact: name, meaning });
  else if (unit === 'points') index.points.push({ value: size * 100, fact: name, meaning });
  else if (unit === 'count' || unit === 'years' || unit === 'age' || unit === 'ratio') {
    index.number.push({ value: size, fact: name, meaning });
  }
}

/** What something is called, or from where it is: the figures in it are of nothing here. */
const CALLED = /\.(?:account|name|symbol|source|whose)$|^retirement\.balance\./;

/** A word of capitals and digits that stands alone: the V of "Vanguard" is none. */
const CAPITALS = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*(?:[.-][A-Z0-9]+)*(?![\p{L}\p{N}])/gu;

/** "Save $58,687 a year instead of $20,000 (the least that lasts in 85%: $38,687 a year more than planned)": what was found is a fact of its own, of saving alone. */
const FOUND = /(\b(?:save|spend|withdraw|begin (?:today )?with|retires? at) )\$?[\d,]+(?=[^;()]*\(the (?:least|most|earliest) that lasts)|\(the (?:least|most|earliest) that lasts[^)]*\)/gi; // prettier-ignore
const withoutFound = (text: string): string =>
  text.replace(
    FOUND,
    (said, verb: string | undefined) => `${verb ?? ''}${' '.repeat(said.length - (verb ?? '').length)}`,
  );

const OF_A_MIX = /\bhold \d/i;

function addSentence(index: FactIndex, sentence: string, fact: Fact, lookup: Lookup): void {
  // prettier-ignore
  const { name, how, unit } = fact;
  for (const [word] of everyMatch(CAPITALS, sentence)) index.words.set(word, name);
  // How a fact was computed speaks of other figures than the portfolio's: it is only quoted whole (see names.ts).
  if (sentence === how) return;
  // A text value is itself a name; a label is read without the names in it.
  const text = comparable(sentence);
  if (!hasNumber(text)) return;
  const covered = unit === 'text' && sentence !== fact.label ? withoutFound(text) : index.cover(text, 'anywhere');
  for (const { kind, value, key, before, after } of readFigures({
    text: covered,
  })) {
    if (kind === 'date') index.dates.set(key, name);
    else if (kind === 'word') index.words.set(key, name);
    // The shares of another mix are facts of their own, each of its class.
    else if (kind === 'percent' && /^ in [a-z]/.test(after) && OF_A_MIX.test(sentence)) continue;
    else if (kind === 'ticker' || kind === 'link' || (kind !== 'year' && CALLED.test(name))) continue;
    else {
      const meaning = meaningOf(fact, lookup);
      // A figure of its label alone is none of its value: "95% interval".
      const stated = sentence === fact.label ? `${name}#label` : name;
      index.stated.push({ kind, value, before, after, fact: stated, meaning });
      // What a change of the plan would make of it is as good as a fact: "Retire 2 years later, at 67".
      const shelf = kind === 'odds' || kind === 'year' ? null : index[kind];
      if (/^(?:retirement|question)\.whatIf\./.test(name) && unit === 'text')
        shelf?.push({ value, fact: name, meaning });
    }
  }
}
