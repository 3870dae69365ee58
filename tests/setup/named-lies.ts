// Lies whose figure has a name: of the fact that it is borrowed from, of the nearest one in size, or a sum built to hit it. A writer
// who may name facts must gain nothing by it.
import { readFigures } from '../../shared/agents/grounding/read-figures.ts';
import type { Figure } from '../../shared/agents/grounding/figure.ts';
import type { Fact } from '../../shared/schemas/fact.ts';
import { borrowedLies } from './borrowed-lies.ts';
import { liesAbout } from './lies.ts';
import type { Lie } from './lies.ts';
import { twistedLies } from './twisted-lies.ts';

interface Sized {
  name: string;
  value: number;
}

/** Every generated lie about these facts with a figure, each with the names that would serve it best. */
export function namedLies(facts: readonly Fact[], seed: number): Lie[] {
  const sized = new Map(['usd', 'share', 'number'].map((unit) => [unit, sizesOf(facts, unit)]));
  return [...liesAbout(facts, seed), ...borrowedLies(facts, seed), ...twistedLies(facts, seed)].flatMap((lie) => {
    const figure = readFigures({ text: lie.figure })[0];
    const size = figure === undefined ? null : sizeOf(figure);
    if (size === null || lie.sentence.split(lie.figure).length !== 2) return [];
    const all = sized.get(size.unit) ?? [];
    const named = (how: string, target: string | null): Lie[] =>
      target === null ? [] : [{ kind: `${how}: ${lie.kind}`, figure: lie.figure, sentence: lie.sentence.replace(lie.figure, () => `[${lie.figure}](${target})`) }]; // prettier-ignore
    return [
      ...named('named', lie.fact ?? nearest(all, size.value)),
      ...named('named by a sum', pairFor(all, size.value, seed)),
    ];
  });
}

function sizeOf({ kind, value }: Figure): { unit: string; value: number } | null {
  if (kind === 'money') return { unit: 'usd', value };
  if (kind === 'percent' || kind === 'points') return { unit: 'share', value: value / 100 };
  return kind === 'number' ? { unit: 'number', value } : null;
}

function sizesOf(facts: readonly Fact[], unit: string): Sized[] {
  const units = { usd: ['usd'], share: ['fraction', 'points'], number: ['age', 'years', 'count', 'ratio'] }[unit] ?? [];
  return facts
    .flatMap((fact) =>
      units.includes(fact.unit) && typeof fact.value === 'number'
        ? [{ name: fact.name, value: Math.abs(fact.value) }]
        : [],
    ) // prettier-ignore
    .sort((a, b) => a.value - b.value);
}

const nearest = (all: readonly Sized[], value: number): string | null =>
  all.reduce<Sized | null>((best, one) => (best === null || Math.abs(one.value - value) < Math.abs(best.value - value) ? one : best), null)?.name ?? null; // prettier-ignore

/** Two facts whose sum or difference comes closest; one that comes within a hundredth of it, if any does. */
function pairFor(all: readonly Sized[], value: number, seed: number): string | null {
  const hits = all.flatMap((one) => {
    const added = closest(all, value - one.value);
    const taken = closest(all, one.value - value);
    return [
      ...(added !== null && Math.abs(one.value + added.value - value) < 0.004 * value ? [`${one.name} + ${added.name}`] : []), // prettier-ignore
      ...(taken !== null && Math.abs(one.value - taken.value - value) < 0.004 * value ? [`${one.name} - ${taken.name}`] : []), // prettier-ignore
    ];
  });
  return hits[seed % Math.max(1, hits.length)] ?? null;
}

function closest(all: readonly Sized[], value: number): Sized | null {
  if (value <= 0) return null;
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.value ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  const [one, before] = [all[low], all[low - 1]];
  if (one === undefined) return null;
  return before !== undefined && value - before.value < one.value - value ? before : one;
}
