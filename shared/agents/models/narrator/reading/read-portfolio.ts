import { AgentError } from '../../../../errors.ts';
import type { Fact } from '../../../../schemas/fact.ts';
import { called, isCode } from '../../../../finance/called.ts';
import { symbolOfSlug } from '../../../../finance/facts/slug.ts';
import { nameInLabel } from '../../../named-in-facts.ts';
import { money, moneyApart, statedMoney } from '../wording/money.ts';
import { plain } from '../wording/markdown.ts';
import { percent } from '../wording/percent.ts';
import { fewAreValued } from './few-valued.ts';
import { FactBook } from './fact-book.ts';
import { readDrift } from './read-drift.ts';
import { readRetirement } from './read-retirement.ts';
import type { Held, Part, Reading } from './reading.ts';

/**
 * Arranges facts for writing.
 *
 * @throws {AgentError} where the facts do not even say what the portfolio is worth
 */
export function readPortfolio(facts: readonly Fact[]): Reading {
  const book = new FactBook(facts);
  const value = book.number('portfolio.value');
  if (value === null) {
    throw new AgentError('The facts do not say what the portfolio is worth ("portfolio.value").', { retryable: false });
  }
  const currency = book.text('portfolio.currency') ?? 'USD';
  const othersCount = book.number('otherHoldings.count') ?? 0;
  const parts = (breakdown: keyof Reading['breakdown']) => readParts(book, `allocation.${breakdown}`);
  const [cash, assetClass] = [book.number('portfolio.cash') ?? 0, parts('assetClass')];
  const owes = cash < 0 || assetClass.some(({ weight }) => weight < 0);
  const positive = assetClass.reduce((sum, { weight }) => sum + Math.max(weight, 0), 0);
  // Weights that sum to 1 may miss it by their last binary digits.
  const fewValued = fewAreValued(book, value);
  const isWhole = (weight: number) => !owes && !fewValued && weight > 1 - 1e-9;
  return {
    book,
    asOf: book.text('portfolio.asOf') ?? facts.find(({ name }) => name === 'portfolio.value')?.asOf ?? '',
    money: (amount) => money(amount, currency),
    stated: (amount) => statedMoney(amount, currency),
    apart: (difference, sum) => moneyApart(difference, sum, currency),
    value,
    invested: book.number('portfolio.invested') ?? 0,
    cash,
    debts: Math.max(0, -cash, book.number('portfolio.borrowed') ?? 0),
    cashWeight: book.number('portfolio.cash.weight'),
    owes,
    held: owes ? Math.max(1, positive) : 1,
    isWhole,
    share: (weight) => (isWhole(weight) ? 'all' : percent(weight)),
    accounts: book.number('portfolio.accounts') ?? 0,
    holdingCount: book.number('portfolio.holdings') ?? 0,
    holdings: readHoldings(book),
    others:
      othersCount === 0
        ? null
        : {
            count: othersCount,
            value: book.number('otherHoldings.value') ?? 0,
            weight: book.number('otherHoldings.weight') ?? 0,
          },
    breakdown: {
      assetClass,
      region: parts('region'),
      sector: parts('sector'),
      account: parts('account'),
      accountType: parts('accountType'),
      currency: parts('currency'),
    },
    drift: { assetClass: readDrift(book, 'assetClass'), region: readDrift(book, 'region') },
    ...readGaps(book),
    fewValued,
    retirement: readRetirement(book),
    retirementMissing: book.text('retirement.missing'),
  };
}

function readParts(book: FactBook, family: string): Part[] {
  return book.keys(family, 'value').map((key) => {
    const name = `${family}.${key}.value`;
    const label = nameInLabel({ name, label: book.label(name) }) ?? key;
    return {
      key,
      label: family.endsWith('.account') ? accountName(label) : plain(label),
      value: book.number(name) ?? 0,
      weight: book.number(`${family}.${key}.weight`) ?? 0,
    };
  });
}

/** A name of digits alone reads as a figure: "account 12345". */
function accountName(name: string): string {
  return /\p{L}/u.test(name) ? plain(name) : `account ${plain(name)}`;
}

function readHoldings(book: FactBook): Held[] {
  return book.keys('holding', 'value').map((key) => {
    const at = `holding.${key}`;
    const label = book.label(`${at}.value`);
    // "VTI (Vanguard …), value", or the symbol alone where there is no other name.
    const named = nameInLabel({ name: `${at}.value`, label });
    const symbol = /^(\S+) \(/.exec(label)?.[1] ?? named ?? symbolOfSlug(key);
    const name = book.text(`${at}.name`) ?? named ?? symbol;
    return {
      key,
      symbol: plain(symbol),
      label: plain(name),
      title: name === symbol || isCode(symbol, name) ? plain(name) : `${plain(name)} (${plain(symbol)})`,
      value: book.number(`${at}.value`) ?? 0,
      weight: book.number(`${at}.weight`) ?? 0,
      gain: book.number(`${at}.gain`),
      expenseRatio: book.number(`${at}.expenseRatio`),
      assetClass: book.text(`${at}.assetClass`),
    };
  });
}

/** What a position that has no value is called: its symbol, or its name where that is a mere code. */
function excludedName(book: FactBook, name: string): string {
  return plain(called(book.text(name) ?? '', nameInLabel({ name, label: book.label(name) })));
}

function readGaps(book: FactBook) {
  const text = (name: string) => plain(book.text(name) ?? '');
  return {
    excluded: book.keys('excluded', 'symbol').map((key) => ({
      symbol: excludedName(book, `excluded.${key}.symbol`),
      account: accountName(book.text(`excluded.${key}.account`) ?? ''),
      reason: text(`excluded.${key}.reason`),
    })),
    excludedCount: book.number('excluded.count') ?? 0,
    unclassified: book.keys('unclassified', 'symbol').map((key) => ({
      symbol: text(`unclassified.${key}.symbol`),
      value: book.number(`unclassified.${key}.value`) ?? 0,
      weight: book.number(`unclassified.${key}.weight`) ?? 0,
    })),
    unclassifiedCount: book.number('unclassified.count') ?? 0,
    unclassifiedWeight: book.number('unclassified.weight') ?? 0,
    stale: book.keys('stale', 'symbol').map((key) => ({
      symbol: text(`stale.${key}.symbol`),
      priceAsOf: book.text(`stale.${key}.priceAsOf`) ?? '',
    })),
    staleCount: book.number('stale.count') ?? 0,
  };
}
