import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import { numbersIn } from '../../../question/numbers-in.ts';
import type { Asked } from '../../../question/numbers-in.ts';

/** A number of the question with the words of its clause on either side. */
interface Mention extends Asked {
  before: string;
  after: string;
}

type Rule = (mention: Mention, mentions: readonly Mention[]) => PlanChange | null;

/** Only words near a number are about it: a question is a sentence or two. */
const NEAR = 60;
/** Changes that one question is taken to ask about. */
const MOST = 4;
const UP = /\b(?:more|later|longer|higher|extra|additional|rise|rises|grow|grows|gain|gains|increase|inherit\w*|receive|windfall|bonus)\b/i; // prettier-ignore
const DOWN = /\b(?:less|fewer|earlier|sooner|lower|cut|fall|falls|fell|drop|drops|crash\w*|lose|loses|decline\w*|shrinks?|reduce\w*)\b/i; // prettier-ignore

const rules: readonly Rule[] = [inflation, otherIncome, marketMove, lumpSum, retirement, longevity, spending, saving];

/**
 * The changes that a question asks about ("retire at 60", "spend 10% less", "stocks fall by 30%"), each from one number and
 * the words around it. A number that no rule understands changes nothing.
 */
export function readChanges(question: string): PlanChange[] {
  const numbers = numbersIn(question);
  const mentions = numbers.map((asked, index): Mention => {
    const from = Math.max(numbers[index - 1]?.end ?? 0, asked.start - NEAR);
    const to = Math.min(numbers[index + 1]?.start ?? question.length, asked.end + NEAR);
    return {
      ...asked,
      before: clause(question.slice(from, asked.start), 'last'),
      after: clause(question.slice(asked.end, to), 'first'),
    };
  });
  const changes: PlanChange[] = [];
  mentions.forEach((mention, index) => {
    const change = firstOf(mention, mentions) ?? alternative(mention, mentions[index - 1], changes.at(-1));
    if (change !== null) changes.push(change);
  });
  return changes.slice(0, MOST);
}

function firstOf(mention: Mention, mentions: readonly Mention[]): PlanChange | null {
  for (const rule of rules) {
    const change = rule(mention, mentions);
    if (change !== null) return change;
  }
  return null;
}

/** "At 60, or at 62": a number of the same kind that follows on an "or" is another value of the same thing. */
function alternative(mention: Mention, before: Mention | undefined, last: PlanChange | undefined): PlanChange | null {
  if (before === undefined || last?.value !== before.value || mention.kind !== before.kind) return null;
  return /^[\s,]*or\b/i.test(mention.before) ? { ...last, value: mention.value } : null;
}

/** Words beyond a full stop, a question mark or a semicolon are about something else. */
function clause(text: string, which: 'first' | 'last'): string {
  const parts = text.split(/[.?!;]\s/);
  return (which === 'first' ? parts[0] : parts.at(-1)) ?? '';
}

const change = (what: PlanChange['what'], how: PlanChange['how'], value: number): PlanChange => {
  return { what, how, value, per: null, fromAge: null };
};

/** "up" or "down" by the words about it; null where they say neither. */
function direction({ before, after }: Mention): 'up' | 'down' | null {
  for (const words of [after, before]) {
    if (DOWN.test(words)) return 'down';
    if (UP.test(words)) return 'up';
  }
  return null;
}

