import { everyMatch } from '../../every-match.ts';
import type { Context } from '../context.ts';
import type { Figure } from '../figure.ts';

/** Where the figure stands in what is tested. */
export const FIGURE = '\uE000';

/** The words around a figure, with its place in them. */
export interface Placed {
  /** Its clause, commas and "with" included. */
  own: string;
  /** Its sentence. */
  wide: string;
  /** What is said of it and of no other figure: between the one before it and the next. */
  readonly part: string;
  /** The same between the chances that stand beside it: amounts and ages are what a chance depends on. */
  readonly among: string;
  /** The sentence before it, and it. */
  passage: string;
}

const known = new WeakMap<Context, Placed>();

/** A figure's clause, its sentence and its own part of that; found once for a figure. */
export function placed({ text }: Figure, context: Context): Placed {
  const found = known.get(context);
  if (found !== undefined) return found;
  const { before, after, sentence, passage } = context;
  const at = sentence.lastIndexOf(before.trimStart() + text);
  const from = at === -1 ? sentence.indexOf(text) : at + before.trimStart().length;
  const wide = from === -1 ? `${before}${FIGURE}${after}` : `${sentence.slice(0, from)}${FIGURE}${sentence.slice(from + text.length)}`; // prettier-ignore
  const start = wide.indexOf(FIGURE);
  const first = Math.max(...[';', ':', ', and ', ', but ', ' while ', '('].map((one) => wide.lastIndexOf(one, start)));
  const last = /[;:(]|, (?:and|but) | while /.exec(wide.slice(start))?.index ?? wide.length;
  const own = wide.slice(Math.max(0, first), start + last);
  let [part, among]: (string | null)[] = [null, null];
  const result: Placed = {
    own,
    wide,
    get part() {
      return (part ??= between(wide, start, ANY));
    },
    get among() {
      return (among ??= between(wide, start, CHANCE));
    },
    passage,
  };
  known.set(context, result);
  return result;
}

const ANY = /[$€£]\s?\d[\d,.]*\d?(?:\s?(?:k|thousand|m|million)\b)?|\d[\d,.]*\s?%|\d[\d,.]* (?:percentage )?points?\b/g;
const CHANCE =
  /(?<![\d.,]|\b(?:instead of|rather than|in place of) (?:the )?|\b(?:stocks?|equit\w+)(?: (?:cut|at|down|up|reduced|raised|held|kept|of|to|from|around|about|\d+%))* )\d[\d,.]*\s?(?:%|percent\b)(?! (?:less|more|lower|higher|longer|in stocks|stocks|in bonds))|\d[\d,.]* (?:percentage )?points?\b/g;
const BREAK = /[;—]|(?<!\d):(?!\d)|, (?:but|while|whereas|although) | (?:while|whereas|but) /g;
const JOINT = /, and |, | and | or | against | versus | compared with | instead of | rather than | than | from | to /g;

/** What stands between two other figures of a sentence, or what parts it otherwise, with the figure's place in it. */
function between(wide: string, start: number, others: RegExp): string {
  const [lead, rest] = [wide.slice(0, start), wide.slice(start + 1)];
  const figure = everyMatch(others, lead).at(-1);
  const left = Math.max(endOf(figure), ...everyMatch(BREAK, lead).map(endOf));
  const next = rest.search(others);
  const stop = rest.search(BREAK);
  const until = Math.min(...[next, stop].filter((one) => one >= 0), rest.length);
  const said = rest.slice(0, until);
  // What leads to the next figure is said of that one.
  const joint = until === next ? said.search(JOINT) : undefined;
  return `${lead.slice(left)}${FIGURE}${joint === undefined || joint === -1 ? said : said.slice(0, joint)}`;
}

const endOf = (match: RegExpMatchArray | undefined): number =>
  match === undefined ? 0 : (match.index ?? 0) + match[0].length;
