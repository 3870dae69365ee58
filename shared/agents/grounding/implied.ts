import type { Fact } from '../../schemas/fact.ts';
import type { Shelf } from './fact-index.ts';
import type { Meaning } from './fact-meaning.ts';

/** A quantity that a fact states by its name, or together with another fact. */
type Implied = readonly [Shelf, { value: number; fact: string; meaning: Meaning }];

/** How much lies beyond what a fact is of, in percent: "one year in twenty", "the worst fifth". */
const BEYOND: readonly (readonly [RegExp, number])[] = [
  [/^risk\.loss95\.|^retirement\.balance\.p(?:5|95)\./, 5],
  [/^risk\.loss99\./, 1],
  [/^retirement\.balance\.p(?:25|75)\./, 25],
  [/^retirement\.p10RuinAge$/, 10],
];
const FUTURES =
  /^(?:futures?|paths?|simulations?|simulated|scenarios?|runs?|trials?|lifetimes?|lives|outcomes?|cases|times)$/i;
const YEARS = /^(?:years?|decades?)$/i;
const MS_A_YEAR = 365.25 * 86_400_000;

/** What the parts of a breakdown are called. */
const PARTS: Readonly<Record<string, RegExp>> = {
  currency: /^currenc(?:y|ies)$/i,
  assetClass: /^(?:classes|assets?)$/i,
  region: /^(?:regions?|continents?)$/i,
  sector: /^(?:sectors?|industr(?:y|ies))$/i,
};

/** Into how many parts each breakdown falls: "two currencies". */
export function countedParts(facts: readonly Fact[]): Implied[] {
  return Object.entries(PARTS).flatMap(([kind, nouns]): Implied[] => {
    const parts = facts.filter(({ name }) => name.startsWith(`allocation.${kind}.`) && name.endsWith('.weight'));
    const [first] = parts;
    const meaning = { subjects: [], topic: null, nouns } as const;
    return first === undefined ? [] : [['number', { value: parts.length, fact: first.name, meaning }]];
  });
}

/** Families of the facts that imply something. */
const IMPLYING = /^(?:retirement|risk|goals|performance)\./;

/**
 * What is as good as stated: the age that a simulated balance is of, how rare a bad year is, in how many of the simulated
 * futures the money lasts, over how many years a return was measured.
 */
export function impliedBy(name: string, value: Fact['value'], byName: ReadonlyMap<string, Fact['value']>): Implied[] {
  if (!IMPLYING.test(name)) return [];
  const found: Implied[] = [];
  const [, rank = '', age] = /^retirement\.balance\.p(\d+)\.(\d+)$/.exec(name) ?? [];
  if (age !== undefined)
    found.push([
      'number',
      {
        value: Number(age),
        fact: `${name}#age`,
        meaning: { subjects: [], topic: 'stage' },
      },
    ]);
  const beyond = /^risk\.loss(9[59])\./.exec(name)?.[1] ?? rank;
  if (beyond !== '') {
    const meaning = {
      subjects: [],
      topic: 'percentile',
      needsTopic: true,
    } as const;
    found.push(['number', { value: Number(beyond), fact: `${name}#rank`, meaning }]);
  }
  for (const [names, share] of BEYOND) {
    const meaning = { subjects: [], topic: 'tail', needsTopic: true } as const;
    if (names.test(name)) found.push(['percent', { value: share, fact: `${name}#tail`, meaning }]);
  }
  // "The middle 50% of outcomes", "90% of outcomes lie between": what two of the percentiles have between them.
  const inner = rank === '25' ? 50 : rank === '5' ? 90 : null;
  if (inner !== null) found.push(['percent', { value: inner, fact: `${name}#inner`, meaning: { subjects: [], topic: 'tail', says: 'inner' } }]); // prettier-ignore
  const [, percentile = ''] = /^retirement\.paidInFullUntil\.p(\d+)$/.exec(name) ?? [];
  if (percentile !== '') {
    const meaning = {
      subjects: [],
      topic: 'paidInFull',
      needsTopic: true,
    } as const;
    found.push(['percent', { value: 100 - Number(percentile), fact: name, meaning }]);
  }
  const paths = byName.get('retirement.paths');
  if (/^retirement\.(?:success|failure)$/.test(name) && typeof value === 'number' && typeof paths === 'number') {
    const direction = {
      words: 'lasting',
      up: !name.endsWith('failure'),
    } as const;
    const meaning = {
      subjects: [],
      topic: 'chance',
      nouns: FUTURES,
      direction,
    } as const;
    found.push(['number', { value: Math.round(value * paths), fact: name, meaning }]);
  }
  const today = byName.get('portfolio.asOf');
  if (name === 'goals.yearsToRetirement' && typeof value === 'number' && typeof today === 'string')
    found.push(['number', { value: Number(today.slice(0, 4)) + value, fact: `${name}#year`, meaning: { subjects: [], topic: 'stage' } }]); // prettier-ignore
  const since =
    name.startsWith('performance.') && name.endsWith('.to') ? byName.get(name.replace(/to$/, 'from')) : undefined;
  const years = (Date.parse(String(value)) - Date.parse(String(since))) / MS_A_YEAR;
  if (years > 0.9)
    found.push([
      'number',
      {
        value: years,
        fact: name,
        meaning: { subjects: [], topic: null, nouns: YEARS },
      },
    ]);
  return found;
}
