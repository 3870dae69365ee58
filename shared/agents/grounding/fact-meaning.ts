import type { Fact } from '../../schemas/fact.ts';
import { alternativesOf } from '../any-of.ts';
import { cues } from './cues.ts';
import type { CueName } from './cues.ts';
import { whatIfWords } from './subject-words.ts';

/** What a fact's number says, as far as the words beside a figure can show that it is said of something else. */
export interface Meaning {
  /** "class:equity", "holding:VTI", "age:85"; a text that names another of the same kind speaks of something else. */
  subjects: readonly string[];
  /** The words that usually go with it. */
  topic: CueName | null;
  /** A text must have a word of the topic, in its sentence or the one before. */
  needsTopic?: boolean;
  /** Another topic that it needs, and one that says that it is not meant. */
  also?: CueName;
  unless?: CueName;
  /** What it counts, as a regular expression of nouns; only for counts. */
  nouns?: RegExp;
  /** It is of many years together, and never so much "a year". */
  once?: boolean;
  /** It is so much a year, and a twelfth of it a month. */
  yearly?: boolean;
  /** A word of it must stand in its clause, however exact the figure: it is not said of the thing but reckoned. */
  says?: CueName;
  /** Which way it goes, and in which words; a text that says the other way is wrong. */
  direction?: { words: CueName; up: boolean };
}

type Rule = readonly [
  name: RegExp,
  meaning: (parts: readonly (string | undefined)[], fact: Fact, lookup: Lookup) => Meaning,
];

/** The value of another fact, by its name. */
export type Lookup = (name: string) => string | undefined;

const number = ({ value }: Fact) => (typeof value === 'number' ? value : 0);
const of = (subjects: readonly string[], topic: CueName | null = null, more: Omit<Meaning, 'subjects' | 'topic'> = {}) => ({ subjects, topic, ...more }); // prettier-ignore
const needs = { needsTopic: true } as const;
const toward = (words: CueName, fact: Fact): Pick<Meaning, 'direction'> =>
  number(fact) === 0 ? {} : { direction: { words, up: number(fact) > 0 } };
const counts = (nouns: RegExp) => ({ nouns });
const yearly = { yearly: true } as const;

/** Of lives that end at no one age there is none to name. */
const ageOf = (age: string | undefined): string[] => (age === undefined ? [] : [`age:${age}`]);

/** A symbol as it stands in the names of facts. */
const symbolOf = (symbol = '') => symbol.replaceAll('.', '_');

/** Breakdowns name the same thing twice: cash is a class, and a sector too. */
function subjectOf(kind: string, key: string): string {
  const kinds: Readonly<Record<string, string>> = {
    assetClass: 'class',
    accountType: 'accountType',
  };
  if (kind === 'sector' && /^(?:cash|real_estate|commodities|unknown)$/.test(key)) return `class:${key}`;
  if (kind === 'region' && key === 'unknown') return 'class:unknown';
  return `${kinds[kind] ?? kind}:${key}`;
}

const HOLDINGS = /^(?:holdings?|investments?|instruments?|funds?|etfs?|securit(?:y|ies)|stocks?|compan(?:y|ies)|assets?|names?|positions?|things?|products?|tickers?)$/i; // prettier-ignore
const LINES = /^(?:positions?|lines?|holdings?|investments?|instruments?|entr(?:y|ies)|items?|funds?|stocks?|assets?|securit(?:y|ies)|prices?|instruments?)$/i; // prettier-ignore
const FUTURES = /^(?:futures?|paths?|simulations?|simulated|scenarios?|runs?|trials?|lifetimes?|lives|outcomes?|draws?|times?|samples?|starts?)$/i; // prettier-ignore
const YEARS = /^(?:years?|decades?)$/i;
export const UNITS = /^(?:units?|shares?|of)$/i;
const DAYS = /^(?:days?|weeks?)$/i;
export const AGE = /^(?:years?)$/i;

