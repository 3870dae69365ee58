import type { Reckoning } from './operands.ts';
import { kindOf } from './subject-kinds.ts';

const NOUNS: readonly (readonly [noun: RegExp, kind: string])[] = [
  [/^\s(?:[a-z]+ ){0,3}?(?:compan(?:y|ies)|stocks|names|funds?|holdings?|positions?|investments?|coins)\b/i, 'holding'],
  [/^\s(?:[a-z]+ )?(?:accounts|iras|pots)\b/i, 'account'],
];
/** Of all that somebody has there is a fact of its own. */
const OF_ALL =
  /\b(?:have|has|had|own|owns|hold|holds|got|there are|across|in all|total|only|just|spread over|over)\s$/i;

/** "Over a fifth hangs on two companies": as many as the sentence before has named, and never how many there are in all. */
export function countOf({ figure, context }: Reckoning): string | null {
  const kind = NOUNS.find(([noun]) => noun.test(context.after))?.[1];
  if (kind === undefined || figure.value < 2 || figure.value > 12 || OF_ALL.test(context.before)) return null;
  const named = [...context.around].filter((subject) => kindOf(subject) === kind);
  return named.length === figure.value ? 'vocabulary' : null;
}
