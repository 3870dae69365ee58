import { pairsOf } from './difference-of.ts';
import {
  areOfWhatIsNamed,
  asPercent,
  balancesNamed,
  factOperand,
  isAbout,
  namedOperands,
  statedOperands,
} from './operands.ts';
import type { Operand, Reckoning } from './operands.ts';
import { kindOf } from './subject-kinds.ts';

export const TIMES = /^(?:\s|-)?(?:times\b|fold\b|x\b|×)/i;
/** "Five times in a hundred" counts occasions. */
export const OCCASIONS = /^\stimes (?:in|out of|a|per|each|every)\b/i;
export const YEARS_OF =
  /^\s(year|month)s?(?:['’])?(?: worth)? of (?:[\w$,.]+ ){0,4}?(spending|income|withdrawals|expenses|that|saving|savings|contributions|what (?:you|the portfolio|it|they|we))\b/i;
/** "Five months at $66,000 a year". */
export const AT_A_RATE = /^\s(year|month)s? at (\$)[\d,]+ a year\b/i;
/** "Cash covers about eight months": of what is wanted a year. */
const COVERS =
  /\b(?:covers?|pays? for|lasts?(?: you)?|enough for)(?: (?:about|around|roughly|nearly|almost|some|only|just|over))* $/i;
const COVERED = /^\s(year|month)s?(?:(?=[.,;)]|$)| of the (\$)[\d,]+ a year you want\b)/i;
const WHAT_WAS_PAID = /^ times what you (?:put in|paid|invested)\b/i;
const FOR_EVERY = /\b(?:for|to) (?:every|each) (?:single )?(?:dollar|\$1)\b/i;
const COST = /\b(?:cost\w*|fees?|charg\w*|expens\w*|ratio)\b/i;
const GAIN = /\b(?:gain\w*|profit\w*)\b/i;
const MEANT: readonly (readonly [RegExp, 'money', string])[] = [
  [
    /\b(?:today|now|you have|current\w*|(?:the|your) portfolio|at present|everything|in all)\b/i,
    'money',
    'portfolio.value',
  ],
  [/\b(?:want\w*|like|in mind|wish\w*|ask\w*|plan\w*|hop\w+|spend\w*|need\w*|income)\b/i, 'money', 'goals.income'],
  [/\b(?:sav\w+|put away|set aside|contribut\w+)\b/i, 'money', 'goals.contribute'],
];

/** What the words of a sentence mean without a figure: "today's money", "what you want to spend". */
const meantBy = ({ context, index }: Reckoning): Operand[] =>
  MEANT.flatMap(([words, kind, fact]) => (words.test(context.sentence) ? factOperand(index, kind, fact) : []));

/** "Four times as much as": how often one fact goes into another; "twelve years of spending" too. */
export function ratioOf(reckoning: Reckoning): string | null {
  const { figure, context, index } = reckoning;
  const { after, own } = context;
  const money = statedOperands(reckoning, 'money');
  const [, unit, counted] = YEARS_OF.exec(after) ?? AT_A_RATE.exec(after) ?? (COVERS.test(context.before) ? COVERED.exec(after) : null) ?? []; // prettier-ignore
  if (WHAT_WAS_PAID.test(after))
    return ratioIn(
      reckoning,
      money.flatMap((one) => paidFor(one, index)),
    );
  if (unit !== undefined) {
    const saved = /^(?:saving|contrib)/i.test(counted ?? '');
    const held = namedOperands(reckoning, 'money', /^(?:holding|allocation\.\w+)\.[^.]+\.value$/);
    const whole = [...money, ...held, ...factOperand(index, 'money', 'portfolio.value')];
    const names = saved ? ['goals.contribute'] : ['goals.income', 'goals.fromPortfolio'];
    const yearly = names.flatMap((name) => factOperand(index, 'money', name));
    const parts = unit === 'month' ? yearly.map((one) => ({ ...one, value: one.value / 12 })) : yearly;
    return ratioIn(reckoning, whole.flatMap((one) => parts.map((other) => [one, other] as const))); // prettier-ignore
  }
  // "For every dollar in bonds you have two and a half in cash".
  const each = FOR_EVERY.test(context.sentence) && /^ (?:dollars? )?(?:in|of|for)\b/.test(after);
  if ((!each && !TIMES.test(after)) || OCCASIONS.test(after)) return null;
  const of = COST.test(own) ? /^holding\.[^.]+\.expenseRatio$/ : GAIN.test(own) ? /^holding\.[^.]+\.gain$/ : null;
  const parts = (kind: 'money' | 'percent') =>
    namedOperands(reckoning, kind, of ?? new RegExp(String.raw`^(?:holding|allocation\.\w+)\.[^.]+\.${kind === 'money' ? 'value' : 'weight'}$`)); // prettier-ignore
  // Of two things the one named first is the larger: "VTI is four times the size of VXUS".
  const named = [...pairsOf(parts('money')), ...pairsOf(parts('percent'))].filter(
    ([one, other]) =>
      one.at > figure.start || other.at < figure.start || (each ? other.value > one.value : one.value > other.value),
  );
  const others = COST.test(context.sentence) && /\b(?:others?|average|rest|cheap\w*|all)\b/i.test(context.sentence)
    ? index.percent.flatMap(({ fact, value, meaning: { subjects } }) => (/^holding\.[^.]+\.expenseRatio$|^costs\.expenseRatio$/.test(fact) ? [{ fact, value, subjects, at: -1 }] : []))
    : []; // prettier-ignore
  const percent = [...others, ...statedOperands(reckoning, 'percent'), ...parts('percent')];
  const stated = [...pairsOf([...money, ...parts('money')]), ...pairsOf(percent)];
  return ratioIn(reckoning, [...named, ...stated.filter(([one, other]) => one.at < 0 || other.at < 0 || ordered(one, other, figure.start)), ...[...money, ...wholeNamed(reckoning), ...balancesNamed(reckoning)].flatMap((one) => meantBy(reckoning).map((other) => [one, other] as const))]); // prettier-ignore
}

/** What a holding is worth, and its gain, each beside what was paid for it. */
function paidFor({ fact }: Operand, index: Reckoning['index']): (readonly [Operand, Operand])[] {
  const key = /^holding\.([^.]+)\./.exec(fact)?.[1] ?? '';
  const [value, gain] = ['value', 'gain'].map((which) => factOperand(index, 'money', `holding.${key}.${which}`)[0]);
  if (value === undefined || gain === undefined) return [];
  const cost = {
    ...value,
    value: value.value - gain.value,
    fact: `(${value.fact} - ${gain.fact})`,
  };
  return [[value, cost], [gain, cost]]; // prettier-ignore
}

/** "For every dollar in bonds there are $2.66 in stocks". */
export const forEvery = (reckoning: Reckoning): string | null =>
  FOR_EVERY.test(reckoning.context.sentence) ? ratioOf(reckoning) : null;

/** The portfolio itself, where it is what the sentence begins with. */
const wholeNamed = ({ context, index }: Reckoning): Operand[] =>
  context.beside.has('whole:portfolio') ? factOperand(index, 'money', 'portfolio.value') : [];

/** Not a smaller one before the figure and a larger behind it. */
const ordered = (one: Operand, other: Operand, at: number): boolean => {
  const [first, second] = one.at < other.at ? [one, other] : [other, one];
  return first.at > at || second.at < at || first.value > second.value;
};

function ratioIn({ figure, context }: Reckoning, pairs: readonly (readonly [Operand, Operand])[]): string | null {
  const found = pairs.find(
    ([one, other]) =>
      one.fact !== other.fact &&
      Math.min(one.value, other.value) > 0 &&
      isTimes(figure, Math.max(one.value, other.value) / Math.min(one.value, other.value)) &&
      areOfWhatIsNamed([one, other], context),
  );
  return found === undefined ? null : `${found[0].fact} / ${found[1].fact}`;
}

/** "Four times" is said of 3.6 to 4.4, "thirteen times" of half a time to either side, "nearly five" of no more than five. */
const isTimes = ({ value, place, approximate, bound }: Reckoning['figure'], ratio: number): boolean =>
  ((ratio - value) * bound > 0 && Math.abs(ratio - value) < Math.min(place, 1)) ||
  Math.abs(value - ratio) <= Math.max(Math.min(place / 2, 0.12 * value), approximate ? 0.08 * value : 0);

const SHARE =
  /^\s(?:of|as|what|the size|that|your|their|its)\b|^[,.;:)]|^$|^\s(?:more|less|higher|lower|larger|smaller|above|below)\b/i;