const rules: readonly Rule[] = [
  [/^portfolio\.value$/, () => of(['whole:portfolio', 'day:today'], 'worth')],
  [/^portfolio\.cash/, () => of(['class:cash'])],
  [/^portfolio\.invested/, () => of([], 'invested')],
  [/^portfolio\.gain\.coverage$/, () => of([], 'known')],
  [/^portfolio\.gain/, (_parts, fact) => of([], 'gain', { ...needs, ...toward('gain', fact) })],
  [
    /^portfolio\.accounts$|^performance\.covered\.accounts$|^taxation\.assumed\.count$|^interest\.assumed\.count$/,
    () => of([], null, counts(/^accounts?$/i)),
  ],
  [/^otherHoldings\.count$/, () => of([], null, counts(HOLDINGS))],
  [/^portfolio\.holdings$/, () => of([], null, { nouns: HOLDINGS, unless: 'unvalued' })],
  [/^portfolio\.positions$/, () => of([], null, { nouns: LINES, unless: 'unvalued' })],
  [/^excluded\.of$/, () => of([], null, { nouns: LINES })],
  [/^portfolio\.prices\.conflicts$|^(?:excluded|unclassified|guessed|stale|undated|doubted|leftOut|olderCopies|twice|unsure|unvested|inDoubt)\.count$/, () => of([], null, { nouns: LINES, also: 'gaps' })], // prettier-ignore
  [/^(?:unclassified\.(?:value|weight))$/, () => of(['class:unknown'])],
  [/^otherHoldings\./, () => of([], 'rest')],
  [/^allocation\.(\w+)\.([^.]+)\.(?:value|weight)$/, ([kind = '', key = '']) => of([subjectOf(kind, key)], 'share')],
  [/^concentration\.effectiveHoldings$/, () => of([], 'effective', { ...needs, nouns: HOLDINGS })],
  [/^concentration\.herfindahl$/, () => of([], 'effective', needs)],
  [/^concentration\.topFive/, () => of([], 'topFive')],
  [/^portfolio\.borrowed$/, () => of(['class:cash'], 'share')],
  [/^concentration\.singleStock/, () => of([], 'company')],
  [/^concentration\.largestDebtor/, () => of(['issuer:debtor'], 'company')],
  [/^concentration\.largestIssuer/, () => of(['issuer:largest'], 'company')],
  [/^concentration\.largest/, (_parts, _fact, lookup) => of([`holding:${symbolOf(lookup('concentration.largest.symbol'))}`], 'largest')], // prettier-ignore
  [/^drift\.region\.value$/, () => of(['class:equity'], 'share')],
  [/^drift\.(?:\w+)\.value$/, () => of([], 'compared', needs)],
  [/^drift\.(?:\w+)\.(?:turnover|toMove)$/, () => of([], 'trade', needs)],
  [/^drift\.\w+\.value\.weight$/, () => of(['class:equity', 'class:fixed_income'], 'share')],
  [/^drift\.(\w+)\.(\w+)\.weight$/, ([kind = '', key = '']) => of([subjectOf(kind, key)], 'share')],
  [/^drift\.(\w+)\.(\w+)\.target$/, ([kind = '', key = '']) => of([subjectOf(kind, key)], 'target', needs)],
  [/^drift\.(\w+)\.(\w+)\.drift$/, ([kind = '', key = ''], fact) => of([subjectOf(kind, key)], 'drift', toward('drift', fact))], // prettier-ignore
  [/^drift\.(\w+)\.(\w+)\.toTarget$/, ([kind = '', key = ''], fact) => of([subjectOf(kind, key)], 'trade', { ...needs, ...toward('trade', fact) })], // prettier-ignore
  [/^costs\.overYears\.years$/, () => of([], 'cost', { nouns: YEARS })],
  [/^costs\.overYears\.growth$/, () => of([], 'growth')],
  [/^costs\.overYears\.cost$/, () => of([], 'cost', { ...needs, once: true })],
  [/^costs\.coverage$/, () => of([], 'known')],
  [/^costs\./, () => of([], 'cost', yearly)],
  [/^score\.(\w+)$/, ([which = '']) => of([`score:${which}`], 'grade')],
  [/^score\.(\w+)\.\w+$/, () => of([], 'diversified')],
  [/^score\./, () => of([], 'grade')],
  [/^risk\.mean$|^retirement\.portfolioMean$/, () => of([], 'return')],
  [/^risk\.volatility$|^retirement\.portfolioVolatility$/, () => of([], 'volatility')],
  [/^risk\.loss\d+\.\w*[sS]tandardError$/, () => of([], 'error')],
  [
    /^risk\.loss(\d+)\./,
    ([rank = '']) =>
      of([`tail:${rank}`], 'loss', {
        ...needs,
        also: 'badYear',
        direction: { words: 'gain', up: false },
      }),
  ],
  [/^risk\.stress\.(\w+)\.(?:return|change)$/, ([key = ''], fact) => of([`stress:${key}`], 'loss', { ...needs, also: 'crisis', ...toward('gain', fact) })], // prettier-ignore
  [/^rebalancing\.after\.(\w+)\.([^.]+)$/, ([kind = '', key = '']) => of([subjectOf(kind, key)], 'after', needs)],
  [/^rebalancing\.trades$/, () => of([], 'trade', counts(/^(?:trades?|transactions?|orders?|steps?|moves?|swaps?)$/i))],
  [/^rebalancing\.(bought|sold)$/, ([way]) => of([], 'trade', { ...needs, direction: { words: 'trade', up: way === 'bought' } })], // prettier-ignore
  [/^rebalancing\.(?:newMoney\.)?trade\.\d+\.quantity$/, () => of([], 'trade', { ...needs, nouns: UNITS })],
  [/^rebalancing\.(?:newMoney\.)?(?:residual|regionResidual)$/, () => of([], 'drift', needs)],
  [/^rebalancing\.taxableGain$/, () => of([], 'taxableGain', needs)],
  [/^rebalancing\.taxableSales\.(?:sold|costKnown)$/, () => of([], 'trade', { ...needs, also: 'taxableGain' })],
  [/^rebalancing\./, () => of([], 'trade', needs)],
  [/^goals\.age$/, () => of(['day:today'], 'ageToday', { nouns: AGE })],
  [/^goals\.people\.\d+\.age$/, () => of(['day:today'], 'ageToday', { nouns: AGE })],
  [/^goals\.people\.\d+\.retireAt$/, () => of([], 'retire', { nouns: AGE })],
  [/^goals\.spendingFrom$|^retirement\.earliestSpendingFrom$/, () => of([], 'spendingStart', { nouns: AGE })],
  [/^goals\.oneOff\.\d+\.amount$/, () => of([], null, { once: true })],
  [/^goals\.oneOff\.\d+\.age$/, () => of([])],
  [/^goals\.plan\.survivor(?:Share|Bounds)$/, () => of([], 'income')],
  [/^goals\.plan\.(?:survivorSpending|(?:floor|ceiling)(?:\.alone)?)$/, () => of([], 'income', yearly)],
  [/^goals\.taxRate$/, () => of([], 'taxed', needs)],
  [/^goals\.(?:retireAt)$|^retirement\.earliestAge(?:\.(?:alone\.)?\d+)?$/, () => of([], 'retire', { nouns: AGE })],
  [/^retirement\.earliestShift$/, () => of([], 'retire', counts(YEARS))],
  [
    /^retirement\.earliestSuccess$/,
    () => of(['whatIf:retire'], 'chance', { direction: { words: 'lasting', up: true } }),
  ],
  [/^goals\.lifeExpectancy$/, () => of([], 'lasting', { nouns: AGE })],
  [/^goals\.years/, () => of([], null, counts(YEARS))],
  [/^goals\.(?:income|fromPortfolio)$/, () => of(['plan:income'], 'income', yearly)],
  [/^goals\.otherIncome\.(\d+)\.(?:amount|cutAmount)$/, ([row = ''], _fact, lookup) => of([`paid:${lookup(`goals.otherIncome.${row}.label`) ?? ''}`], 'otherIncome', { ...needs, ...yearly })], // prettier-ignore
  [/^goals\.otherIncome\.(\d+)\.(?:from|to|cutFrom)$/, ([row = ''], _fact, lookup) => of([`paid:${lookup(`goals.otherIncome.${row}.label`) ?? ''}`], 'paying', { ...needs, nouns: AGE })], // prettier-ignore
  [/^goals\.otherIncome\.\d+\.taxRate$/, () => of([], 'taxed', needs)],
  [/^goals\.saving\.\d+\.amount$/, () => of([], 'saving', yearly)],
  [/^goals\.saving\.\d+\.growth$/, () => of([], 'saving', needs)],
  [/^goals\.saving\.\d+\.(?:from|to)$/, () => of([], 'saving', { ...needs, nouns: AGE })],
  [/^goals\.contribute$/, () => of(['plan:saving'], 'saving', yearly)],
  [/^retirement\.(?:success|interval)/, () => of([], 'chance', { direction: { words: 'lasting', up: true } })],
  [/^retirement\.failure$/, () => of([], 'chance', { direction: { words: 'lasting', up: false } })],
  [/^retirement\.spendingCut$/, () => of([], 'chance', needs)],
  [/^retirement\.standardError$/, () => of([], 'error')],
  [/^retirement\.(?:paths|seed)$/, () => of([], null, counts(FUTURES))],
  [/^retirement\.startingBalance$/, () => of(['whole:portfolio', 'day:today'], 'worth')],
  [
    /^retirement\.medianAtRetirement$/,
    (_parts, _fact, lookup) => of(['pct:50', ...ageOf(lookup('goals.retireAt'))], 'worth'),
  ],
  [/^retirement\.medianAtEnd$/, (_parts, _fact, lookup) => of(['pct:50', ...ageOf(lookup('goals.lifeExpectancy'))], 'worth')], // prettier-ignore
  [/^retirement\.(?:median|p10)RuinAge$/, () => of([], 'ruin', { nouns: AGE })],
  [/^retirement\.paidInFullUntil\./, () => of([], 'paidInFull', { ...needs, nouns: AGE })],
  [/^retirement\.sustainableIncome$/, () => of(['plan:sustainable'], 'income', yearly)],
  [/^retirement\.floor\.amount$/, () => of([], 'income', yearly)],
  [/^retirement\.(?:ceiling|floor)\.success$/, () => of([], 'chance', { direction: { words: 'lasting', up: true } })],
  [/^retirement\.incomeGap$/, (_parts, fact) => of([], 'gap', { ...needs, ...yearly, ...toward('gap', fact) })],
  [/^retirement\.confidence$/, () => of([], 'confidence', needs)],
  [/^retirement\.withdrawalRate$/, () => of([], 'income')],
  [/^retirement\.shortfall/, () => of([], 'shortfall', { ...needs, once: true })],
  [/^retirement\.sequence\.(\w+)\.success$/, ([which = '']) => of([`sequence:${which}`], 'sequence', needs)],
  [/^retirement\.sequence\.(\w+)\.return$/, ([which = '']) => of([`sequence:${which}`], 'sequence', needs)],
  [/^retirement\.balance\.p(\d+)\.(\d+)$/, ([pct = '', age = '']) => of([`pct:${pct}`, `age:${age}`], pct === '50' ? 'worth' : 'spread', pct === '50' ? {} : needs)], // prettier-ignore
  [
    /^retirement\.(?:spending|sustainable)\.p(\d+)\.(\d+)$/,
    ([pct = '', age = '']) => of([`pct:${pct}`, `age:${age}`], 'income', yearly),
  ],
  [/^retirement\.whatIf\.([a-z]+)([^.]*)\.success$/, ([key = '', more = '']) => of(changed(key, more), 'chance', { also: 'supposed', direction: { words: 'lasting', up: true } })], // prettier-ignore
  [/^retirement\.whatIf\.([a-z]+)([^.]*)\.change$/, ([key = '', more = ''], fact) => of(changed(key, more), 'chance', { also: 'supposed', ...toward('change', fact) })], // prettier-ignore
  [/^retirement\.whatIf\.([a-z]+)([^.]*)\.standardError$/, () => of([], 'error')],
  [/^retirement\.whatIf\.([a-z]+)([^.]*)\.(?:spending|lowSpending|meanYear|lowestYear)$/, ([key = '', more = '']) => of(changed(key, more), 'income', { also: 'supposed', ...yearly })], // prettier-ignore
  [/^retirement\.whatIf\.([a-z]+)([^.]*)\.(?:spending|lowSpending|meanYear|lowestYear)Change$/, ([key = '', more = ''], fact) => of(changed(key, more), 'income', { also: 'supposed', ...yearly, ...toward('change', fact) })], // prettier-ignore
  [/^retirement\.whatIf\.([a-z]+)([^.]*)\.(?:spending|lowSpending|meanYear|lowestYear)Error$/, () => of([], 'error')],
  [/^retirement\.comparedSpending\.(?:mean|lowest)Year$/, () => of([], 'income', yearly)],
  [/^retirement\.comparedSpending\.age$/, () => of([], 'income', { nouns: AGE })],
  [/^retirement\.comparedSpending\.(?:median|low)$/, (_parts, _fact, lookup) => of(ageOf(lookup('retirement.comparedSpending.age')), 'income', yearly)], // prettier-ignore
  [
    /^retirement\.whatIf\.([a-z]+)([^.]*)\.label$/,
    ([key = '', more = '']) => of(changed(key, more), 'supposed', { ...needs, ...yearly }),
  ],
  [/^question\.whatIf\.\d+\.balance$/, () => of(['whole:portfolio'], 'worth', { also: 'supposed' })],
  [/^question\.balanceAt\.\d+\.age$/, () => of([], 'worth', { nouns: AGE })],
  [/^question\.balanceReached\.\d+\.age$/, () => of(['pct:50'], 'worth', { ...needs, nouns: AGE })],
  [/^question\.balanceReached\.\d+\.amount$/, () => of([], 'worth')],
  [/^question\.balanceChance\.\d+\.amount$/, () => of([], 'worth')],
  [/^question\.balanceChance\.\d+\.age$/, () => of([], 'worth', { nouns: AGE })],
  [
    /^(question\.balanceChance\.\d+\.)chance$/,
    ([at = ''], _fact, lookup) => of(ageOf(lookup(`${at}age`)), 'chance', { ...needs, also: 'worth', unless: 'lasts' }),
  ],
  [/^question\.whatIf\.\d+\.balanceAt\.(\d+)\.p(\d+)$/, ([age = '', pct = '']) => of([`pct:${pct}`, `age:${age}`], pct === '50' ? 'worth' : 'spread', { also: 'supposed', ...(pct === '50' ? {} : needs) })], // prettier-ignore
  [/^question\.whatIf\.\d+\.balance(?:Reached|Chance)\.\d+\.amount$/, () => of([], 'worth')],
  [/^question\.whatIf\.\d+\.balanceReached\.\d+\.age$/, () => of(['pct:50'], 'worth', { ...needs, also: 'supposed', nouns: AGE })], // prettier-ignore
  [/^question\.whatIf\.\d+\.balanceChance\.\d+\.age$/, () => of([], 'worth', { nouns: AGE })],
  [/^(question\.whatIf\.\d+\.balanceChance\.\d+\.)chance$/, ([at = ''], _fact, lookup) => of(ageOf(lookup(`${at}age`)), 'chance', { ...needs, also: 'worth', unless: 'lasts' })], // prettier-ignore
  [/^question\.savingsGoal\.\d+\.amount$/, () => of([], 'worth')],
  [/^question\.savingsGoal\.\d+\.age$/, () => of([], 'worth', { nouns: AGE })],
  [/^question\.savingsGoal\.\d+\.confidence$/, () => of([], 'chance', { ...needs, also: 'worth', unless: 'lasts' })],
  [/^question\.savingsGoal\.\d+\.(?:planned|(?:half|likely)(?:\.monthly)?)$/, () => of([], 'saving', { ...needs, ...yearly })], // prettier-ignore
  [/^question\.whatIf\.\d+\.success$/, () => of([], 'chance', { also: 'supposed', direction: { words: 'lasting', up: true } })], // prettier-ignore
  [/^question\.whatIf\.\d+\.change$/, (_parts, fact) => of([], 'chance', { also: 'supposed', ...toward('change', fact) })], // prettier-ignore
  [/^question\.whatIf\.\d+\.(?:fall\.\d+\.age|breakEven)$/, () => of([], 'supposed', { ...needs, nouns: AGE })],
  [/^question\.whatIf\.\d+\.fall\.\d+\.by\.([^.]+)$/, ([key = '']) => of([`class:${key}`], 'supposed', { ...needs, direction: { words: 'gain', up: false } })], // prettier-ignore
  [/^question\.whatIf\.\d+\.mix\.(\w+)$/, ([key = '']) => of([`class:${key}`], 'supposed', needs)],
  [/^question\.whatIf\.\d+\.mean$/, () => of([], 'return', { also: 'supposed' })],
  [/^question\.whatIf\.\d+\.volatility$/, () => of([], 'volatility', { also: 'supposed' })],
  [/^question\.whatIf\.\d+\.(?:received|paid)\.\d+\.amount$/, () => of([], 'supposed', { ...needs, once: true })],
  [/^question\.whatIf\.\d+\.(?:received|paid)\.\d+\.age$/, () => of([], 'supposed', { ...needs, nouns: AGE })],
  [/^question\.whatIf\.\d+\.standardError$/, () => of([], 'error')],
  [/^question\.whatIf\.\d+\.medianRuinAge$/, () => of([], 'ruin', { also: 'supposed', nouns: AGE })],
  [/^question\.whatIf\.\d+\.found\.contribute$/, () => of([], 'saving', { ...needs, ...yearly })],
  [/^question\.whatIf\.\d+\.found\.income$/, () => of([], 'income', { ...needs, ...yearly })],
  [/^question\.whatIf\.\d+\.found\.retireAt$/, () => of([], 'retire', { ...needs, nouns: AGE })],
  [/^question\.whatIf\.\d+\.label$/, () => of([], 'supposed', needs)],
  [/^assumption\.fee\.known$/, () => of([], 'known', needs)],
  [/^assumption\.fee$/, () => of([], 'cost', needs)],
  [/^assumption\.untaxedGain$/, () => of([], 'gain', needs)],
  [/^assumption\.untaxedGain\.known$/, () => of([], 'known', needs)],
  [/^assumption\.account\.\d+\.balance$/, () => of([], 'taxed', needs)],
  [/^assumption\.account\.\d+\.taxRate$/, () => of([], 'taxed', needs)],
  [/^assumption\.inflation/, () => of([], 'inflation')],
  [/^assumption\.correlation/, () => of([], 'correlation')],
  [/^assumption\.(\w+)\.mean$/, ([key = '']) => of([`class:${key}`], 'return', needs)],
  [/^assumption\.(\w+)\.volatility$/, ([key = '']) => of([`class:${key}`], 'volatility', needs)],
  [/^assumption\.(\w+)\.weight$/, ([key = '']) => of([`class:${key}`], 'share')],
  [/^cash\.interest\.yield$/, () => of(['class:cash'], 'return', needs)],
  [/^cash\.interest\.(?:yearly|charged)$/, () => of(['class:cash'], null, yearly)],
  [/^cash\.([^.]+)\./, () => of(['class:cash'])],
  [/^holding\.([^.]+)\.(?:value|weight)$/, ([key = '']) => of([`holding:${key}`], 'share')],
  [/^holding\.([^.]+)\.price$/, ([key = '']) => of([`holding:${key}`], 'price', needs)],
  [/^holding\.([^.]+)\.quantity$/, ([key = '']) => of([`holding:${key}`], null, counts(UNITS))],
  [/^holding\.([^.]+)\.gain/, ([key = ''], fact) => of([`holding:${key}`], 'gain', { ...needs, ...toward('gain', fact) })], // prettier-ignore
  [/^holding\.([^.]+)\.expenseRatio$/, ([key = '']) => of([`holding:${key}`], 'cost', needs)],
  [/^(?:guessed)\.\d+\.confidence$/, () => of([], 'sure')],
  [/^(?:stale)\.\d+\.days$/, () => of([], null, counts(DAYS))],
  [/^excluded\.\d+\.quantity$/, () => of([], null, counts(UNITS))],
  [/^exchangeRate\.([^.]+)$/, ([key = '']) => of([`currency:${key}`])],
  [/^performance\.covered\.value$/, () => of([], 'measured')],
  [/^performance\..*\.(?:pricedDays|estimatedDays|gapDays)$/, () => of([], null, counts(DAYS))],
  [/^performance\.(?:whole|account\.([^.]+))\.(?:timeWeighted\.\w+|moneyWeighted(?:\.total)?|modifiedDietz)$/, ([key], fact) => of(key === undefined ? [] : [`account:${key}`], 'return', { ...toward('gain', fact) })], // prettier-ignore
  [/^performance\.(?:whole|account\.([^.]+))\.drawdown\.(depth|current)$/, ([key, which = '']) => of([...(key === undefined ? [] : [`account:${key}`]), `fall:${which}`], 'drawdown', { direction: { words: 'gain', up: false } })], // prettier-ignore
  [/^performance\..*\.(?:volatility|downsideDeviation)$/, () => of([], 'volatility')],
  [/^performance\..*\.(?:sharpe|sortino)$/, () => of([], 'ratio', needs)],
  [/^performance\..*\.riskless$/, () => of([], 'riskless')],
];