function retirement(mention: Mention): PlanChange | null {
  const { kind, value, before, after } = mention;
  if (kind !== 'number' || !/\b(?:retir\w*|stop(?:ping)?|quit\w*|leave (?:work|my job))\b/i.test(before + after))
    return null;
  const years = /^\s*years?\b/i.test(after);
  const way = direction(mention);
  if (years) return way === null || value > 50 ? null : change('retireAt', way, value);
  return value >= 16 && value <= 110 && /\b(?:at|age|by|until|when i(?: a|'|’)m|to)\s*$/i.test(before)
    ? change('retireAt', 'to', value)
    : null;
}

function longevity({ kind, value, before }: Mention): PlanChange | null {
  const lives = /\b(?:live|living|lives|reach|make it)\b[^,]{0,20}\b(?:to|until|till|age|be)\s*$/i.test(before);
  return kind === 'number' && value >= 30 && value <= 120 && lives ? change('lifeExpectancy', 'to', value) : null;
}

function spending(mention: Mention): PlanChange | null {
  return flow(mention, 'income', /\b(?:spen\w+|live on|living on|live off|withdraw\w*|draw\w*|take out|need|income of|expenses)\b/i); // prettier-ignore
}

function saving(mention: Mention): PlanChange | null {
  return flow(mention, 'contribute', /\b(?:sav(?:e|es|ing)|contribut\w+|put(?:ting)? (?:in|aside|away)|set aside|add(?:ing)?)\b/i); // prettier-ignore
}

/** Money that flows each year or month: to an amount, or up or down by an amount or a percentage. */
function flow(mention: Mention, what: 'income' | 'contribute', verb: RegExp): PlanChange | null {
  const { kind, value, before, after } = mention;
  const from = verb.test(before) ? before : /\b(?:in )?(?:spending|savings?|contributions?)\b/i.exec(after)?.[0];
  if (kind === 'number' || from === undefined || (from !== before && !verb.test(from))) return null;
  const way = direction(mention);
  if (kind === 'percent') return way === null ? null : change(what, `${way}_percent`, value);
  return { ...change(what, way ?? 'to', value), per: period(after) ?? (way === null ? null : 'year') };
}

/** "a month", "more per month", "yearly". */
function period(after: string): 'year' | 'month' | null {
  const words =
    /^\s*(?:(?:more|less|extra)\s)?(?:(?:a|per|each|every|\/)\s*(year|month|annum)|(yearly|annually|monthly))/i.exec(
      after,
    );
  const named = words?.[1] ?? words?.[2];
  if (named === undefined) return null;
  return /month/i.test(named) ? 'month' : 'year';
}

function marketMove(mention: Mention): PlanChange | null {
  const { kind, value, before, after } = mention;
  const around = `${before} ${after}`;
  if (kind !== 'percent' || !/\b(?:stocks?|equities|shares|markets?|portfolio|everything)\b/i.test(before)) return null;
  if (/\b(?:spend|save|withdraw|fees?|in (?:stocks|bonds|cash))\b/i.test(around)) return null;
  const way = direction(mention);
  if (way === null) return null;
  const what = /\b(?:stocks?|equities|shares|stock market|markets?)\b/i.test(before) ? 'stocks' : 'balance';
  return way === 'down' && value > 100 ? null : change(what, `${way}_percent`, value);
}

function lumpSum({ kind, value, before, after }: Mention): PlanChange | null {
  if (kind !== 'money' || period(after) !== null) return null;
  if (/\b(?:inherit\w*|windfall|bonus|receive|lottery|win)\b/i.test(before)) return change('balance', 'up', value);
  const spent = /\b(?:buy\w*|house|home|flat|apartment|car|boat|wedding|college|university|tuition|renovat\w*|gift|give|giving|donat\w*|down payment|deposit)\b/i; // prettier-ignore
  return spent.test(before) || /^\s*(?:on|for|down on)\b/i.test(after) ? change('balance', 'down', value) : null;
}

/** "Inflation is 5%", "inflation rises by 2 points". */
function inflation({ kind, value, before, after, ...rest }: Mention): PlanChange | null {
  const points = kind === 'number' && /^\s*(?:percentage )?points?\b/i.test(after);
  const about = /\binflation\b/i.test(before) || /^\s*(?:a year |yearly |annual )?(?:of )?inflation\b/i.test(after);
  if (!about || value > 50 || (kind !== 'percent' && !points)) return null;
  const by = points || /\bby\s*$/i.test(before) || /^\s*(?:more|higher|less|lower)\b/i.test(after);
  return change('inflation', by ? (direction({ kind, value, before, after, ...rest }) ?? 'up') : 'to', value);
}

function otherIncome({ kind, value, before, after, end }: Mention, mentions: readonly Mention[]): PlanChange | null {
  const source = /\b(?:social security|pension|annuity|rent(?:al)?(?: income)?|part[- ]time)\b/i;
  if (kind !== 'money' || !source.test(before + after)) return null;
  const next = mentions.find((one) => one.start >= end && one.kind === 'number');
  const from = next !== undefined && /\b(?:from|at|age|starting|beginning)\s*$/i.test(next.before) ? next.value : null;
  const fromAge = from !== null && from >= 16 && from <= 110 ? from : null;
  return { what: 'otherIncome', how: 'to', value, per: period(after) ?? 'year', fromAge };
}
