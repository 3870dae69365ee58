import type { Section } from './find-sections.ts';
import { isMissing } from './missing-text.ts';
import type { TickerByName } from './reference-names.ts';
import type { Row } from './split-rows.ts';
import { tableRow, type TableRow } from './table-row.ts';

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

/** Whether a symbol is what the reference set has a fund of the plan under. */
export const isThriftFund = (symbol: string): boolean => /^TSP-.+-FUND$/.test(symbol);

/** So many lines at most are looked at to see whether a table lists the plan's funds alone. */
const MOST_LINES = 30;

/** What a table says of the plan beside the row that asks. */
interface Around {
  /** The account of each row, which some files name on its first line alone. */
  accounts: ReadonlyMap<Row, string>;
  /** Whether all that the table names are funds of the plan, and there are several, as on the plan's own page. */
  listsPlan: boolean;
}

/** Each row of a table may ask: its rows are gone through once for all of them. */
const known = new WeakMap<Section, Around>();

function around(section: Section): Around {
  const before = known.get(section);
  if (before !== undefined) return before;
  const { columns, rows } = section;
  const symbol = columns.positions.get('symbol') ?? -1;
  const accounts = new Map<Row, string>();
  let above = '';
  for (const row of rows) {
    const named = tableRow(section, row).text('account');
    if (named !== '') above = named;
    accounts.set(row, above);
  }
  const funds = rows.map(({ cells }) => (cells[symbol] ?? '').trim()).filter((text) => !/^(?:total\b.*)?$/i.test(text));
  const isFew = funds.length > 1 && funds.length <= MOST_LINES;
  const found = { accounts, listsPlan: isFew && funds.every((text) => fundIn(text) !== null) };
  known.set(section, found);
  return found;
}

/** Whether the account that a row is in is called after the plan. */
const isInPlan = (row: TableRow): boolean =>
  [around(row.section).accounts.get(row.row) ?? '', row.text('accountType'), row.section.title].some((text) =>
    PLAN.test(text.replaceAll('_', ' ')),
  );

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
  if (!says && !isInPlan(row) && (name === null || !around(row.section).listsPlan)) return null;
  const code = tickers(found);
  return code === null ? null : { code, stands: words };
}
