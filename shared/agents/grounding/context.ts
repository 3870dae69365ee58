import type { Mention } from './mentions.ts';
import { LONGEST, spans } from './spans.ts';
import type { Span } from './spans.ts';
import { stagesIn, turnsIn } from './stages.ts';
import type { KnownAges } from './stages.ts';

/** The words around a figure, from near to far, and what they name. */
export interface Context {
  /** Its clause; where that names nothing, with the nearest one before it that does. */
  clause: string;
  /** Its clause alone. */
  own: string;
  /** That with the names of holdings covered: "Realty Income" speaks of no income. An account is called by words that may be meant ("your savings"). */
  ownWords: string;
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
  /** What it is said to be a share of: "four fifths of the Roth". */
  of: readonly string[];
  /** How many things are named one after another behind the figure: "two positions, VTI and Apple". */
  listed: number;
  /** Whether its own clause names things, and all of them behind it. */
  behind: boolean;
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
  /** Families of facts that other figures of the passage are of. */
  families: ReadonlySet<string>;
  /** Where its sentence and the two before it begin and end. */
  within: readonly [from: number, until: number];
  /** What the sentence names, one after another. */
  names: readonly Named[];
  /** Those of them that are named in one breath: "VTI and Apple", "the two IRAs". */
  runs: readonly (readonly Named[])[];
}

/** Something that a sentence names, and where. */
export type Named = Pick<Mention, 'subjects' | 'start'>;

