import { labelOf } from '../../../../finance/labels.ts';
import { partsAsked, SINGLE_STOCKS, withoutKinds } from '../plan/parts-asked.ts';
import type { PartNamed } from '../plan/parts-asked.ts';
import { withoutOwnAge } from '../plan/own-age.ts';
import type { Clause } from '../plan/clauses.ts';
import type { Part, Reading } from '../reading/reading.ts';
import { lower } from '../report/breakdown-words.ts';
import { placeOf, placesPartlyKnown } from '../report/regions.ts';
import { industriesOf } from '../report/sectors.ts';
import { list, paragraph, sentence } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';
import { plain } from '../wording/markdown.ts';
import { namedHoldings } from '../../../../finance/named-holdings.ts';
import { worthOf } from '../wording/worth-of.ts';
import { gapTo } from './paragraphs.ts';

/** So many accounts are named beside one that is not found. */
const NAMED = 6;
/** Words of accounts' names that any account has, or that are of what is in one. */
const ANY = new Set('account accounts plan portfolio my our the and for with much what cash money stock stocks bond bonds fund funds investment investments savings retirement total main have how are too'.split(' ')); // prettier-ignore
/** How an account is taxed, by what it is called. */
const TAXED: readonly (readonly [key: string, words: RegExp])[] = [
  ['tax_free', /\broth\b|tax[- ]free/],
  ['tax_deferred', /\b40[13] ?\(?[kb]|\b(?:ira|tsp)s?\b|deferred/],
  ['taxable', /\bbrokerage\b|\btaxable\b/],
];

/** What a question asks of the parts that are held, answered from the breakdowns, and where it does; null where it asks for none. */
export function partsHeld(reading: Reading, question: string): { said: string; spans: Clause[] } | null {
  const asked = partsAsked(withoutOwnAge(question, null));
  if (asked.length === 0 || reading.fewValued || reading.value <= 0) return null;
  const lines = asked.flatMap(({ start, end, named, judged }) => {
    const words = question.slice(start, end);
    const accounts = accountsIn(reading, words.toLowerCase(), named.length === 0);
    return [
      ...accounts,
      ...named.flatMap((one) => shareOf(reading, one, judged)),
      // "How much is in bonds and in Nvidia?"
      ...(accounts.length === 0 ? namedHoldings(words, reading.holdings).map((one) => `${one.title} is ${worthOf(reading, one)}.`) : []), // prettier-ignore
      // "How much of my Roth is in Apple?"
      ...(accounts.length > 0 && named.length === 0 ? heldThere(reading, words) : []),
      restOf(reading, words.toLowerCase(), named),
      accounts.length > 0 && named.length > 0 && 'How much of one lies in the other is not among these figures.',
    ];
  });
  return { said: paragraph(...new Set(lines)), spans: asked };
}

/** Asks for what is not in what it names. */
const NOT_IN =
  /\b(?:not|outside(?: of)?|excluding|except(?: for)?|other than|apart from|without|besides|aside from|not counting|isn't|aren't|minus|but)\b(?=.*\b(?:in|my|our|the|of|than|for|from|counting|excluding|outside|except|without|besides|minus|but)\b)/;

/** What is in all others than the one part that a question leaves out. */
function restOf(reading: Reading, words: string, named: readonly PartNamed[]): string | false {
  if (!NOT_IN.test(words)) return false;
  const { breakdown } = reading;
  const called = accountsNamed(reading, words);
  const [part, another] = [
    ...called,
    ...breakdown.assetClass.filter(({ key }) => named.some(({ keys, within }) => within === null && keys.length === 1 && keys[0] === key)), // prettier-ignore
  ];
  if (part === undefined || another !== undefined || part.weight <= 0 || part.weight >= 1) return false;
  return `The rest is ${percent(1 - part.weight)} of your portfolio.`;
}

/** A holding that is named beside an account, with the accounts that hold it. */
const heldThere = (reading: Reading, words: string): string[] =>
  namedHoldings(words, reading.holdings).flatMap((one) => {
    const accounts = reading.book.text(`holding.${one.key}.accounts`);
    return [
      `${one.title} is ${worthOf(reading, one)}.`,
      ...(accounts === null ? [] : [`It is held in ${plain(accounts)}.`]),
    ];
  });

export const worth = (reading: Reading, part: Part, name = part.label): string =>
  `${sentence(name)} ${/(?<!s)s$/.test(part.label) ? 'are' : 'is'} ${worthOf(reading, part)}.`;

function shareOf(reading: Reading, { keys, within, kind }: PartNamed, judged: boolean): (string | false)[] {
  const { breakdown, drift } = reading;
  if (keys.includes(SINGLE_STOCKS)) return [inSingleStocks(reading)];
  const [by, all] = (['assetClass', 'region', 'sector', 'currency'] as const).flatMap((one) => {
    const parts = breakdown[one].filter(({ key }) => keys.includes(key));
    return parts.length > 0 ? [[one, parts] as const] : [];
  })[0] ?? [null, []]; // prettier-ignore
  if (by === null)
    return [
      `Nothing is held in ${list(keys.map((key) => lower(labelOf(key))))}, as far as that is known.`,
      judged &&
        `How much of it to keep is yours to say${keys.includes('cash') ? ': that is money for what may come soon, and no figure here says how much' : ''}.`,
    ];
  const places = drift.region?.ofStocks === true ? drift.region.parts.filter(({ key }) => keys.includes(key)) : [];
  const whose = placesPartlyKnown(reading) ? ' whose region is known' : '';
  const target = drift.region?.own === true ? 'your target' : 'the world’s stock markets';
  const gaps = places.length > 1 && !judged ? [sentence(`${list(places.map((part) => `${placeOf(part)} (${percent(part.weight)})`))}: ${percent(places.reduce((sum, { weight }) => sum + weight, 0))} of the stocks${whose} together.`)] : places.map((part) => `${percent(part.weight)} of the stocks${whose} are in ${placeOf(part)}${judged ? `, against ${percent(part.target)} in ${target}` : ''}.`); // prettier-ignore
  const compared = drift.assetClass?.parts.find(({ key }) => keys.includes(key));
  const [industry] = industriesOf(breakdown.sector);
  const stocks = kind === 'stocks' && places.length > 0 ? breakdown.assetClass.find(({ key }) => key === 'equity') : undefined; // prettier-ignore
  return [
    // What is invested in a region is more than its stocks: their share is the answer, and the other figure only where there is none.
    ...(stocks === undefined ? [] : [...gaps, worth(reading, stocks)]),
    ...(stocks !== undefined ? [] : kind === null && by === 'region' && all.length > 1 ? [allOf(reading, all.map((part) => ({ ...part, label: placeOf(part) })))] : kind === null ? all.map((part) => worth(reading, part, by === 'region' ? placeOf(part) : part.label)) : all.map((part) => `All that is invested in ${placeOf(part)}, of every kind, is ${worthOf(reading, part)}.`)), // prettier-ignore
    kind !== null && stocks === undefined && `How much of that is in ${kind} is not among these figures.`,
    kind !== null && keys[0] === 'north_america' && 'The United States and Canada are counted together.',
    within !== null &&
      (inName(reading, keys, within) ?? `How much of that is ${named(within)} alone is not among these figures.`),
    by === 'region' && keys.length > 1 && breakdown.region.some(({ key }) => key === 'north_america') && 'Canada is counted with the United States, and not in this.', // prettier-ignore
    by === 'region' && keys.length > 1 && nowhere(reading),
    ...(by === 'region' && judged && stocks === undefined ? gaps : []),
    by === 'assetClass' && judged && (compared !== undefined ? gapTo(reading, compared) : 'No target is given for it, so how much of it to keep is yours to say.'), // prettier-ignore
    by === 'sector' && judged && industry !== undefined && (keys.includes(industry.key) ? 'No industry is a larger part of it.' : `The largest industry is ${lower(industry.label)}, ${percent(industry.weight)}.`), // prettier-ignore
    by === 'currency' && 'That goes by the currency in which each holding is quoted.',
  ];
}

/** What is called "gold" and is all of a class is so much, whatever else the class has. */
function inName({ holdings, money }: Reading, keys: readonly string[], within: string): string | null {
  const called = holdings.filter(({ label, assetClass }) => assetClass === labelOf(keys[0] ?? '') && label.toLowerCase().split(/\W+/).includes(within)); // prettier-ignore
  return called.length === 0
    ? null
    : `Of that ${list(called.map(({ title, value }) => `${title} is ${money(value)}`))}.`;
}

/** The share of single companies' stocks. */
function inSingleStocks({ book }: Reading): string {
  const share = book.number('concentration.singleStock.weight') ?? 0;
  if (share <= 0) return 'No stocks of single companies are held, as far as that is known.';
  return `Stocks of single companies are ${percent(share)} of your portfolio; what funds hold of companies is not in that.`;
}

/** Several parts and what they come to. */
export const allOf = (reading: Reading, parts: readonly (Pick<Part, 'label'> & { weight: number; value: number })[]): string =>
  sentence(`${list(parts.map(({ label, weight, value }) => `${label} (${percent(weight)}, ${reading.money(value)})`))}: ${percent(sumOf(parts).weight)} of your portfolio together, worth ${reading.money(sumOf(parts).value)}.`); // prettier-ignore

/** What several parts come to. */
export const sumOf = (parts: readonly { weight: number; value: number }[]): { weight: number; value: number } => ({
  weight: parts.reduce((sum, one) => sum + one.weight, 0),
  value: parts.reduce((sum, one) => sum + one.value, 0),
});

/** What is in no region, beside what is in several. */
function nowhere({ breakdown }: Reading): string | false {
  const part = breakdown.region.find(({ key }) => key === 'global');
  return part !== undefined && part.weight >= 0.005 && `Cash and what else is of no single region, ${percent(part.weight)}, is in none of these.`; // prettier-ignore
}

/** "Japan", as a name is written. */
const named = (said: string): string => (/^(?:uk|ai)$/.test(said) ? said.toUpperCase() : /^(?:chips?|banks?|gold|silver|oil|soft|semi|pharma|bio)/.test(said) ? said : sentence(said)); // prettier-ignore

/** The accounts whose names have the most of the words; none where none has any. */
export function accountsNamed({ breakdown }: Reading, words: string): Part[] {
  const said = wordsOf(withoutKinds(words));
  const found = breakdown.account.map((part) => ({ part, count: wordsOf(part.label).filter((word) => said.includes(word)).length })); // prettier-ignore
  const most = Math.max(0, ...found.map(({ count }) => count));
  return most === 0 ? [] : found.filter(({ count }) => count === most).map(({ part }) => part);
}

/** The accounts that words name, by the most of their own names' words, or by how they are taxed. */
export function accountsIn(reading: Reading, words: string, meant: boolean): string[] {
  const { breakdown, money } = reading;
  // "Is my IRA bigger than my brokerage account?" names two.
  const named = new Set(words.split(/\b(?:than|and|or|versus|vs)\b/).flatMap((half) => accountsNamed(reading, half)));
  if (named.size > 1 && /\b(?:together|combined|altogether|sum|total)\b/.test(words))
    return [allOf(reading, [...named])];
  if (named.size > 0) return [...named].map((part) => worth(reading, part));
  const key = TAXED.find(([, taxed]) => taxed.test(words))?.[0];
  const type = breakdown.accountType.find((part) => part.key === key);
  if (type !== undefined) return [`All that is in ${type.label.toLowerCase()} accounts is ${worthOf(reading, type)}.`]; // prettier-ignore
  if (!meant || breakdown.account.length === 0) return [];
  const others = breakdown.account.slice(0, NAMED).map(({ label, value }) => `${label} (${money(value)})`);
  return [
    `${/\baccounts\b|\beach\b/.test(words) ? 'The accounts are' : 'No account here is called that; there is'} ${list(others)}.`,
  ];
}

const wordsOf = (text: string): string[] => [...new Set((text.toLowerCase().replace(/[()’']/g, '').match(/[\p{L}\d]{3,}/gu) ?? []).filter((word) => !ANY.has(word)))]; // prettier-ignore
