import type { Context } from '../context.ts';
import type { Figure } from '../figure.ts';
import { FIGURE, placed } from '../polarity/placed.ts';

/** What begins another statement before a figure, and behind it. */
const BEGINS = /[;:|—]|\((?!\w\))|, (?:and|but|with|which|while|whereas|though|although) | (?:while|whereas|(?<!(?:\b[Aa]ll|thing(?: else)?) )but) | and (?=(?:you|your|the|it|its|they|is|are|has|have|holds?|owns?|want|plan)\b)/g; // prettier-ignore
const ENDS = /[;:|—]|\((?!\w\))|(?<!\(\w)\)|,(?!\d)| (?:and|(?<!(?:\b[Aa]ll|thing(?: else)?) )but|so|while|whereas|which|that|who|before|until|because) | to (?:last|fund|grow|get|reach|cover|pay)\b/; // prettier-ignore

/** The words around a figure, the figure being `FIGURE`. */
export interface Clause {
  /** The statement that it stands in: what is said of other figures beyond it is left out. */
  own: string;
  /** The same, with all that follows in its sentence. */
  onward: string;
}

const known = new WeakMap<Context, Clause>();

/** The statement that a figure stands in; read once for a figure. */
export function clauseOf(figure: Figure, context: Context): Clause {
  const found = known.get(context);
  if (found !== undefined) return found;
  const { wide } = placed(figure, context);
  const at = wide.indexOf(FIGURE);
  const [before, rest] = [wide.slice(0, at), wide.slice(at + FIGURE.length)];
  const from = [...before.matchAll(BEGINS)].at(-1);
  const lead = from === undefined ? before : before.slice(from.index + from[0].length);
  const clause = {
    own: `${lead}${FIGURE}${rest.slice(0, ENDS.exec(rest)?.index)}`,
    onward: `${lead}${FIGURE}${rest}`,
  };
  known.set(context, clause);
  return clause;
}
