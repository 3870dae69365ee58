import { ACCOUNT, namedIn } from '../plan/parts-asked.ts';
import { holdingsAsked, NAMES, TOPIC_OF } from '../plan/holdings-asked.ts';
import type { HoldingsAsked } from '../plan/holdings-asked.ts';
import { withoutOwnAge } from '../plan/own-age.ts';
import type { Clause } from '../plan/clauses.ts';
import type { Held, Part, Reading } from '../reading/reading.ts';
import { labelOf } from '../../../../finance/labels.ts';
import { longDate } from '../wording/date.ts';
import { beside } from '../retirement/other-income.ts';
import { count, verb } from '../wording/count.ts';
import { body, list, paragraph, sentence } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent, ratio } from '../wording/percent.ts';
import { worthOf } from '../wording/worth-of.ts';
import { namedHoldings } from '../../../../finance/named-holdings.ts';
import { mostHeld } from './most-held.ts';
import { accountsIn, accountsNamed, allOf, sumOf, worth } from './parts-held.ts';

/** So many holdings are listed. */
const LISTED = 10;
const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ');

/** What a question asks of the holdings and accounts themselves, with the topics that it answers and where it asks; null where it asks for none. */
export function holdingsHeld(reading: Reading, question: string): { said: string; topics: string[]; spans: Clause[] } | null {
  if (reading.fewValued && !/\b(?:un|not be |no |without )(?:priced|valued|price|value)/i.test(question)) return null;
  const told = holdingsAsked(withoutOwnAge(question, null)).flatMap((one) => {
    const said = answerTo(reading, one, question.slice((one.before ?? one).start, (one.before ?? one).end));
    return said === null || said === '' ? [] : [{ one, said }];
  });
  if (told.length === 0) return null;
  const topics = told.flatMap(({ one }) => [TOPIC_OF[one.kind], 'value', 'concentration', 'allocation', ...(one.kind === 'most' ? ['costs'] : [])]);
  return { said: body(...told.map(({ said }) => said)), topics, spans: told.map(({ one }) => one) };
} // prettier-ignore

