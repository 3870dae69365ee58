import type { Position } from '../schemas/portfolio.ts';
import { sum } from './decimal-number.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import type { Entry } from './gather-accounts.ts';

type Holding = Entry & { held: { kind: 'position'; position: Position } };

const isHolding = (entry: Entry): entry is Holding => entry.held.kind === 'position';

/** What the parts of a holding are called. */
const CALLED = { lot: 'tax lots', grant: 'grants', source: 'sources of contributions' } as const;

/**
 * The rows of one account with tax lots put together: the holding's own row where the file has one beside its lots, else
 * their sum; so are shares held as cash and others on margin. Rows of one symbol that are not all dated as lots are left alone: the same line twice is a mistake.
 */
export function withoutLots(rows: readonly Entry[], account: string, findings: Findings): Entry[] {
  if (!rows.some(({ lot, heldAs }) => lot || heldAs === 'margin')) return [...rows];
  const merged: string[] = [];
  const both: string[] = [];
  const bySymbol = Map.groupBy(rows.filter(isHolding), ({ held }) => held.position.symbol);
  const kept = [...bySymbol].flatMap(([symbol, own]) => {
    if (isCashAndMargin(own)) {
      both.push(symbol);
      return together(own);
    }
    const whole = own.filter(({ lot }) => !lot);
    if (own.some(({ sold }) => sold)) return leftOfSales(symbol, own, findings);
    if (own.length === 1 || whole.length > 1) return own;
    merged.push(`${symbol} (${own.length - whole.length})`);
    return whole.length === 1 ? whole : together(own);
  });
  if (merged.length > 0) {
    const named = merged.slice(0, 12).join(', ') + (merged.length > 12 ? ' and others' : '');
    const parts = new Set(rows.flatMap(({ part }) => part ?? []));
    const what = [...parts].map((part) => CALLED[part]).join(', ') || CALLED.lot;
    findings.note('reading', `${what} of account "${quotation(account)}" were added up: ${named}`, rows[0]?.line);
  }
  if (both.length > 0) {
    const named = both.slice(0, 12).join(', ') + (both.length > 12 ? ' and others' : '');
    const what = `what account "${quotation(account)}" holds as cash and on margin was added up`;
    findings.note('reading', `${what}: ${named}`, rows[0]?.line);
  }
  return [...rows.filter(({ held }) => held.kind === 'cash'), ...kept];
}

const isCashAndMargin = ([one, other, ...more]: readonly Holding[]): boolean =>
  more.length === 0 &&
  one?.lot === false &&
  other?.lot === false &&
  ['cash margin', 'margin cash'].includes(`${one.heldAs} ${other.heldAs}`);

/**
 * What is left of purchases after the sales that the same table lists. Which of them were sold nothing says: the quantity is known, and
 * what was paid for the rest is not. More sold than bought is a problem.
 */
function leftOfSales(symbol: string, rows: readonly Holding[], findings: Findings): Holding[] {
  const sales = rows.filter(({ sold }) => sold);
  const [{ line, column } = { line: null, column: null }] = sales;
  const [all] = together(rows.filter(({ sold }) => !sold));
  const sold = sales.reduce((total, { held }) => sum(total, held.position.quantity), '0');
  const bought = all?.held.position.quantity ?? '0';
  const left = sum(bought, `-${sold}`);
  if (all === undefined || left.startsWith('-')) {
    const more = `${sold} of ${symbol} were sold, and ${bought} bought: list every purchase, or only what is left`;
    findings.problem(more, line, column);
    return [];
  }
  const lessSales = `${symbol}: ${bought} bought less ${sold} sold`;
  if (Number(left) === 0) {
    findings.note('left_out', `${lessSales} leave none of it`, line, column);
    return [];
  }
  const { costBasis: _ofAll, ...position } = all.held.position;
  const cost = 'which purchases were sold is not stated, so what was paid for the rest is not known';
  findings.note('reading', `${lessSales} are ${left}; ${cost}`, line, column);
  return [{ ...all, held: { kind: 'position', position: { ...position, quantity: left } } }];
}

/** One position of several lots; its cost is known where every lot's is. */
function together(lots: readonly Holding[]): Holding[] {
  const [first, ...others] = lots;
  if (first === undefined) return [];
  const total = others.reduce<Position>((all, { held: { position } }) => {
    const { costBasis, ...rest } = all;
    const known = costBasis !== undefined && position.costBasis !== undefined;
    return {
      ...rest,
      quantity: sum(all.quantity, position.quantity),
      ...(known && { costBasis: sum(costBasis, position.costBasis ?? '0') }),
    };
  }, first.held.position);
  return [{ ...first, held: { kind: 'position', position: total } }];
}
