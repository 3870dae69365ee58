import type { Findings } from '../findings.ts';
import type { Row } from '../split-rows.ts';
import type { TableRow } from '../table-row.ts';
import { unsupportedKind, type Unsupported } from '../unsupported.ts';
import { isOptionAction } from './action-words.ts';
import type { ListedTransaction } from './listed-transaction.ts';
import type { StatedRow } from './read-transaction.ts';
import { absolute, negated } from './signs.ts';
import { actionWords, readAction } from './transaction-kind.ts';

/** Lines named in a note; of the rest it says how many. */
const NAMED = 12;

/** A kind that is none of contracts: tastytrade writes "Buy to open" of shares too, and their kind beside it. */
const OWNED = /\b(?:equit(?:y|ies)|stocks?|shares?|etfs?|(?:mutual )?funds?|bonds?|fixed income|crypto\w*|coins?)\b/i;

/** What a row trades that Alex does not understand, by what it is of or by what was done; null for all else. */
export function unsupportedTrade(row: TableRow): Unsupported | null {
  const kind = unsupportedKind(row);
  const isOption = kind === null && isOptionAction(actionWords(row)) && !OWNED.test(row.text('instrumentType'));
  return isOption ? 'options' : kind;
}

/**
 * What a trade of an option or the like did to cash, which is in the account whatever is thought of the contract: gained or
 * spent, without a security. Empty where the row states no amount (an expiry, an assignment).
 */
export function cashAlone(stated: StatedRow): ListedTransaction[] {
  const { amount, words } = stated;
  if (amount === null || amount === '0') return [];
  const action = readAction(words);
  const cash = action === 'buy' ? negated(absolute(amount)) : action === 'sell' ? absolute(amount) : amount;
  const kind = cash.startsWith('-') ? 'fee' : 'interest';
  return [{ ...stated, kind, cash, symbol: null, quantity: null, price: null }];
}

/** Says which transactions were of what Alex does not understand. */
export function noteUnsupported(
  found: readonly { raw: Row; unsupported: Unsupported | null }[],
  findings: Findings,
): void {
  const byKind = Map.groupBy(found, ({ unsupported }) => unsupported);
  for (const [kind, rows] of byKind) {
    if (kind === null) continue;
    const lines = rows.map(({ raw }) => raw.line);
    const more = lines.length > NAMED ? ` and ${lines.length - NAMED} more` : '';
    const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, NAMED).join(', ')}${more}`;
    findings.note(
      'transactions',
      `${kind} are not understood: of their transactions only what they did to cash is counted (${where})`,
      lines[0],
    );
  }
}
