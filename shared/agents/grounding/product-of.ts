import { areOfWhatIsNamed, isAbout, namedOperands, statedOperands } from './operands.ts';
import type { Reckoning } from './operands.ts';

const YEARS_NAMED = /^goals\.years(?:ToRetirement|InRetirement)$|^costs\.overYears\.years$/;
export const MANY_YEARS =
  /\b(?:years?|decades?|add\w* up|in all|altogether|total\w*|over (?:the|that)|comes? to|until retirement)\b/i;
export const LOST =
  /\b(?:to (?:zero|nothing)|worthless|wiped out|bankrupt\w*|bust|went under|goes under|fails?|failed|vanish\w*|disappear\w*)\b/i;
export const HALVED = /\b(?:halv\w+|by half|in half|half (?:of )?(?:its|their) value)\b/i;

/**
 * So much a year over the years that stand beside it ("$9,000 a year for fourteen years, $126,000 in all"), and what is
 * named, or half of it, where it is supposed to be lost or to halve.
 */
export function productOf(reckoning: Reckoning): string | null {
  const { figure, context, index, grounded } = reckoning;
  const [from, until] = context.within;
  const lost = LOST.test(context.sentence);
  if (lost || HALVED.test(context.sentence)) {
    const kind = figure.kind === 'percent' ? 'percent' : 'money';
    const whole = [
      ...statedOperands(reckoning, kind),
      ...namedOperands(reckoning, kind, /^(?:holding|allocation\.\w+)\.[^.]+\.(?:value|weight)$/),
    ];
    const all = lost ? whole.find((one) => isAbout(figure, one.value) && areOfWhatIsNamed([one], context)) : undefined;
    if (all !== undefined) return all.fact;
    const half = lost ? undefined : whole.find((one) => isAbout(figure, one.value / 2) && areOfWhatIsNamed([one], context)); // prettier-ignore
    if (half !== undefined) return `${half.fact} / 2`;
  }
  if (figure.kind !== 'money' || !MANY_YEARS.test(context.passage)) return null;
  const yearly = statedOperands(reckoning, 'money').filter(({ fact, value }) =>
    index.money.some((one) => one.meaning.yearly === true && (one.fact === fact || one.value === value)),
  );
  const years = grounded.filter(
    ({ figure: { kind, start }, fact }) =>
      kind === 'number' && (YEARS_NAMED.test(fact) || fact.includes(' - ')) && start >= from && start < until,
  );
  for (const one of yearly) {
    for (const { figure: counted, fact } of years) {
      if (isAbout(figure, one.value * counted.value)) return `${one.fact} * ${fact}`;
    }
  }
  return null;
}
