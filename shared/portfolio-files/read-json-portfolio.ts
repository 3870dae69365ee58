import * as z from 'zod';
import { retirementGoals, targets, type RetirementGoals, type Targets } from '../schemas/goals.ts';
import { issueMessage, valueAt } from '../schemas/issue-message.ts';
import { portfolio, type Portfolio } from '../schemas/portfolio.ts';
import type { AccountOrigin } from './account-origin.ts';
import { quotation } from './file-problem.ts';
import type { Findings, PositionPlace } from './findings.ts';
import type { InputFile } from './input-file.ts';
import { withAccountTypes } from './json-account-types.ts';
import { fieldPath, readJson, type JsonDocument, type JsonPath } from './json-lines.ts';
import { NO_PRICES } from './no-prices.ts';
import { outlineOf } from './portfolio-outline.ts';
import { readNumber } from './number-text.ts';

export interface JsonPortfolio {
  portfolio: Portfolio;
  goals: RetirementGoals | undefined;
  targets: Targets | undefined;
  /** Accounts of which the file does not say how they are taxed. */
  origins: AccountOrigin[];
}

/** Fields that hold a decimal string, and may be written as a JSON number. */
const DECIMALS = new Set(['quantity', 'price', 'costBasis', 'amount', 'rate', 'interestRate']);

const shape = z.looseObject({ goals: z.unknown().optional(), targets: z.unknown().optional() });

/** The same value with the numbers of money and quantity as decimal strings. */
function withDecimals(value: unknown, path: JsonPath, document: JsonDocument): unknown {
  if (Array.isArray(value)) return value.map((item, index) => withDecimals(item, [...path, index], document));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, withDecimals(one, [...path, key], document)]),
    );
  }
  if (typeof value !== 'number' || !DECIMALS.has(String(path.at(-1)))) return value;
  const numeral = document.numeralAt(path) ?? String(value);
  const reading = readNumber(numeral, '.');
  if (reading.kind !== 'number') return value;
  // What would round to zero is left as it is written, for the schema to refuse.
  return reading.vanished ? numeral : reading.value;
}

/** The project's own file: accounts, and perhaps goals and targets. Null, with every problem in `findings`, if it is wrong. */
export function readJsonPortfolio(text: string, file: InputFile, findings: Findings): JsonPortfolio | null {
  const document = readJson(text, findings);
  if (document === null) return null;
  const outer = shape.safeParse(document.value);
  if (!outer.success) {
    findings.problem(
      'this must be an object with "accounts", not ' + (Array.isArray(document.value) ? 'a list' : 'a value'),
      1,
    );
    return null;
  }
  const { goals, targets: mix, ...rest } = outer.data;

  const told = new Set<string>();
  function complain({ issues }: z.ZodError, value: unknown, at: JsonPath): void {
    for (const issue of issues) {
      const inner = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      for (const ends of issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]]) {
        const path = [...at, ...inner, ...ends];
        const field = fieldPath(path);
        // A field that is wrong in two ways is told of once.
        if (!told.has(field))
          findings.problem(issueMessage(issue, valueAt(value, inner)), document?.lineOf(path), field || null);
        told.add(field);
      }
    }
  }
  function check<T>(schema: z.ZodType<T>, value: unknown, at: JsonPath): T | undefined {
    const { success, data, error } = schema.safeParse(value);
    if (!success) complain(error, value, at);
    return data;
  }

  const accounts = withDecimals(rest, [], document);
  for (const place of placesIn(accounts, document)) findings.places.push(place);
  const read = {
    portfolio: check(portfolio, accounts, []),
    goals: goals === undefined ? undefined : check(retirementGoals, goals, ['goals']),
    targets: mix === undefined ? undefined : check(targets, mix, ['targets']),
  };
  // The schema compares fields with one another only once each of them is good.
  if (read.portfolio === undefined) check(portfolio, outlineOf(accounts), []);
  if (read.portfolio === undefined) return null;
  checkPrices(read.portfolio, file, document, findings);
  return { ...read, ...withAccountTypes(read.portfolio, accounts, findings) };
}

/** Positions whose symbol can be read, whatever is wrong with other fields. */
function placesIn(accounts: unknown, document: JsonDocument): PositionPlace[] {
  return outlineOf(accounts).accounts.flatMap(({ name, positions = [] }, a) =>
    positions.flatMap(({ symbol, price }, p): PositionPlace[] => {
      const path = ['accounts', a, 'positions', p];
      if (valueAt(accounts, [...path, 'symbol']) === undefined || symbol.startsWith('0=')) return [];
      const fields = { column: fieldPath([...path, 'symbol']), priceColumn: fieldPath([...path, 'price']) };
      const isClassified = valueAt(accounts, [...path, 'classification']) !== undefined;
      const line = document.lineOf([...path, 'symbol']);
      const called = valueAt(accounts, [...path, 'name']);
      const ofName = { symbol, name: typeof called === 'string' ? called : undefined };
      return [{ account: name, ...ofName, line, ...fields, isPriced: price !== undefined, isClassified }];
    }),
  );
}

function checkPrices(read: Portfolio, { asOf }: InputFile, document: JsonDocument, findings: Findings): void {
  const { accounts, exchangeRates, quotes, transactions } = read;
  const dated: [name: string, days: string[], field: string][] = [
    ['exchangeRates', exchangeRates.map((one) => one.asOf), 'asOf'],
    ['quotes', quotes.map((one) => one.asOf), 'asOf'],
    ['transactions', transactions.map(({ date }) => date), 'date'],
  ];
  for (const [name, days, field] of dated) {
    days.forEach((day, index) => {
      if (day <= asOf) return;
      const path = [name, index, field];
      findings.problem(
        `${quotation(day)} is after ${asOf}, the day that the analysis is for`,
        document.lineOf(path),
        fieldPath(path),
      );
    });
  }
  accounts.forEach(({ positions }, a) => {
    positions.forEach(({ priceAsOf }, p) => {
      if (priceAsOf === undefined || priceAsOf <= asOf) return;
      const path = ['accounts', a, 'positions', p, 'priceAsOf'];
      const message = `${quotation(priceAsOf)} is after ${asOf}, the day that the analysis is for`;
      findings.problem(message, document.lineOf(path), fieldPath(path));
    });
  });
  const priced = accounts.some(({ positions }) => positions.some(({ price }) => price !== undefined));
  if (!priced) findings.note(null, NO_PRICES);
}