const classes: Readonly<Record<string, string>> = {
  Stocks: 'class:equity',
  Bonds: 'class:fixed_income',
};

/** Of more or less in stocks a text says stocks. */
const changed = (key: string, more: string) =>
  key === 'less' || key === 'more'
    ? [whatIf(key, more), 'class:equity']
    : SAID.has(whatIf(key, more))
      ? [whatIf(key, more)]
      : [];

/** Changes that are told by words of their own; of others a text says their names. */
const SAID = new Set(Object.keys(whatIfWords).map((key) => `whatIf:${key}`));

const whatIf = (key: string, more: string) =>
  `whatIf:${key === 'start' ? 'save' : key === 'less' || key === 'more' ? `${key}${more.replace(/^_?/, '_')}` : key}`;

/** The rules that can fit a name, by the first part of it: each rule begins with that, or is asked of every name. */
const ofFamily = new Map<string, readonly Rule[]>();
const BEGINS = /^\^(?:\(\?:([\w|]+)\)|(\w+))(?=\\\.|\$)/;

function rulesFor(name: string): readonly Rule[] {
  const at = name.indexOf('.');
  const family = at === -1 ? name : name.slice(0, at);
  const known = ofFamily.get(family);
  if (known !== undefined) return known;
  const fitting = rules.filter(([{ source }]) => {
    const begun = alternativesOf(source).map((one) => BEGINS.exec(one));
    return begun.some((match) => match === null || (match[1] ?? match[2] ?? '').split('|').includes(family));
  });
  // Families are our own words: no symbol and no name of a person's is kept here.
  if (fitting.length > 0) ofFamily.set(family, fitting);
  return fitting;
}

