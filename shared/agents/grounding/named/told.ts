import { fixed, percent, usd } from '../../../finance/amounts.ts';
import type { Contradiction } from '../agrees.ts';
import type { Context } from '../context.ts';
import { directions } from '../cues.ts';
import type { FactIndex, Quantity } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { placed } from '../polarity/placed.ts';
import { isThing, kindOf } from '../subject-kinds.ts';

/** What is against a fact, in which word, and how the fact is said plainly: enough to write the sentence anew. */
export function told(respect: string, word: string | null, fact: string, index: FactIndex): string {
  const said = word === null || word === '' ? '' : `: "${word}"`;
  return `the words around it are against that fact (${respect}${said}); it says "${plainPhrase(fact, index)}"`;
}

/** A fact's label and value as code would write them: "Chance that the money lasts: 59.8%". */
export function plainPhrase(fact: string, { values, units, labelOf }: FactIndex): string {
  const value = values.get(fact);
  const label = labelOf(fact);
  if (typeof value !== 'number') return `${label}: ${String(value ?? '')}`.slice(0, 160);
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  switch (units.get(fact)) {
    case 'usd':
      return `${label}: ${sign}${usd(size)}`;
    case 'fraction':
      return `${label}: ${sign}${percent(size)}`;
    case 'points':
      return `${label}: ${sign}${String(Number(fixed(size * 100, 1)))} percentage points`;
    default:
      return `${label}: ${String(Number(value.toPrecision(6)))}`;
  }
}

/** The word that says otherwise, where it can be told; null where it cannot. */
export function wordAgainst(
  way: Contradiction,
  figure: Figure,
  { meaning }: Quantity,
  context: Context,
): string | null {
  const { part, wide } = placed(figure, context);
  if (way === 'direction' && meaning.direction !== undefined) {
    const [up, down] = directions[meaning.direction.words] ?? [];
    const other = meaning.direction.up ? down : up;
    return other?.exec(part)?.[0] ?? other?.exec(wide)?.[0] ?? null;
  }
  if (way === 'case') {
    const kinds = new Set(meaning.subjects.map(kindOf));
    const others = [...context.here, ...context.named].filter((one) => kinds.has(kindOf(one)) && !meaning.subjects.includes(one)); // prettier-ignore
    return [...new Set(others)].map(plainly).join(', ');
  }
  if (way === 'subject') return [...new Set([...context.attached, ...context.beside])].filter((one) => isThing(one) && !meaning.subjects.includes(one)).map(plainly).join(', '); // prettier-ignore
  return null;
}

const PERCENTILES: Readonly<Record<string, string>> = { '5': 'the worst twentieth', '25': 'the weaker quarter', '50': 'the middle', '75': 'the better quarter', '95': 'the best twentieth' }; // prettier-ignore

/** A subject in words: "age:95" is "age 95". */
function plainly(subject: string): string {
  const kind = kindOf(subject);
  const key = subject.slice(kind.length + 1).replaceAll('_', ' ');
  return kind === 'age' ? `age ${key}` : kind === 'pct' ? (PERCENTILES[key] ?? key) : key;
}