/** @param words those of the question, or of the one before it that has the name */
function answerTo(reading: Reading, { kind, name, before }: HoldingsAsked, words: string): string | null {
  const { book, breakdown, holdings } = reading;
  const named = (): Held[] => calledSo(reading, words, name);
  // What "it" is of that names nothing held stays unsaid.
  if (before !== null && kind !== 'list' && !/\bcash$/.test(name) && named().length === 0) return null;
  switch (kind) {
    case 'most':
      return mostHeld(reading, words);
    case 'accountMost': {
      const sorted = breakdown.account.toSorted((one, other) => other.value - one.value);
      const part = /\b(?:smallest|least)\b/i.test(words) ? sorted.at(-1) : sorted[0];
      return part === undefined ? null : worth(reading, part);
    }
    case 'unpriced':
      return reading.excluded.length === 0
        ? 'Every position has a price.'
        : `${list(reading.excluded.slice(0, LISTED).map(({ symbol, account }) => `${symbol} in ${account}`))} could not be valued and ${reading.excludedCount > 1 ? 'are' : 'is'} in no figure here.`;
    case 'priceDay': {
      const [oldest, newest] = ['oldest', 'newest'].map((end) => book.text(`portfolio.prices.${end}`));
      if (typeof oldest !== 'string' || typeof newest !== 'string') return null;
      const undated = book.number('undated.count') ?? 0;
      return paragraph(
        oldest === newest ? `All prices are ${undated > 0 ? 'taken to be ' : ''}of ${longDate(oldest)}.` : `The prices are of ${longDate(oldest)} to ${longDate(newest)}.`,
        undated > 0 && sentence(`${count(undated, 'price')} ${verb(undated, 'has', 'have')} no date but that of the file and may be older.`),
      ); // prettier-ignore
    }
    case 'price':
      return paragraph(...named().map((one) => priceOf(reading, one)));
    case 'cost':
      return paragraph(...named().map(({ title, expenseRatio }) => expenseRatio === null ? `No yearly cost of ${title} is known.` : `${title} costs ${ratio(expenseRatio)} a year, taken out of its returns without a bill.`)); // prettier-ignore
    case 'taxed': {
      const key = /free/i.test(words) ? 'tax_free' : /taxable/i.test(words) ? 'taxable' : 'tax_deferred';
      const part = breakdown.accountType.find((one) => one.key === key);
      return part === undefined
        ? `Nothing is held in ${labelOf(key).toLowerCase()} accounts, as far as that is known.`
        : `What is in ${part.label.toLowerCase()} accounts is ${worthOf(reading, part)}.`;
    }
    case 'top': {
      const said = /\b(\d+)\b/.exec(words)?.[1] ?? (NUMBERS.findIndex((one) => new RegExp(`\\b${one}\\b`, 'i').test(words)) + 1 || 5); // prettier-ignore
      const most = holdings.slice(0, Math.min(LISTED, Number(said)));
      const five = book.number('concentration.topFive.weight');
      return paragraph(`Your largest holdings are ${eachOf(reading, most)}.`, most.length === 5 && five !== null && `The five largest are ${percent(five)} of your portfolio.`); // prettier-ignore
    }
    case 'list':
      return listed(reading, words);
    case 'count':
      return orNone(reading, named(), ({ key, title, symbol }) => {
        const units = book.number(`holding.${key}.quantity`);
        return units === null ? `How many of ${title} there are is not among these figures.` : `You hold ${units.toLocaleString('en-US', { maximumFractionDigits: 4 })} units of ${title === symbol ? symbol : title}.`; // prettier-ignore
      });
    case 'where':
      return /^(?:\w+ )?cash$/.test(name) ? cashHeld(reading) : orNone(reading, named(), (one) => heldIn(reading, one));
    case 'share':
    case 'owned': {
      const unvalued = reading.excluded.find(({ symbol }) => name !== '' && symbol.toLowerCase() === name);
      if (unvalued !== undefined) return `${unvalued.symbol} in ${unvalued.account} could not be valued and is in no figure here.`; // prettier-ignore
      // A kind of asset has its own figures.
      if (namedIn(words.toLowerCase()).length > 0 && named().length === 0) return null;
      return orNone(reading, named(), (one) => `${one.title} is ${worthOf(reading, one)}.`, /^\W*(?:do|did|have|am)\b/i.test(words) ? 'Yes: ' : ''); // prettier-ignore
    }
    case 'in':
      return heldBy(reading, words, name);
    case 'funds':
      return inFunds(reading, name);
    case 'emergency':
      return paragraph(cashHeld(reading), 'How many months of your spending that covers is not among these figures: they have what you want to spend in retirement, and not what you spend today.'); // prettier-ignore
    case 'expected': {
      const [mean, swing] = ['risk.mean', 'risk.volatility'].map((one) => book.number(one));
      if (typeof mean !== 'number' || typeof swing !== 'number') return null;
      return `The returns of what you hold are assumed to average ${percent(mean)} a year before inflation, with a volatility of ${percent(swing)}. That is an assumption, and no promise of any year.`; // prettier-ignore
    }
    case 'overlap':
      return 'Which companies funds hold is not known here, and so not how far they overlap. Their asset classes, regions and sectors are: what your portfolio is spread over counts all funds together.'; // prettier-ignore
    case 'inflation': {
      const rate = book.number('assumption.inflation.mean');
      return rate === null
        ? 'There is no retirement plan here, and the other figures are of today: inflation is in none of them.'
        : `All amounts of the plan are in dollars of today. Prices ${reading.retirement?.historical === true ? 'rose' : 'are taken to rise'} by ${percent(rate)} a year, and these amounts with them, but for what the plan has otherwise.`;
    }
    case 'benefits': {
      const plan = reading.retirement;
      return plan === null
        ? 'There is no retirement plan here, and Social Security and pensions are in none of the other figures.'
        : (beside(reading, plan) ?? 'Social Security and pensions are not counted.');
    }
    case 'gain':
      return null;
  }
}

