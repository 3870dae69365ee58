import type { Mention } from './mentions.ts';
import { whatIfWords } from './subject-words.ts';

/** The words around a figure, from near to far, and what they name. */
export interface Context {
  /** Its clause; where that names nothing, with the nearest one before it that does. */
  clause: string;
  /** Its clause alone. */
  own: string;
  /** Its sentence, or row of a table with the head of the table. */
  sentence: string;
  /** Its sentence and the one before. */
  passage: string;
  /** What the clause names: "class:equity". */
  subjects: ReadonlySet<string>;
  /** What stands directly after the figure: "63% in stocks". */
  attached: ReadonlySet<string>;
  /** What the figure is plainly said of: named before it in its own clause, or directly after it. */
  beside: ReadonlySet<string>;
  /** How many things are named one after another behind the figure: "two positions, VTI and Apple". */
  listed: number;
  /** Whether that is named in the clause before, the figure being a clause by itself. */
  carried: boolean;
  /** What the passage names. */
  around: ReadonlySet<string>;
  /** What the sentence names, changes of a plan, ages and percentiles included. */
  named: ReadonlySet<string>;
  /** Ages, percentiles and starts in the clause itself. */
  here: ReadonlySet<string>;
  /** What follows the figure. */
  after: string;
  /** What precedes it in its clause. */
  before: string;
}

interface Span {
  start: number;
  end: number;
}

