import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { matchFigure } from '../match-figure.ts';
import type { TextView } from '../text-view.ts';
import { factsOfExpression } from './expression.ts';
import type { Mark } from './marks.ts';
import { nameFigure, readTarget } from './name-figure.ts';
import type { Naming } from './name-figure.ts';
import type { WholeText } from './whole-text.ts';

/** What is said of a figure by the mark around it. */
export interface NamedFigure extends Naming {
  /** The facts that its writer named. */
  names: readonly string[];
}

/** A mark that names what there is not, around words that hold no figure. */
export interface IdleMark {
  start: number;
  end: number;
  text: string;
  fault: string;
}

export interface Names {
  /** What the writer named a figure; null where nothing, or where its mark does not say which of its figures is meant. */
  of: (figure: Figure, context: Context, whole: WholeText) => NamedFigure | null;
  /** The marks around no figure that name no fact. */
  idle: readonly IdleMark[];
}

const NO_MATCH = { fact: null } as const;
const NONE: Names = { of: () => null, idle: [] };
/** Letters and links are no quantities: their marks say nothing of them. */
const UNNAMED: ReadonlySet<Figure['kind']> = new Set(['ticker', 'word', 'link']);

/** A passage is cited by its number behind the sentence; a figure of one goes the way of all that have no name. */
const PASSAGE = /^\s*(?:passage\.?\s?)?\d+\s*$/;

/** The names that a writer gave to the figures of a text. */
export function namesIn(
  given: readonly Mark[],
  figures: readonly Figure[],
  { offsets }: Pick<TextView, 'offsets'>,
  written: string,
  index: FactIndex,
): Names {
  // prettier-ignore
  const marks = given.filter(({ target }) => !PASSAGE.test(target));
  if (marks.length === 0) return NONE;
  const counted = figures.filter(({ kind }) => !UNNAMED.has(kind));
  const placed = counted.map((figure) => {
    const [start, end] = [offsets[figure.start] ?? 0, (offsets[figure.end - 1] ?? 0) + 1];
    return { figure, marks: marks.filter((mark) => mark.start < end && start < mark.end) };
  });
  const held = (mark: Mark) => placed.filter(({ marks: own }) => own.includes(mark)).length;
  const idle = marks
    .filter((mark) => held(mark) === 0)
    .flatMap((mark): IdleMark[] => {
      const read = readTarget(mark.target, index);
      const text = written.slice(mark.start, mark.end);
      return 'fault' in read ? [{ start: mark.start, end: mark.end, text, fault: said(text, mark.target, read.fault) }] : []; // prettier-ignore
    });
  const of: Names['of'] = (figure, context, whole) => {
    const own = placed.find((one) => one.figure === figure)?.marks ?? [];
    const [mark] = own;
    if (mark === undefined) return null;
    const text = written.slice(mark.start, mark.end);
    if (own.length > 1 || mark.nested) return { fact: null, fault: said(text, mark.target, 'put each figure in one mark of its own'), names: [] }; // prettier-ignore
    const naming = nameFigure(figure, mark.target, context, whole, index);
    const names = namesOf(mark.target, index);
    if (naming.fact !== null) return { ...naming, names };
    // What the words tell without the name is as good, where it is what is named.
    const { fact } = naming.plainly === true ? NO_MATCH : matchFigure(figure, context, index);
    if (fact !== null && (areSame(fact, names) || areEqual(fact, names, index))) return { fact, fault: '', names };
    // Of several figures in one mark the others go without a name.
    if (held(mark) > 1) return null;
    return { ...naming, fault: said(text, mark.target, naming.fault), names: naming.plainly === true ? [] : names };
  };
  return { of, idle };
}

const said = (text: string, target: string, fault: string) => `[${text}](${target.trim()}): ${fault}`;

function namesOf(target: string, index: FactIndex): string[] {
  const read = readTarget(target, index);
  return 'fault' in read ? [] : factsOfExpression(read.expression);
}

/** Whether an expression noted behind a figure is of the facts that were named, and of no others. */
export function areSame(noted: string, names: readonly string[]): boolean {
  const facts = factsIn(noted);
  return names.length > 0 && facts.length === new Set(names).size && facts.every((name) => names.includes(name));
}

/** Whether two facts have one and the same value: what the one account for retirement holds, and what is tax-deferred. */
function areEqual(fact: string, [name, ...others]: readonly string[], { values, units }: FactIndex): boolean {
  const [one, other] = [values.get(fact), values.get(name ?? '')];
  if (others.length > 0 || typeof one !== 'number' || typeof other !== 'number') return false;
  return units.get(fact) === units.get(name ?? '') && Math.abs(one - other) <= 1e-9 * Math.abs(one);
}

/** The facts in what is noted behind a figure: "(a + b) / 12" has two. */
export function factsIn(noted: string): string[] {
  const parts = noted.split(/ [-+*/±] |, |[()]/).map((part) => part.trim().replace(/#\w+$/, ''));
  return [...new Set(parts.filter((part) => part !== '' && !/^[\d.]+$/.test(part)))];
}