const eachOf = ({ money }: Reading, held: readonly Held[]): string =>
  list(held.map(({ title, weight, value }) => `${title} (${percent(weight)}, ${money(value)})`));

/** What is called as the words say: by symbol or company, or with each word of the name in its own. */
function calledSo(reading: Reading, words: string, name: string): Held[] {
  const named = namedHoldings(words, reading.holdings);
  return named.length > 0 ? named : withWordsOf(reading, name).slice(0, 4);
}

/** What has each word of a name in its own; nothing where the name has only words that any has. */
function withWordsOf({ holdings }: Reading, name: string): Held[] {
  const words = (name.match(/[a-z]{3,}/g) ?? [])
    .filter((one) => !/^(?:funds?|etfs?|stocks?|shares?|companies|the|any)$/.test(one))
    .map((one) => one.replace(/^caps$/, 'cap'));
  const has = (label: string) =>
    words.every((word) =>
      label
        .toLowerCase()
        .split(/[^a-z]+/)
        .includes(word),
    );
  return words.length === 0 ? [] : holdings.filter(({ label }) => has(label));
}

function orNone({ others, excluded }: Reading, held: readonly Held[], said: (one: Held) => string, first = ''): string {
  if (held.length > 0) return `${first}${paragraph(...held.map(said))}`;
  return paragraph(
    others === null ? 'None of your holdings goes by that name.' : 'None of the holdings that are listed here goes by that name.', // prettier-ignore
    excluded.length > 0 && 'What could not be valued is not among them.',
    'Which companies funds hold is not known here.',
  );
}

function priceOf({ book }: Reading, { key, title }: Held): string {
  const fact = book.facts.find((one) => one.name === `holding.${key}.price`);
  const price = book.number(`holding.${key}.price`);
  if (fact === undefined || price === null) return `The price of ${title} is not among these figures.`;
  const written = new Intl.NumberFormat('en-US', { style: 'currency', currency: book.text('portfolio.currency') ?? 'USD' }).format(price); // prettier-ignore
  return `${title} is counted at ${written} a unit${typeof fact.asOf === 'string' ? `, the price of ${longDate(fact.asOf)}` : ''}.`;
}

/** A kind of stocks that no breakdown has. */
const STYLE =
  /\b(?:(?:micro|small|mid|large|mega)[- ]?(?:caps?|cap stocks|companies)|growth|value|dividend\w*|blue[- ]chip\w*)\b/;

/** How much is in what is called so: an account, a holding, or what has the words in its name ("Vanguard funds"). */
function heldBy(reading: Reading, words: string, name: string): string | null {
  const { holdings, others, money } = reading;
  if (namedIn(name).length > 0 || ACCOUNT.test(name)) return null;
  const names = name.split(NAMES).filter((one) => one !== '');
  if (names.length > 1) return heldByEach(reading, words, names);
  const accounts = /\b(?:funds?|etfs?|stocks?|shares)$/.test(name) ? [] : accountsNamed(reading, name);
  if (accounts.length > 0) return paragraph(...accounts.map((one) => worth(reading, one)));
  const called = namedHoldings(words, holdings);
  if (called.length > 0) return paragraph(...called.map((one) => `${one.title} is ${worthOf(reading, one)}.`));
  const some = withWordsOf(reading, name);
  const style = STYLE.test(name) && 'Stocks are not broken down by the size of companies or by such a style here, so what other funds hold of it is not known.'; // prettier-ignore
  if (some.length === 0)
    return paragraph(`${others === null ? 'No account and no holding' : 'No account, and no holding that is listed here,'} goes by that name.`, style); // prettier-ignore
  const [only] = some;
  return paragraph(
    only !== undefined && some.length === 1
      ? `By its name that is ${only.title}: ${worthOf(reading, only)}.`
      : `By their names these are ${eachOf(reading, some.slice(0, LISTED))}${some.length > LISTED ? ' and others' : ''}: ${money(sumOf(some).value)} together.`, // prettier-ignore
    others !== null && 'Smaller ones may come on top.',
    style,
  );
}

