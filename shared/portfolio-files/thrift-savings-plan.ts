import { isMissing } from './missing-text.ts';
import type { TickerByName } from './reference-names.ts';
import type { TableRow } from './table-row.ts';

const PLAN = /\b(?:tsp|thrift savings(?: plan)?)\b/i;
/** "C Fund", "L 2045", "L Income Fund". */
const FUND = /^(?:the )?(?:([CFGIS]) fund|l (20\d[05]|income)(?: fund)?)$/i;
/** A letter is the ticker of Citigroup, Ford and others outside the plan. */
const LETTER = /^[CFGIS]$/;
/** "Common Stock Index Investment (C) Fund": the whole names, which say it by themselves. */
const WHOLE_NAME =
  /^(?:government securities investment|fixed income index investment|common stock index investment|small cap(?:italization)? stock index(?: investment)?|international stock index investment) \(([CFGIS])\) fund$/i;

/** The fund as the reference set calls it: "TSP C Fund". */
function fundIn(text: string): string | null {
  const [, letter, lifecycle] = FUND.exec(text) ?? [];
  if (letter !== undefined) return `TSP ${letter.toUpperCase()} Fund`;
  return lifecycle === undefined ? null : `TSP L ${lifecycle} Fund`;
}

/** So many lines at most are looked at to see whether a table lists the plan's funds alone. */
const MOST_LINES = 30;

/** Whether all that a table names are funds of the plan, and there are several, as on the plan's own page. */
function listsPlan({ section: { columns, rows } }: TableRow): boolean {
  const place = columns.positions.get('symbol') ?? -1;
  const named = rows.map(({ cells }) => (cells[place] ?? '').trim()).filter((text) => !/^(?:total\b.*)?$/i.test(text));
  return named.length > 1 && named.length <= MOST_LINES && named.every((text) => fundIn(text) !== null);
}

/** The account of a row, which some files name on its first line alone. */
function accountAbove({ section: { columns, rows }, row }: TableRow): string {
  const place = columns.positions.get('account') ?? -1;
  const above = rows.slice(0, rows.indexOf(row) + 1);
  return above.findLast(({ cells }) => (cells[place] ?? '').trim() !== '')?.cells[place] ?? '';
}

/** Whether the account that a row is in is called after the plan. */
const isInPlan = (row: TableRow): boolean =>
  [accountAbove(row), row.text('accountType'), row.section.title].some((text) => PLAN.test(text.replaceAll('_', ' ')));

/**
 * What the reference set has a fund of the Thrift Savings Plan under, where a row is one: by a name that says the plan, or by "C Fund",
 * or "C" where the account is the plan's. Null for any other row, and where `tickers` knows no such fund.
 */
export function thriftFund(row: TableRow, tickers: TickerByName | undefined): { code: string; stands: string } | null {
  if (tickers === undefined) return null;
  const symbol = row.text('symbol');
  const words = isMissing(symbol) ? row.text('name') : symbol;
  const rest = words.replace(PLAN, ' ').replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
  const whole = WHOLE_NAME.exec(words)?.[1];
  const name = whole === undefined ? fundIn(rest) : fundIn(`${whole} fund`);
  const found = name ?? (LETTER.test(words) ? fundIn(`${words} fund`) : null);
  if (found === null) return null;
  const says = whole !== undefined || PLAN.test(words);
  if (!says && !isInPlan(row) && (name === null || !listsPlan(row))) return null;
  const code = tickers(found);
  return code === null ? null : { code, stands: words };
}
