/** A figure as its writer named it: `[about $412,000](portfolio.value)`, by its place in the text without the marks. */
export interface Mark {
  start: number;
  end: number;
  /** What stands in the round brackets: the name of a fact, or an expression of several. */
  target: string;
  /** It stands in another mark, or another in it. */
  nested: boolean;
}

/** A text as it is stored and shown, and what its writer named in it. */
export interface Marked {
  text: string;
  marks: readonly Mark[];
}

/** Targets that are links of Markdown and no names: they stay in the text, to be checked as links. */
const LINK = /^\s*<?(?:[a-z][a-z0-9+-]*:|\/|#|www\.)/i;
const LONGEST = 600;

/** A mark in the text as it was written. */
interface Written {
  open: number;
  shut: number;
  end: number;
  target: string;
}

/**
 * Takes the marks out of a text. What stands in square brackets stays, every link with a scheme stays, and no mark is left: also
 * one that is nested, split over lines or around plain words is taken out, for the check to judge.
 *
 * @example readMarks('It is [$412,000](portfolio.value).').text // 'It is $412,000.'
 */
export function readMarks(text: string): Marked {
  if (!text.includes('](')) return { text, marks: [] };
  const found = marksIn(text);
  if (found.length === 0) return { text, marks: [] };
  const gone = new Set<number>();
  for (const { open, shut, end } of found) {
    gone.add(open);
    for (let at = shut; at < end; at += 1) gone.add(at);
  }
  const places: number[] = [];
  let plain = '';
  for (let at = 0; at <= text.length; at += 1) {
    places.push(plain.length);
    if (!gone.has(at)) plain += text.charAt(at);
  }
  const marks = found.map(({ open, shut, end, target }): Mark => {
    const nested = found.some((one) => one.open !== open && one.open < end && one.end > open);
    return { start: places[open] ?? 0, end: places[shut] ?? 0, target, nested };
  });
  return { text: plain, marks: marks.sort((a, b) => a.start - b.start) };
}

function marksIn(text: string): Written[] {
  const found: Written[] = [];
  const opened: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '[') opened.push(at);
    else if (character === ']') {
      const open = opened.pop();
      const end = text.charAt(at + 1) === '(' ? endOfTarget(text, at + 1) : null;
      if (open === undefined || end === null) continue;
      const target = text.slice(at + 2, end - 1);
      if (!LINK.test(target)) found.push({ open, shut: at, end, target });
      at = end - 1;
    }
  }
  return found;
}

/** The place behind the bracket that closes a target; null where none does on its line. */
function endOfTarget(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length && at < from + LONGEST; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') return null;
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}