/** The meaning of a fact; nothing is known of one that no rule fits. A row of a list shares the subject of its symbol. */
export function meaningOf(fact: Fact, lookup: Lookup): Meaning {
  return ruledMeaning(fact, lookup) ?? { subjects: [], topic: null };
}

/** The same; null where no rule fits the fact's name. */
export function ruledMeaning(fact: Fact, lookup: Lookup): Meaning | null {
  const row = /^(unclassified|guessed|stale|excluded|rebalancing\.(?:newMoney\.)?trade)\.(\d+)\.(value|weight|quantity|confidence|days)$/.exec(fact.name); // prettier-ignore
  const list = row === null ? null : `${row[1] ?? ''}.${row[2] ?? ''}`;
  const symbol = list === null ? undefined : lookup(`${list}.symbol`);
  const action = list?.includes('newMoney') === true ? 'buy' : list === null ? undefined : lookup(`${list}.action`);
  for (const [name, meaning] of rulesFor(fact.name)) {
    const match = name.exec(fact.name);
    if (match === null) continue;
    const found = meaning(match.slice(1), fact, lookup);
    const direction = action === undefined ? {} : { direction: { words: 'trade' as const, up: action === 'buy' } };
    if (symbol === undefined) return found;
    // "$12,848 for bonds": what a trade is in is called by its class too.
    const traded = list?.startsWith('rebalancing.') === true ? classes[lookup(`holding.${symbolOf(symbol)}.assetClass`) ?? ''] : undefined; // prettier-ignore
    const subjects = [`holding:${symbolOf(symbol)}`, ...(traded === undefined ? [] : [traded])];
    return { ...found, ...direction, subjects };
  }
  return symbol === undefined ? null : { subjects: [`holding:${symbolOf(symbol)}`], topic: null };
}

/** Whether a text has a word of a topic. */
export const speaksOf = (topic: CueName, text: string): boolean => cues[topic].test(text);
