import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import type { Mention } from '../mentions.ts';
import { sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const SO_MUCH = String.raw`(?:(?:about|around|some|part|half|all|more|of|the|your|worth|shares|units|stock|bond|index|fund|etf|\$?[\d,.]+) )*`;
const SELLS = new RegExp(
  String.raw`\b(?:sell(?:s|ing)?|sold|trim(?:s|ming)?|reduc(?:es|ing)|cut(?:s|ting)?) ${SO_MUCH}$`,
  'iu',
);
const BUYS = new RegExp(String.raw`\b(?:buy(?:s|ing)?|bought|purchas(?:e|es|ing)|add(?:s|ing)? to) ${SO_MUCH}$`, 'iu');
const DENIED =
  /\b(?:not|no|never|neither|nor|when you|since you|you have|already)\b[^.;,]{0,30}$|n['’]t\b[^.;,]{0,30}$/iu;

/** What a class or a region has to be bought or sold for. */
const OF_A_CLASS = /^(class|region):(.+)$/u;
const FACTS = { class: 'assetClass', region: 'region' } as const;
const HOW_MUCH = String.raw`(?:(?:about|around|some|more|of|worth of|your|the|in|your|my|\$[\d,.]+\w*) )*`;
const OUT = new RegExp(String.raw`\b(?:sell(?:s|ing)?|trim(?:s|ming)?|reduc(?:e|es|ing)|cut(?:s|ting)?|part(?:ing)? with|get(?:ting)? rid of|unload(?:ing)?|offload(?:ing)?|divest(?:ing)?|shed(?:ding)?|(?:take|taking|pull|pulling|move|moving|shift|shifting) ${HOW_MUCH}out of) ${HOW_MUCH}$`, 'iu'); // prettier-ignore
const IN = new RegExp(String.raw`\b(?:buy(?:s|ing)?|purchas(?:e|es|ing)|add(?:s|ing)?(?: ${HOW_MUCH}to)?|rais(?:e|es|ing)|increas(?:e|es|ing)|(?:put|putting|move|moving|shift|shifting|invest|investing)(?: another| a further)? ${HOW_MUCH}(?:in)?to) (?:more |another |additional )?${HOW_MUCH}$`, 'iu'); // prettier-ignore
const TO_TARGET = /\b(?:targets?|rebalanc\w*|mix|back in line|on target)\b/iu;
const WEIGHED =
  /\b(?:if|would(?! (?:bring|reach|get|restore|return|put|close|meet|hit|have to)\b)|could|not|never|than|already|instead|rather|why|whether|further from|away from)\b|n['’]t\b|\?/iu;
const ABOUT = 0.01;

/** A class or a region said to be sold where it has to be bought to reach its target, or the other way round. */
export function falseTowardTarget(
  text: string,
  mentions: readonly Mention[],
  figures: readonly Figure[],
  { values }: FactIndex,
): Saying[] {
  return mentions.flatMap(({ start, end, subjects }): Saying[] => {
    const before = text.slice(Math.max(0, start - 70), start);
    const buys = IN.test(before);
    if (buys === OUT.test(before)) return [];
    const [, kind, key = ''] = OF_A_CLASS.exec(subjects.find((one) => OF_A_CLASS.test(one)) ?? '') ?? [];
    const name = kind === 'class' || kind === 'region' ? `drift.${FACTS[kind]}.${key}.toTarget` : '';
    const toTarget = values.get(name);
    const sentence = sentenceAt(text, start);
    if (typeof toTarget !== 'number' || toTarget === 0 || toTarget > 0 === buys || WEIGHED.test(sentence)) return [];
    const isItsOwn = (one: Figure) => one.kind === 'money' && Math.abs(one.value - Math.abs(toTarget)) <= ABOUT * Math.abs(toTarget); // prettier-ignore
    const near = figures.some((one) => one.start > start - 120 && one.end < end + 120 && isItsOwn(one));
    if (!near && !TO_TARGET.test(sentence)) return [];
    return [{ start, end, fault: `to reach the target it is to be ${toTarget > 0 ? 'bought' : 'sold'} (${name})` }];
  });
}

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
