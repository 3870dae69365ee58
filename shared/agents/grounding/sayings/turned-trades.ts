import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import type { Saying } from './saying.ts';

const SO_MUCH = String.raw`(?:(?:about|around|some|part|half|all|more|of|the|your|worth|shares|units|stock|bond|index|fund|etf|\$?[\d,.]+) )*`;
const SELLS = new RegExp(
  String.raw`\b(?:sell(?:s|ing)?|sold|trim(?:s|ming)?|reduc(?:es|ing)|cut(?:s|ting)?) ${SO_MUCH}$`,
  'iu',
);
const BUYS = new RegExp(String.raw`\b(?:buy(?:s|ing)?|bought|purchas(?:e|es|ing)|add(?:s|ing)? to) ${SO_MUCH}$`, 'iu');
const DENIED =
  /\b(?:not|no|never|neither|nor|when you|since you|you have|already)\b[^.;,]{0,30}$|n['’]t\b[^.;,]{0,30}$/iu;

/** What the trades of the facts sell said to be bought by them, or the other way round. */
export function falseTrades(text: string, mentions: readonly Mention[], { values }: FactIndex): Saying[] {
  if (!values.has('rebalancing.trades') || !/\b(?:sell|sold|buy|bought|purchas|trim|reduc|cut|add)/iu.test(text))
    return [];
  return mentions.flatMap(({ start, end, subjects }): Saying[] => {
    const before = text.slice(Math.max(0, start - 60), start);
    const way = SELLS.test(before) ? 'sell' : BUYS.test(before) ? 'buy' : null;
    const key = subjects.find((one) => one.startsWith('holding:'))?.slice('holding:'.length);
    if (way === null || key === undefined || DENIED.test(before)) return [];
    const ways = waysOf(key, values);
    if (ways.length === 0 || ways.includes(way)) return [];
    return [{ start, end, fault: `the trades ${ways[0] ?? ''} it (rebalancing.trade)` }];
  });
}

/** In which ways a symbol is traded. */
function waysOf(key: string, values: FactIndex['values']): string[] {
  return [...values].flatMap(([name, symbol]) => {
    const row = /^(rebalancing\.(?:newMoney\.)?trade\.\d+)\.symbol$/.exec(name)?.[1];
    if (row === undefined || String(symbol).replaceAll('.', '_') !== key) return [];
    return [row.includes('newMoney') ? 'buy' : String(values.get(`${row}.action`))];
  });
}
