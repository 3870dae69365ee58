import type { Context } from '../context.ts';
import { plainTopics } from '../cues.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import type { Mention } from '../mentions.ts';
import { NAMES } from '../sayings/share-of.ts';
import { isThing, kindOf } from '../subject-kinds.ts';
import { clauseOf } from '../declared/figure-clause.ts';
import { FIGURE } from './placed.ts';

/** Words that leave out what stands behind them: "outside North America", "anything but stocks", "non-US", "not in bonds". */
const LEAVES_OUT = new RegExp(String.raw`\b(?:outside|other than|(?:apart|aside) from|besides|exclu\w+|except\w*|without|minus|beyond|(?:leav|sett)ing (?:out|aside)|(?:any|every)thing(?: else)? but|all but|non|ex|(?:not|(?<=n)['’]t|neither|nor)(?: (?:counting|including|held|kept|invested|part))*)(?: (?:of|for|in|inside|from))?[ -](?:(?:all|the|your|any|its) )*$`, 'i'); // prettier-ignore
const MAY_LEAVE_OUT = /\b(?:outs|than|from|but|ex|non|no[rt]|neither|with|minus|aside|out|bes|bey)|n['’]t\b/i;
/** "Nothing but VTI", "no fund other than VTI": that is left, and nothing else. */
const NOTHING = /\b(?:nothing|none|no|(?:not|n['’]t)(?: \w+)? any(?:thing)?)(?: \w+)? (?:but|other than|except(?: for)?|besides|outside|beyond|(?:apart|aside) from) (?:(?:the|your|of|in) )*$/i; // prettier-ignore
/** "Apart from cash, at 3%, ...": the figure is of what is left out after all. */
const OF_IT = new RegExp(
  String.raw`^(?:['’]s|,? ?\(|,? (?:at|of|with|worth|whose|which \w+))(?: \w+){0,3} ?${FIGURE}`,
  'i',
);
const OWN_BEFORE = new RegExp(String.raw`${FIGURE}(?: \w+)? (?:in|of)$`, 'i');
/** "Stocks aside", "leaving bonds out". */
const ASIDE = /^ (?:aside|left out|excluded|excepted)\b/i;
const LISTED = /^,? (?:and|or|nor)(?: in)?(?: the| your)? $/i;

const known = new WeakMap<Context, { left: readonly Mention[]; others: readonly Mention[] }>();

/** What the statement of a figure names as left out, and what it names besides. */
export function leftOut(figure: Figure, context: Context, index: FactIndex) {
  const found = known.get(context);
  if (found !== undefined) return found;
  const { own } = clauseOf(figure, context);
  const [left, others]: [Mention[], Mention[]] = [[], []];
  const mentions = MAY_LEAVE_OUT.test(own) ? index.mentions(own) : [];
  for (const one of mentions) {
    const before = own.slice(0, one.start);
    const last = left.at(-1);
    const isNext = last !== undefined && LISTED.test(own.slice(last.end, one.start));
    const isLeft = isNext || ASIDE.test(own.slice(one.end)) || (LEAVES_OUT.test(before) && !NOTHING.test(before));
    (isLeft && !OF_IT.test(own.slice(one.end)) && !OWN_BEFORE.test(before) ? left : others).push(one);
  }
  const result = { left, others };
  known.set(context, result);
  return result;
}

/** What a thing is: a part, what it is worth, its aim. */
const PARTS = /^(?:allocation|holding|cash|portfolio\.(?:cash|invested)|drift|concentration|assumption)\b.*\.(?:weight|value|target)$|^portfolio\.cash$|^retirement\.account/; // prettier-ignore

/** The words that leave out the very thing that a fact is of: "75% outside North America" where that is in it; null where none do. */
export function saidOfTheRest(figure: Figure, fact: string, context: Context, index: FactIndex): string | null {
  if (!PARTS.test(fact)) return null;
  const { left, others } = leftOut(figure, context, index);
  if (left.length === 0) return null;
  const own = index.meanings(fact).subjects.filter(isThing);
  const isOwn = ({ subjects }: Mention) => subjects.some((one) => own.includes(one));
  const said = left.find(isOwn);
  if (said === undefined || others.some(isOwn)) return null;
  return clauseOf(figure, context)
    .own.slice(Math.max(0, said.start - 20), said.end)
    .replace(FIGURE, '…')
    .trim();
}

const nameOf = (subject: string, which: string): string =>
  (NAMES[kindOf(subject)]?.(subject.slice(subject.indexOf(':') + 1)) ?? '').replace(/weight$/, which);

/** The fact that has a thing's share of the portfolio; null where there is none. */
export const weightNamed = (subject: string, { values }: FactIndex): string | null =>
  values.has(nameOf(subject, 'weight')) ? nameOf(subject, 'weight') : null;

const OF_STOCKS = /\b(?:stocks|equit\w+|companies|shares|names|firms)$/i;
/** What is left of the whole without what is left out: the fact, in percent or money, and how it is reckoned; null where nothing is. */
export function restOf(figure: Figure, context: Context, index: FactIndex): { value: number; fact: string } | null {
  const { left } = leftOut(figure, context, index);
  const { own } = clauseOf(figure, context);
  if (left.length === 0 || Object.values(plainTopics).some((topic) => topic.test(own))) return null;
  const which = figure.kind === 'money' ? 'value' : 'weight';
  const number = (name: string): number => Number(index.values.get(name) ?? Number.NaN);
  const names = left.map(({ subjects }) => {
    const one = subjects.find((subject) => number(nameOf(subject, which)) >= 0);
    return one === undefined ? '' : nameOf(one, which);
  });
  // "Non-technology stocks" are stocks, and no bonds.
  const isOfStocks = left.some(({ end }) => OF_STOCKS.test(own.slice(0, end)) && /\b(?:non|ex)\b/i.test(own));
  const whole = isOfStocks ? `allocation.assetClass.equity.${which}` : which === 'value' ? 'portfolio.value' : '1';
  const value = names.reduce((sum, name) => sum - number(name), whole === '1' ? 1 : number(whole));
  return value > 0
    ? { value: which === 'weight' ? 100 * value : value, fact: [whole, ...new Set(names)].join(' - ') }
    : null;
}