export const CHANGE =
  /\b(?:more|less|higher|lower|larger|smaller|above|below|grow\w*|ris\w+|up|increase|fall\w*|drop\w*|cut\w*)\b/i;

/** "$30,000, about 3% of what you have": one amount as a part of another, both stated or meant. */
export function shareOf(reckoning: Reckoning): string | null {
  const { figure, context } = reckoning;
  if (figure.key === 'mix') return partOfMix(reckoning);
  const said = asPercent(figure);
  const of = partOfNamed(reckoning, said);
  if (of !== null) return of;
  if (!SHARE.test(context.after)) return null;
  const all = statedOperands(reckoning, 'money').filter(({ fact }, place, every) => !every.slice(0, place).some((one) => one.fact === fact)); // prettier-ignore
  const stated = all.filter(({ at }) => at < figure.start);
  // "Just over half of that, $30,400".
  const next = all.filter(({ at }) => at > figure.start && at < figure.end + 40).slice(0, 1);
  const meant = meantBy(reckoning);
  // "About a quarter of what you want: $14,400 against $58,000".
  const behind = /[:(]/.test(context.after) ? pairsOf(all.filter(({ at }) => at > figure.start).slice(0, 2)) : [];
  const pairs = [...behind, ...pairsOf(stated.slice(-2)), ...stated.slice(-1).flatMap((one) => next.map((other) => [one, other] as const)), ...stated.slice(-1).flatMap((one) => meant.map((other) => [one, other] as const))]; // prettier-ignore
  // "Bonds are worth a quarter of what stocks are".
  const named = /^ (?:of what|of that of|as (?:much|large|big)|the (?:size|value|weight))\b/i.test(context.after) ? namedOperands(reckoning, 'money', /^(?:holding|allocation\.\w+)\.[^.]+\.value$/) : []; // prettier-ignore
  // "Less than half of its 15.5% share".
  const shares = figure.kind === 'odds' && /^ (?:of )?(?:its|the|their|that)\b/.test(context.after) ? pairsOf(statedOperands(reckoning, 'percent')) : []; // prettier-ignore
  const found = [...pairs, ...shares, ...pairsOf(named)].find(([one, other]) => {
    const [small, large] = one.value < other.value ? [one.value, other.value] : [other.value, one.value];
    if (one.fact === other.fact || small <= 0 || !areOfWhatIsNamed([one, other], context)) return false;
    const changes = CHANGE.test(context.own) ? [(100 * (large - small)) / small, (100 * (large - small)) / large] : [];
    return [(100 * small) / large, ...changes].some((share) => isAbout(said, share));
  });
  return found === undefined ? null : `${found[0].fact} / ${found[1].fact}`;
}

/** "Four fifths of the Roth is in VTI": a part of one thing, which is named or stated. */
function partOfNamed(reckoning: Reckoning, said: Reckoning['figure']): string | null {
  const { context } = reckoning;
  // "The SEP IRA is 73% VTI".
  const account = [...context.named].filter((one) => kindOf(one) === 'account');
  const inIt =
    context.of.length === 0 && account.length === 1 && [...context.attached].some((one) => kindOf(one) === 'holding')
      ? account
      : [];
  const of = context.of.length === 0 ? inIt : context.of;
  if (of.length === 0) return null;
  const held = /^(?:holding|allocation\.\w+)\.[^.]+\.value$/;
  const wholes = namedOperands(reckoning, 'money', held, [{ subjects: of, start: -1 }]);
  const named = context.names.filter(({ subjects }) => inIt.length === 0 || subjects.some((one) => context.attached.has(one))); // prettier-ignore
  const parts = [...namedOperands(reckoning, 'money', held, named), ...(inIt.length === 0 ? statedOperands(reckoning, 'money') : [])]; // prettier-ignore
  for (const whole of wholes) {
    const part = parts.find(({ fact, value }) => fact !== whole.fact && value < whole.value && isAbout(said, (100 * value) / whole.value)); // prettier-ignore
    if (part !== undefined && areOfWhatIsNamed([part], context)) return `${part.fact} / ${whole.fact}`;
  }
  return null;
}

/** "TLT and XOM split the account 60/40": the parts of two that are named. */
function partOfMix(reckoning: Reckoning): string | null {
  const { figure, context } = reckoning;
  const parts = namedOperands(reckoning, 'money', /^(?:holding|allocation\.\w+)\.[^.]+\.value$/);
  const room = /\b(?:about|around|roughly|nearly|close to|some)\s[\d/]*$/i.test(context.before) ? 4 : 0.5;
  const pair = pairsOf(parts).find(([one, other]) =>
    [one, other].some(({ value }) => Math.abs((100 * value) / (one.value + other.value) - figure.value) <= room),
  );
  return pair === undefined ? null : `${pair[0].fact} / (${pair[0].fact} + ${pair[1].fact})`;
}