/** How much is in each of several, and in all of them. */
function heldByEach(reading: Reading, words: string, names: readonly string[]): string {
  const said = names.map((name) => {
    const at = words.toLowerCase().indexOf(name);
    const accounts = accountsNamed(reading, name);
    // A capital that tells a name is not the first letter of a sentence.
    return accounts.length > 0 ? accounts : namedHoldings(`in ${words.slice(at, at + name.length)}`, reading.holdings);
  });
  const all = [...new Set(said.flat())];
  const missing = names.filter((_, at) => said[at]?.length === 0);
  return paragraph(
    all.length === 1 ? all.map((one) => `${calledAs(one)} is ${worthOf(reading, one)}.`).join('') : all.length > 1 && allOf(reading, all.map((one) => ({ ...one, label: calledAs(one) }))), // prettier-ignore
    missing.length > 0 && `No account and no holding${reading.others === null ? '' : ' that is listed here'} goes by the name of ${list(missing.map((one) => `“${plain(one)}”`))}.`, // prettier-ignore
  );
}

const calledAs = (one: Part | Held): string => ('title' in one ? one.title : one.label);

/** How much is in funds of any sort. */
function inFunds(reading: Reading, name: string): string {
  const funds = reading.holdings.filter(({ expenseRatio }) => expenseRatio !== null);
  return paragraph(
    funds.length === 0
      ? 'None of the holdings that are listed here is known to be a fund.'
      : `In funds, by their known yearly cost, are ${eachOf(reading, funds.slice(0, LISTED))}${funds.length > LISTED ? ' and others' : ''}: ${worthOf(reading, sumOf(funds)).replace(', worth ', ' together, worth ')}.`, // prettier-ignore
    reading.others !== null && 'Smaller ones may come on top.',
    /\b(?:index|tracker|passive\w*|active\w*|managed)\b/.test(name)
      ? 'Which of them follow an index and which are managed is not among these figures.'
      : /\b(?:mutual|etfs?|exchange)\b/.test(name) && 'Which of them are mutual funds and which are ETFs is not among these figures.', // prettier-ignore
  );
}

const heldIn = ({ book }: Reading, { key, title }: Held): string => {
  const accounts = book.text(`holding.${key}.accounts`);
  return accounts === null ? `Which account holds ${title} is not among these figures.` : `${title} is held in ${plain(accounts)}.`; // prettier-ignore
};

function cashHeld({ book, cash, money }: Reading): string | null {
  const accounts = book.text('portfolio.cash.accounts');
  return accounts === null ? 'There is no cash in any account.' : `Your cash, ${money(cash)} in all, is held in ${plain(accounts)}.`; // prettier-ignore
}

/** What is held, of a class or in an account where one is named. */
function listed(reading: Reading, words: string): string {
  const { book, holdings, others, cash, money } = reading;
  const [account] = accountsNamed(reading, words.toLowerCase());
  if (account === undefined && ACCOUNT.test(words.toLowerCase().replace(/\baccounts\b/g, ' ')))
    return paragraph(...accountsIn(reading, words.toLowerCase(), true));
  const [kind] = namedIn(words.toLowerCase()).filter(({ keys }) => keys[0] === 'equity' || keys[0] === 'fixed_income');
  const isFund = /\b(?:funds?|etfs?)\b/i.test(words);
  const some = holdings.filter(
    ({ key, assetClass, expenseRatio }) =>
      (account === undefined || plain(book.text(`holding.${key}.accounts`) ?? '').includes(account.label)) &&
      (kind === undefined || assetClass === labelOf(kind.keys[0] ?? '')) &&
      (!isFund || expenseRatio !== null),
  );
  const all = kind === undefined && account === undefined && !isFund;
  return paragraph(
    account !== undefined && worth(reading, account),
    some.length === 0 ? 'No such holding is listed here.' : account === undefined ? `You hold ${eachOf(reading, some.slice(0, LISTED))}.` : `It holds ${list(some.slice(0, LISTED).map(({ title }) => title))}.`, // prettier-ignore
    all && cash >= 1 && `Cash is ${money(cash)}.`,
    (some.length > LISTED || others !== null) && 'Smaller ones come on top.',
  );
}