const SENTENCE_END = /[!?](?=\s|$)|\.(?=\s+(?:["“‘(]?[\p{Lu}\p{N}$…]|-\s)|\s*$)|\n/gu;
const CLAUSE_END = /[;()|–—]| - |,(?!\d)|[.:](?=\s)|\n|\s(?:and|but|while|whereas|versus|vs\.?|against|compared|with|or|plus|though|although|because|so|yet)(?=\s)/giu; // prettier-ignore
const LEADING = /^[\s)"”’]*(?:\([^)]*\)\s*)?(?:(?:of (?:it|that|them|this|the (?:total|whole|money|portfolio|account)|your (?:portfolio|money|savings|assets|account|nest egg|wealth))|is|are|was|were|goes?|sits?|comes?|lies|rests?|held|invested|allocated|exposure|position|stake|weighting|weight|share|sitting|parked|kept|tied up|being|currently|now|worth of|dollars?|cents|shares of|units of|worth)\s)*(?:in |to |into |on |as |of |with )?(?:your |the |an? |total |pure |plain |individual |holdings of )*$/i; // prettier-ignore

/** Words beside a figure that say nothing of what it is of. */
const SLIGHT = /\b(?:at|of|with|about|around|roughly|nearly|almost|just|only|some|over|under|now|currently|today|is|are|the|a|or)\b/gi;

/** Whether a clause is a figure by itself, as in "A and B: 12% and 5%". */
const isBare = (text: string, clause: Span | undefined) =>
  clause !== undefined && /^[\s$]*\d[\d,.%]*$/.test(text.slice(clause.start, clause.end));

/** No sentence is longer; what is, is none, and is cut. */
const LONGEST = 600;

/** The parts of a text from `start` to `end` that are parted by an expression. */
function spans(text: string, { start: from, end: until }: Span, end: RegExp): Span[] {
  const found: Span[] = [];
  let start = from;
  const part = (to: number) => {
    for (; to - start > LONGEST; start += LONGEST) found.push({ start, end: start + LONGEST });
    if (to > start) found.push({ start, end: to });
  };
  for (const match of text.slice(from, until).matchAll(end)) {
    part(from + match.index);
    start = from + match.index + match[0].length;
  }
  part(until);
  return found;
}

/** A sentence with what it is made of and what it names. */
interface Sentence extends Span {
  text: string;
  clauses: (Span & { subjects: string[]; here: ReadonlySet<string> })[];
  mentions: Mention[];
  named: ReadonlySet<string>;
}

/**
 * Finds the context of the figures of one text, in their order; `covered` is the text with names covered, so that no comma
 * of a name parts it.
 */
export function contextFinder(text: string, covered: string, mentions: readonly Mention[], ages: KnownAges) {
  const parted = withoutMentions(covered, mentions);
  const sentences = spans(parted, { start: 0, end: text.length }, SENTENCE_END);
  let [at, seen] = [0, 0];
  let current: Sentence | null = null;
  const read = (span: Span): Sentence => {
    while (seen < mentions.length && (mentions[seen]?.start ?? 0) < span.start) seen += 1;
    const own: Mention[] = [];
    for (let next = seen; next < mentions.length; next += 1) {
      const mention = mentions[next];
      if (mention === undefined || mention.start >= span.end) break;
      own.push(mention);
    }
    const sentence = headOf(text, span) + text.slice(span.start, span.end);
    const turns = turnsIn(sentence);
    const clauses = spans(parted, span, CLAUSE_END).map((clause) => {
      const subjects = own
        .filter(({ start }) => start >= clause.start && start < clause.end)
        .flatMap((one) => one.subjects);
      const words = text.slice(clause.start, clause.end);
      return { ...clause, subjects, here: new Set([...stagesIn(words, ages), ...(turns.length > 1 ? turnsIn(words) : [])]) };
    });
    const named = [...own.flatMap(({ subjects }) => subjects), ...turns, ...stagesIn(sentence, ages)];
    return { ...span, text: sentence, clauses, mentions: own, named: new Set(named) };
  };
  return (figure: Span): Context => {
    while (at < sentences.length - 1 && (sentences[at]?.end ?? 0) <= figure.start) at += 1;
    const span = sentences[at] ?? { start: 0, end: Math.min(text.length, LONGEST) };
    if (current?.start !== span.start) current = read(span);
    const { clauses, named, mentions: own } = current;
    const clauseAt = clauses.findIndex(({ start, end }) => start <= figure.start && figure.start < end);
    const clause = clauses[clauseAt] ?? { ...span, subjects: [], here: new Set<string>() };
    const alone = text.slice(clause.start, Math.max(clause.end, figure.end));
    let subjects = clause.subjects;
    let words = alone;
    let carried = false;
    // "Stocks: 12%" and "Apple (22%)": a figure that is a clause by itself is of what the clause before it names.
    const beyond = alone.replace(text.slice(figure.start, figure.end), '').replace(SLIGHT, '');
    const bare = !/\p{L}{2}/u.test(beyond) && !isBare(text, clauses[clauseAt + 1]);
    const reach = text.startsWith('|', span.start) ? 0 : clauseAt - 1;
    let plain = own
      .filter(({ start, end }) => start >= clause.start && end <= figure.start)
      .flatMap((one) => one.subjects);
    for (let back = clauseAt - 1; subjects.length === 0 && back >= 0; back -= 1) {
      const before = clauses[back];
      if (before === undefined || text.slice(before.end, clauses[back + 1]?.start).includes(';')) break;
      subjects = before.subjects;
      carried = bare && back >= reach && subjects.length > 0;
      if (carried) plain = subjects;
      words = `${text.slice(before.start, before.end)} ${words}`;
    }
    const next = own.find(({ start }) => start >= figure.end);
    const between = next === undefined || next.start - figure.end > 80 ? null : text.slice(figure.end, next.start);
    const attached = between !== null && LEADING.test(between) ? (next?.subjects ?? []) : [];
    const previous = sentences[at - 1];
    const earlier = mentions.filter(({ start }) => start >= (previous?.start ?? span.start) && start < span.end);
    return {
      clause: words,
      own: alone,
      sentence: current.text,
      passage: previous === undefined ? current.text : `${text.slice(previous.start, previous.end)} ${current.text}`,
      subjects: new Set(subjects),
      attached: new Set(attached),
      beside: new Set([...plain, ...attached]),
      carried,
      listed: listedAfter(text, figure, span, own),
      around: new Set(earlier.flatMap((one) => one.subjects)),
      named,
      here: clause.here,
      after: text.slice(figure.end, Math.min(span.end, figure.end + 60)),
      before: text.slice(Math.max(span.start, figure.start - 60), figure.start),
    };
  };
}

/** How many names follow the noun behind a figure, parted by commas and "and" alone. */
function listedAfter(text: string, figure: Span, span: Span, mentions: readonly Mention[]): number {
  const rest = text.slice(figure.end, span.end);
  const noun = /^[\s-](?:[a-z]+[\s-])?[a-z]+(?:,| \(|:|\s[–—])\s?/.exec(rest)?.[0];
  if (noun === undefined) return 0;
  let [from, count] = [figure.end + noun.length, 0];
  for (const { start, end } of mentions) {
    if (start < from) continue;
    if (!/^(?:(?:, | )?(?:and )?(?:the |your )?)$/.test(text.slice(from, start))) break;
    [from, count] = [end, count + 1];
  }
  return count;
}

/** The text with what is named covered, so that no "and" within it parts a clause. */
function withoutMentions(text: string, mentions: readonly Mention[]): string {
  let [from, whole] = [0, ''];
  for (const { start, end } of mentions) {
    whole += text.slice(from, start) + 'X'.repeat(end - start);
    from = end;
  }
  return whole + text.slice(from);
}

/** The head of the table that a row belongs to. */
function headOf(text: string, { start }: Span): string {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  if (text.charAt(lineStart) !== '|') return '';
  let first = lineStart;
  for (let line = lineStart; text.charAt(line) === '|' && line > 0; line = text.lastIndexOf('\n', line - 2) + 1)
    first = line;
  if (text.startsWith('|') && first !== 0 && text.lastIndexOf('\n', first - 2) === -1) first = 0;
  return `${text.slice(first, text.indexOf('\n', first)).slice(0, LONGEST)} `;
}

/** The changes of a plan that a sentence speaks of. */
function turnsIn(sentence: string): string[] {
  return Object.entries(whatIfWords).flatMap(([key, pattern]) => (pattern.test(sentence) ? [`whatIf:${key}`] : []));
}

/** The ages that the facts have names for. */
export interface KnownAges {
  today: number | null;
  retirement: number | null;
  end: number | null;
}

const AGES = /\b(?:ages?|aged|at|to|until|till|by|turn|reach|past|you are|you're)\s(?:age\s|about\s|around\s)?(\d{2,3})\b(?![%,.]?\d|\s?%|\spercent)|\b(\d{2,3})[ -]years?[ -]old|(?:^|\n)\|\s(\d{2,3})\s\|/gi; // prettier-ignore
const PERCENTILES: readonly [string, RegExp][] = [
  ['pct:5', /\b(?:5th|5% (?:chance|probability|risk)|fifth percentile|1 in 20|one in twenty|poor\w*|unlucky|weak\w*|pessimistic|worst|bad|unfavou?rable|downside|low end|bottom|extremes?)\b/i], // prettier-ignore
  [
    'pct:25',
    /\b(?:25th|lower quartile|bottom quarter|weaker|below[ -]average|middle half|quarter|one in four|quartiles?)\b/i,
  ],
  ['pct:50', /\b(?:median|middle|typical\w*|midpoint|50th|half|halfway|expected|central|average)\b/i],
  ['pct:75', /\b(?:75th|upper quartile|top quarter|better than|above[ -]average|middle half|quartiles?|good)\b/i],
  ['pct:95', /\b(?:95th|5% (?:chance|probability)|best|lucky|strong\w*|optimistic|good|favou?rable|upside|high end|top|luck|extremes?|kind)\b/i],
];
const CASES: readonly [string, RegExp][] = [
  ['sequence:worst', /\b(?:worst|bad|poor\w*|weak|rough|unlucky|rocky)\b/i],
  ['sequence:best', /\b(?:best|good|strong|lucky|great)\b/i],
  ['paid:Social Security', /\bsocial security\b/i],
  ['paid:Pension', /\bpensions?\b/i],
  ['paid:Annuity', /\bannuit(?:y|ies)\b/i],
  ['paid:Rent', /\brent(?:al|s)?\b/i],
  ['paid:Work', /\b(?:part[ -]time|job|work(?:ing)? income|earnings|consult\w+)\b/i],
  ['fall:depth', /\b(?:deepest|largest|biggest|worst|maximum|at its|trough|bottom|low|max|drawdown)\b/i],
  ['fall:current', /\b(?:still|now|currently|today|remains?)\b/i],
  ['score:diversification', /\bdiversif/i],
  ['score:risk', /\brisk/i],
];

/** Ages, percentiles and starts that a text speaks of. */
function stagesIn(text: string, { today, retirement, end }: KnownAges): string[] {
  const years = [...text.matchAll(AGES)].map((match) => Number(match[1] ?? match[2] ?? match[3]));
  if (retirement !== null && /\b(?:at|in|on|into|of|until|before) retirement|\bwhen (?:you|work)\b[^.;]{0,12}\b(?:retire|stop)/i.test(text)) years.push(retirement); // prettier-ignore
  if (end !== null && /\bat the (?:very )?end\b|\bend of (?:the )?plan|\bleft over\b/i.test(text)) years.push(end);
  if (today !== null && /\b(?:today|now|currently|already|so far)\b(?!['’])/i.test(text)) years.push(today);
  const percentiles = PERCENTILES.flatMap(([subject, pattern]) => (pattern.test(text) ? [subject] : []));
  const starts = CASES.flatMap(([subject, pattern]) => (pattern.test(text) ? [subject] : []));
  return [...years.map((age) => `age:${age}`), ...percentiles, ...starts];
}
