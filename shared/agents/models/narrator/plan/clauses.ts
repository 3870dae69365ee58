/** A part of a question that says one thing. */
export interface Clause {
  start: number;
  end: number;
}

const BORDERS =
  /[.?!;](?=\s|$)|\s[-–—]\s|[–—]|,(?=\s)|\b(?:(?!(?<=\bnow )and then\b)and(?! off\b)|but|or|if|while|(?<!\bnow and )then|plus)\b(?=\s)/g;
/** A time said before what happens then: "in ten years, I inherit". */
const TIME_FIRST =
  /^\s*(?:~*\s*)?(?:in|at|after|from|until|till|when|once|by|before|starting|next|for)\b[^a-z]*(?:[a-z']+[^a-z]+){0,4}$/;

const SENTENCE = /[^.?!;]+(?:\.(?=\d)[^.?!;]*)*[.?!;]*/g;

/** The sentences of a question with its numbers in slots, in order, each with the signs that end it. */
export const sentencesOf = (text: string): Clause[] =>
  [...text.matchAll(SENTENCE)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }));

/** The clauses of a question with its numbers in slots, in order: between signs and the words that join. */
export function clausesOf(text: string): Clause[] {
  const ends = [...text.matchAll(BORDERS)].flatMap((match) => {
    const isMark = /^[^a-z]/.test(match[0]);
    return [{ at: isMark ? match.index + match[0].length : match.index, joins: match[0] === ',' }];
  });
  const clauses: Clause[] = [];
  let start = 0;
  for (const { at, joins } of [...ends, { at: text.length, joins: false }]) {
    if (at <= start) continue;
    if (joins && TIME_FIRST.test(text.slice(start, at - 1))) continue;
    clauses.push({ start, end: at });
    start = at;
  }
  return clauses;
}

const ANOTHER =
  /,? and (?=(?:can|could|will|would|when|how|what|which|should|do|does|have|has|is|are|am|at what|in what|in which|where)\b)/g;

/** How a question may open, in small letters, before what it asks: "And please tell me, how much…". */
export const OPENING = '(?:(?:and|so|but|also|then|please|tell me|i wonder|i want to know|show me),? )*';

/** Each question of a text with its numbers in slots, in order. */
export const questionsOf = (text: string): Clause[] => sentencesOf(text).flatMap((one) => questionsIn(text, one));

/** "When will I be a millionaire, and can I retire at 60?" is two questions. */
function questionsIn(text: string, { start, end }: Clause): Clause[] {
  const joints = [...text.slice(start, end).matchAll(ANOTHER)];
  const starts = [start, ...joints.map(({ index, 0: joint }) => start + index + joint.length)];
  return starts.map((from, at) => ({ start: from, end: start + (joints[at]?.index ?? end - start) }));
}

/** That a part of a question asks, and does not tell. */
export const ASKS = new RegExp(
  `^\\W*${OPENING}(?:am|are|is|do|does|did|has|have|how|what|which|who|where|in which|can|could|will|would|should|when|if|suppose|why)\\b`,
  'i',
);
