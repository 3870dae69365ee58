import type { Context, Named } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import { FIGURE } from '../polarity/placed.ts';

const TRADE = /^(rebalancing\.(?:newMoney\.)?trade\.\d+)\.(?:value|quantity)$/;
const TRADES = /\b(?:buy|buys|buying|bought|sell|sells|selling|sold|trim\w*|purchas\w+|put|putting|invest\w*|mov(?:e|es|ing)|go(?:es)? into)\b/i; // prettier-ignore

/** What a trade of the facts is in, and where. */
interface Row {
  symbol: string;
  account: string;
}

function rowsOf({ values }: FactIndex): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const name of values.keys()) {
    const row = /^(rebalancing\.(?:newMoney\.)?trade\.\d+)\.symbol$/.exec(name)?.[1];
    if (row === undefined) continue;
    const account = values.get(`${row}.account`);
    rows.set(row, {
      symbol: String(values.get(name)).replaceAll('.', '_'),
      account: String(account ?? '').toLowerCase(),
    });
  }
  return rows;
}
const known = new WeakMap<FactIndex, Map<string, Row>>();

/** The account or instrument that words put a trade into and that is not its own; null where none do. */
export function tradedElsewhere(
  fact: string,
  clause: string,
  { names, sentence }: Context,
  index: FactIndex,
): string | null {
  // prettier-ignore
  const row = TRADE.exec(fact)?.[1];
  const allNew = fact === 'rebalancing.newMoney.bought' || fact === 'rebalancing.newMoney.amount';
  if ((row === undefined && !allNew) || !TRADES.test(sentence)) return null;
  const rows = known.get(index) ?? rowsOf(index);
  known.set(index, rows);
  const own = [...rows].filter(([name]) => (row === undefined ? name.includes('newMoney') : name === row)).map(([, one]) => one); // prettier-ignore
  if (own.length === 0) return null;
  const accounts = named(names, 'account');
  const held = own.some(({ account }) => account !== '' && sentence.toLowerCase().includes(account));
  const [place = ''] = accounts;
  if (place !== '' && !held && own.every(({ account }) => account !== '' && !isCalled(place, account, index)))
    return place;
  const into = INTO.exec(clause)?.[1];
  if (!allNew || into === undefined) return null;
  const [thing = ''] = named(names, 'holding');
  return thing !== '' && !own.some(({ symbol }) => named(names, 'holding').includes(symbol)) ? thing : null;
}

const INTO = new RegExp(`${FIGURE}[^.;]{0,20}\\b(?:in(?:to)?|of|on)\\b(.*)`, 'i');

const named = (names: readonly Named[], kind: string): string[] =>
  names.flatMap(({ subjects }) => subjects.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1))); // prettier-ignore

/** Whether an account of that key has the name. */
const isCalled = (key: string, account: string, { labelOf }: FactIndex): boolean =>
  labelOf(`allocation.account.${key}.value`).toLowerCase().includes(account);
