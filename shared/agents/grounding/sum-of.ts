import { areOfWhatIsNamed, asPercent, isAbout, namedOperands, statedOperands } from './operands.ts';
import type { Operand, Reckoning } from './operands.ts';

export const TOGETHER =
  /\b(?:together|combined|between them|both|sum|add(?:s|ed|ing)?(?: up)?|total(?:s|ling|ing)?|in all|all told|altogether|jointly|plus|the (?:two|three|four|five)|another|so|put together|on top|as well as|come(?:s)? to|mak(?:e|es|ing) up|make|collectively|rais(?:e|es|ing)|fre(?:e|es|eing) up|bring(?:s|ing)? in|fetch(?:es)?)\b/i;
const EACH = /\b(?:each|apiece|individually|respectively)\b/i;
const THEM = /\b(?:between them|the (?:two|three|four|five)|both|they|them|those)\b/i;
export const REST = /\b(?:rest|remaining|remainder|other|others|leftover|leaves?|leaving|balance|outside|elsewhere)\b/i;
const GAIN = /\b(?:gain\w*|profit\w*|(?<!\b(?:mak(?:e|es|ing)|add(?:s|ing)?|made) )up|loss\w*|lost|ahead)\b/i;

const GAINS_ON = /\b(?:gains?|profits?) (?:on|in|from|of) \S+,? (?:\S+ )?and\b/i;
const DRIFTS = /^drift\.\w+\.[^.]+\.drift$/;
const OF_STOCKS = /^drift\.region\.[^.]+\.weight$/;

const totalOf = (operands: readonly Operand[]) => operands.reduce((sum, { value }) => sum + value, 0);
const distinct = (operands: readonly Operand[]): Operand[] =>
  operands.filter(({ fact }, at) => operands.findIndex((one) => one.fact === fact) === at);

/**
 * The sum of parts that are named one after another ("NVDA and TSLA together are 23%") or stated ("$38,688 plus the pension
 * of $14,400"), or what those leave of the whole ("the remaining 29%").
 */
export function sumOf(reckoning: Reckoning): string | null {
  const { context } = reckoning;
  const kind = reckoning.figure.kind === 'money' || reckoning.figure.kind === 'points' ? reckoning.figure.kind : 'percent'; // prettier-ignore
  const figure = asPercent(reckoning.figure);
  const fits = (operands: readonly Operand[]) =>
    operands.length >= 2 && isAbout(figure, totalOf(operands)) && areOfWhatIsNamed(operands, context);
  const values = new RegExp(
    String.raw`^(?:holding|allocation\.\w+)\.[^.]+\.${kind === 'money' ? 'value' : 'weight'}$|^rebalancing\.after\.`,
  );
  const gains = GAIN.test(context.own) || GAINS_ON.test(context.sentence);
  const of = kind === 'points' ? DRIFTS : gains ? /^holding\.[^.]+\.gain$/ : values;
  for (const run of EACH.test(context.own) ? [] : context.runs) {
    const parts = distinct(namedOperands(reckoning, kind, of, run));
    if (run.every((one) => namedOperands(reckoning, kind, of, [one]).length > 0) && fits(parts)) return written(parts);
    // "North America and Europe together are 84% of your stocks".
    const ofStocks = kind === 'percent' ? distinct(namedOperands(reckoning, kind, OF_STOCKS, run)) : [];
    if (ofStocks.length === run.length && fits(ofStocks)) return written(ofStocks);
  }
  const stated = distinct(statedOperands(reckoning, kind));
  if (TOGETHER.test(context.sentence)) {
    const before = stated.filter(({ at }) => at < figure.start);
    const after = stated.filter(({ at }) => at > figure.start);
    const groups = [stated, after, ...before.map((_one, at) => before.slice(at))];
    const group = groups.find(fits);
    if (group !== undefined) return written(group);
    const named = distinct(namedOperands(reckoning, kind, of));
    if (fits(named)) return written(named);
    // "Between them", "the three": what the sentence before has named, whatever is said of it beside: "and commodities pay no interest".
    const around = THEM.test(context.sentence) ? [...context.around] : [];
    for (const earlier of [around, around.filter((one) => !context.named.has(one))]) {
      const things = earlier.map((one) => ({ subjects: [one], start: -1 }));
      for (const pattern of [values, /^holding\.[^.]+\.gain$/]) {
        const before = distinct(namedOperands(reckoning, kind, pattern, things));
        if (GAIN.test(context.sentence) === (pattern !== values) && fits(before)) return written(before);
      }
    }
  }
  return kind === 'percent' && REST.test(context.own) ? restOf(reckoning, stated) : null;
}

/** "63% are stocks, the remaining 37% ...": what the shares of the sentence leave of a hundred. */
function restOf({ figure, context }: Reckoning, stated: readonly Operand[]): string | null {
  const before = stated.filter(({ at }) => at < figure.start);
  const named = [...context.attached].length > 0 && !/\b(?:the|a) rest\b|remain/i.test(context.own);
  if (before.length === 0 || named) return null;
  return [before, before.slice(-1)].some((parts) => isAbout(figure, 100 - totalOf(parts)))
    ? `1 - ${written(before)}`
    : null;
}

const written = (operands: readonly Operand[]) => operands.map(({ fact }) => fact).join(' + ');