const SENTENCE_END = /[!?](?=\s|$)|\.(?=\s+(?:["“‘(]?[\p{Lu}\p{N}$…]|-\s)|\s*$)|\n/gu;
const CLAUSE_END = /[;()|—]|(?<!\w)–|–(?![\w$])| - |,(?!\d)|[.:](?=\s)|\n|\s(?:and|but|while|whereas|versus|vs\.?|against|compared|with|or(?! (?:more|less|so|better|worse|higher|lower|fewer|longer)\b)|plus|though|although|because|so|yet)(?=\s)/giu; // prettier-ignore
const LEADING = /^[\s)"”’]*(?:\([^)]*\)\s*)?(?:(?:of (?:it|that|them|this|the (?:total|whole|money|portfolio|account)|your (?:portfolio|money|savings|assets|account|nest egg|wealth))|is|are|was|were|goes?|sits?|comes?|lies|rests?|held|made up|made|composed|comprised|built up|locked up|spread|split|consists?|invested|allocated|exposure|position|stake|weighting|weight|share|sitting|parked|kept|tied up|being|currently|now|worth of|dollars?|cents|shares of|units of|worth)\s)*(?:in |to |into |on |as |of |with )?(?:your |the |an? |total |pure |plain |individual |holdings of )*$/i; // prettier-ignore

/** Words beside a figure that say nothing of what it is of. */
const SLIGHT =
  /\b(?:at|of|with|about|around|roughly|nearly|almost|just|only|some|over|under|now|currently|today|is|are|the|a|or)\b/gi;

/** Whether a clause is a figure by itself, as in "A and B: 12% and 5%". */
const isBare = (text: string, clause: Span | undefined) =>
  clause !== undefined && /^[\s$]*\d[\d,.%]*$/.test(text.slice(clause.start, clause.end));

const NONE: ReadonlySet<string> = new Set();

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
export function contextFinder(text: string, covered: string, found: readonly Mention[], ages: KnownAges) {
  const mentions = found.filter(({ base }) => base !== true);
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
      return {
        ...clause,
        subjects,
        here: new Set([...stagesIn(words, ages), ...(turns.length > 1 ? turnsIn(words) : [])]),
      };
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
    const paired = pairedWith(text, figure, span, own);
    // "38% (Great Depression)" names behind it what it is of.
    const enclosed = next !== undefined && between !== null && /^ ?\($/.test(between) && text.charAt(next.end) === ')';
    if (enclosed) [plain, subjects] = [[...next.subjects], [...next.subjects]];
    if (paired !== null) [plain, subjects] = [[...paired], [...paired]];
    // "The rest, $31,500, in checking": what a figure set off by commas is of stands behind it.
    const setOff = bare && between !== null && /^, (?:in|at|on) (?:your |the |an? )?$/.test(between);
    // "The 401(k)'s bond fund" is no account.
    const owns = next !== undefined && /^['’]s /.test(text.slice(next.end, next.end + 3));
    const attached = !owns && (setOff || (between !== null && LEADING.test(between))) ? (next?.subjects ?? []) : [];
    const previous = sentences[at - 1];
    const earlier = mentions.filter(({ start }) => start >= (previous?.start ?? span.start) && start < span.end);
    return {
      clause: words,
      own: alone,
      ownWords: withoutMentions(alone, own.filter(isCalledSo), clause.start),
      sentence: current.text,
      passage: previous === undefined ? current.text : `${text.slice(previous.start, previous.end)} ${current.text}`,
      subjects: new Set(subjects),
      attached: new Set(attached),
      beside: new Set([...plain, ...attached]),
      behind: plain.length === 0 && clause.subjects.length > 0,
      carried,
      of:
        found.find(({ base, start }) => base === true && start >= figure.end && start < figure.end + 25)?.subjects ??
        [],
      listed: listedAfter(text, figure, span, own),
      around: new Set(earlier.flatMap((one) => one.subjects)),
      named,
      here: clause.here,
      after: text.slice(figure.end, Math.min(span.end, figure.end + 60)),
      before: text.slice(Math.max(span.start, figure.start - 60), figure.start),
      families: NONE,
      within: [sentences[Math.max(0, at - 2)]?.start ?? span.start, span.end],
      names: own,
      runs: runsOf(text, own),
    };
  };
}

/** "A and B are 52% and 22%": the one of two things that a figure of two is of; null where there are no such two. */
function pairedWith(text: string, figure: Span, span: Span, mentions: readonly Mention[]): readonly string[] | null {
  const before = mentions.filter(({ end }) => end <= figure.start);
  const [one, other] = [before.at(-2), before.at(-1)];
  if (one === undefined || other === undefined) return null;
  if (!/^,? and (?:the |your )?$/.test(text.slice(one.end, other.start))) return null;
  const said = text.slice(other.end, figure.start);
  if (/^,? and (?:about |around |roughly )?\$?\d/.test(text.slice(figure.end, span.end)) && !/\d/.test(said))
    return one.subjects;
  return /^\D*\d[\d,.]*%? and (?:about |around |roughly )?\$?$/.test(said) ? other.subjects : null;
}

/** How many names follow the noun behind a figure, parted by commas and "and" alone. */
function listedAfter(text: string, figure: Span, span: Span, mentions: readonly Mention[]): number {
  const rest = text.slice(figure.end, span.end);
  const noun =
    /^[\s-](?:[a-z]+[\s-])?[a-z]+(?: (?:of|worth|at) \$[\d,.]+(?: each| apiece)?| each)?(?:,| \(|:|\s[–—])\s?/.exec(
      rest,
    )?.[0];
  if (noun === undefined) return 0;
  let [from, count] = [figure.end + noun.length, 0];
  for (const { start, end } of mentions) {
    if (start < from) continue;
    if (!/^(?:(?:, | )?(?:and )?(?:the |your )?)$/.test(text.slice(from, start))) break;
    [from, count] = [end, count + 1];
  }
  return count;
}

/** Mentions with nothing but commas and "and" between them, two things or more. */
function runsOf(text: string, mentions: readonly Mention[]): Mention[][] {
  const runs: Mention[][] = [];
  let last: Mention | undefined;
  for (const one of mentions) {
    const between = last === undefined ? null : text.slice(last.end, one.start);
    const joined = between !== null && /^(?:,? (?:and|plus|&) |, |\/)(?:the |your |its |both )?$/.test(between);
    if (joined) runs.at(-1)?.push(one);
    else runs.push([one]);
    last = one;
  }
  return runs.filter((run) => run.flatMap(({ subjects }) => subjects).length > 1);
}

const isCalledSo = ({ subjects }: Mention): boolean => subjects.some((one) => one.startsWith('holding:'));

/**
 * The text with what is named covered, so that no "and" within it parts a clause.
 *
 * @param offset where the text begins in that of the mentions
 */
function withoutMentions(text: string, mentions: readonly Mention[], offset = 0): string {
  let [from, whole] = [0, ''];
  for (const mention of mentions) {
    const [start, end] = [mention.start - offset, Math.min(mention.end - offset, text.length)];
    if (start < from || start >= end) continue;
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
