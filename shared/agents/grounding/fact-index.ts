import type { Fact } from '../../schemas/fact.ts';
import { nameRemover, namesIn } from './names.ts';
import { readFigures } from './read-figures.ts';

export interface Quantity {
  value: number;
  fact: string;
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
  /** ISO dates to the fact that has them. */
  dates: Map<string, string>;
  /** Tickers and other capital words of names, labels, methods and texts. */
  words: Map<string, string>;
  /** Tickers made of digits alone, as some exchanges have them. */
  codes: Map<string, string>;
  /** All text of the facts, for links. */
  prose: string;
  /** A text without the names that the facts give to things. */
  withoutNames: (text: string) => string;
}

export function indexFacts(facts: readonly Fact[]): FactIndex {
  const index: FactIndex = {
    money: [],
    percent: [],
    points: [],
    number: [],
    stated: [],
    dates: new Map(),
    words: new Map(),
    codes: new Map(),
    prose: '',
    withoutNames: nameRemover(namesIn(facts)),
  };
  const sentences = new Map<string, Fact>();
  for (const fact of facts) {
    index.dates.set(fact.asOf, fact.name);
    if (typeof fact.value === 'number') addQuantity(index, fact, Math.abs(fact.value));
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
      if (/^[A-Z0-9]/.test(part)) index.words.set(part.replaceAll('_', '.'), fact.name);
    }
  }
  for (const [sentence, fact] of sentences) addSentence(index, sentence, fact);
  index.prose = [...sentences.keys()].join('\n');
  return index;
}

function addQuantity(index: FactIndex, { name, unit }: Fact, size: number): void {
  // The age that a simulated balance is of stands in its name.
  const age = /^retirement\.balance\.[a-z0-9]+\.(\d+)$/.exec(name)?.[1];
  if (age !== undefined) index.number.push({ value: Number(age), fact: name });
  // "1.25 USD" reads as money.
  if (name.startsWith('exchangeRate.')) index.money.push({ value: size, fact: name });
  if (unit === 'usd') index.money.push({ value: size, fact: name });
  else if (unit === 'fraction') index.percent.push({ value: size * 100, fact: name });
  else if (unit === 'points') index.points.push({ value: size * 100, fact: name });
  else if (unit === 'count' || unit === 'years' || unit === 'age' || unit === 'ratio') {
    index.number.push({ value: size, fact: name });
  }
}

/** A word of capitals and digits that stands alone: the V of "Vanguard" is none. */
const CAPITALS = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*(?:[.-][A-Z0-9]+)*(?![\p{L}\p{N}])/gu;

function addSentence(index: FactIndex, sentence: string, { name, how, unit }: Fact): void {
  for (const [word] of sentence.matchAll(CAPITALS)) index.words.set(word, name);
  // How a fact was computed speaks of other figures than the portfolio's: it is only quoted whole (see names.ts).
  if (sentence === how) return;
  // A text value is itself a name; a label is read without the names in it.
  const text = unit === 'text' ? sentence : index.withoutNames(sentence);
  for (const { kind, value, key, before, after } of readFigures(text)) {
    if (kind === 'date') index.dates.set(key, name);
    else if (kind === 'word') index.words.set(key, name);
    else index.stated.push({ kind, value, before, after, fact: name });
  }
}
