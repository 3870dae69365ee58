import type { Fact } from '../../schemas/fact.ts';
import { contextFinder } from './context.ts';
import type { Context } from './context.ts';
import { familyOf } from './families.ts';
import { indexFacts } from './fact-index.ts';
import type { FactIndex } from './fact-index.ts';
import type { Figure, FigureKind } from './figure.ts';
import { matchFigure } from './match-figure.ts';
import type { Mark } from './named/marks.ts';
import { areSame, namesIn } from './named/names-in.ts';
import type { IdleMark } from './named/names-in.ts';
import { restated } from './named/restated.ts';
import { wholeText } from './named/whole-text.ts';
import type { Grounded } from './operands.ts';
import { citedIn, indexPassages } from './passages.ts';
import type { Passage, PassageIndex } from './passages.ts';
import { resolved } from './pronouns.ts';
import { readFigures } from './read-figures.ts';
import { reckon } from './reckon.ts';
import { falseAuthorities } from './sayings/authorities.ts';
import { falseSayings } from './sayings/false-sayings.ts';
import type { Saying } from './sayings/saying.ts';
import { statedBeside } from './stated-beside.ts';
import { strangersIn } from './strangers.ts';
import { viewOf } from './text-view.ts';
import type { TextView } from './text-view.ts';

/** A text and its place in what an agent wrote, e.g. "sections.2.body". */
export interface PlacedText {
  at: string;
  text: string;
  /** False: figures of passages are none here. */
  cites?: boolean;
  /** True: written by code, which names accounts as they are called; anybody else quotes a name that says something. */
  ours?: boolean;
  /** What its writer named in it. */
  marks?: readonly Mark[];
}

/** One figure of a text, where it stands, and the fact behind it; null where there is none. */
export interface Finding {
  /** The place of the text, and of the figure in it: characters from `start` up to `end`, without it. */
  at: string;
  start: number;
  end: number;
  text: string;
  kind: FigureKind;
  /**
   * Name of a fact; "retirement.balance.p5.80#age" for what its name says and not its value; "goals.income / 12" for what follows from facts; "passage.2" for a cited passage; "source" for a link of a
   * fact's; "vocabulary" for an ordinary word.
   */
  fact: string | null;
  /** A fact of that size that is of something else than the text says; null where there is none. */
  elsewhere: string | null;
  /** Where its writer named it and it is not that, or says what is not so: what is wrong, for the writer. */
  misnamed?: string;
}

export interface Grounding {
  figures: number;
  grounded: number;
  /** The figures that are no fact, as they stand in the texts, each once. */
  strays: string[];
  /** The same for whoever wrote them, one sentence each: what is wrong with the figure. */
  problems: string[];
  findings: Finding[];
}

/**
 * Matches every number, percentage, amount of money, date, ticker and link of the texts to a fact or to a cited passage, in
 * digits or words, rounded as people round, and to one that is of what the words around it speak of. Names of accounts and
 * instruments may contain digits and are not figures. A text without a place has its number in the list for one.
 *
 * @example checkGrounding(['It is worth about $412,000.'], facts).strays // [] when a fact says 412,345.67
 */
export function checkGrounding(
  texts: readonly (string | PlacedText)[],
  facts: readonly Fact[],
  passages: readonly Passage[] = [],
): Grounding {
  const index = indexFacts(facts);
  const cited = indexPassages(passages);
  const findings = texts.flatMap((one, at) =>
    typeof one === 'string'
      ? findingsIn({ at: String(at), text: one }, index, cited)
      : findingsIn(one, index, one.cites === false ? NONE : cited),
  );
  const strays = findings.filter(({ fact }) => fact === null);
  return {
    figures: findings.length,
    grounded: findings.length - strays.length,
    strays: [...new Set(strays.map(({ text }) => text))],
    problems: [...new Set(strays.map((one) => problemOf(one, facts)))],
    findings,
  };
}

const NONE: PassageIndex = { figures: [], passages: [] };

function findingsIn(
  { at, text: written, marks = [], ours = false }: PlacedText,
  index: FactIndex,
  cited: PassageIndex,
): Finding[] {
  const view = resolved(viewOf(written));
  const covered = index.cover(view.text, ours ? 'anywhere' : undefined);
  const figures = readFigures({ text: covered }).filter((one) => !view.inserted.some(({ start, end }) => one.start >= start && one.start < end)); // prettier-ignore
  const mentions = index.mentions(view.text);
  const strangers = strangersIn(view.text, index).map((figure) => strangerAt(at, figure, view)); // prettier-ignore
  const names = namesIn(marks, figures, view, written, index);
  const sayings = [...falseSayings(view.text, mentions, figures, index), ...falseAuthorities(view.text, index, cited.passages)]; // prettier-ignore
  const others = [
    ...strangers,
    ...sayings.map((one) => sayingAt(at, one, view)),
    ...names.idle.map((mark) => idleAt(at, mark)),
  ];
  if (figures.length === 0) return others;
  const whole = wholeText(view.text, mentions);
  const contextOf = contextFinder(view.text, covered, mentions, index.ages);
  const read = figures.map((figure) => {
    const context = contextOf(figure);
    const named = names.of(figure, context, whole);
    if (named !== null) return { figure, context, elsewhere: null, fact: named.fact, named };
    const { fact, elsewhere } = matchFigure(figure, context, index);
    return {
      figure,
      context,
      elsewhere,
      fact: fact ?? citedIn(figure, context, cited),
    };
  });
  const first = read.flatMap(({ figure, fact }) => (fact === null ? [] : [{ figure, fact }]));
  // What no word tells may be told by the figures around it: once more for those, and then for what is reckoned.
  const again = read.map((one) => {
    if (one.fact !== null || 'named' in one) return one;
    const context = {
      ...one.context,
      families: familiesIn(first, one.context.within),
    };
    if (context.families.size === 0) return one;
    return { ...one, fact: matchFigure(one.figure, context, index).fact };
  });
  const grounded = again.flatMap(({ figure, fact }) => (fact === null ? [] : [{ figure, fact }]));
  const byName = again.flatMap(({ figure, fact, ...rest }) => (fact !== null && 'named' in rest ? [{ figure, fact }] : [])); // prettier-ignore
  const findings = again.map(({ figure, context, fact, elsewhere, ...rest }): Finding => {
    const named = 'named' in rest ? rest.named : null;
    const said = fact === null && named === null ? restated(figure, view.text, context, byName, index) : null;
    const follows = fact === null ? (said ?? statedBeside(figure, context, byName, index) ?? reckon({ figure, context, index, grounded })) : null; // prettier-ignore
    const reckoned = named === null || (follows !== null && areSame(follows, named.names)) ? follows : null;
    // A second step may go on from there: "that is $4,000 a month, $800 less".
    if (reckoned !== null && reckoned !== 'vocabulary') {
      const place = grounded.findIndex((one) => one.figure.start > figure.start);
      grounded.splice(place === -1 ? grounded.length : place, 0, {
        figure,
        fact: reckoned,
      });
    }
    return {
      at,
      start: view.offsets[figure.start] ?? 0,
      // The mark-up behind a figure is none of it.
      end: (view.offsets[figure.end - 1] ?? written.length - 1) + 1,
      text: figure.text,
      kind: figure.kind,
      fact: fact ?? reckoned,
      elsewhere,
      ...(named !== null && fact === null && reckoned === null && { misnamed: named.fault }),
    };
  });
  return others.length === 0 ? findings : [...findings, ...others].sort((a, b) => a.start - b.start);
}

/** A name that no fact has, of which the text says that it is held. */
const strangerAt = (at: string, { kind, start, end, text }: Figure, { offsets }: TextView): Finding => {
  return {
    at,
    start: offsets[start] ?? 0,
    end: (offsets[end - 1] ?? 0) + 1,
    text,
    kind,
    fact: null,
    elsewhere: null,
  };
};

/** What facts say is not so, or nobody who may be cited says. */
function sayingAt(at: string, { start, end, fault }: Saying, { text, offsets }: TextView): Finding {
  const said = text.slice(start, end);
  const place = { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
  return { at, ...place, text: said, kind: 'word', fact: null, elsewhere: null, misnamed: `"${said}": ${fault}` };
}

const idleAt = (at: string, { start, end, text, fault }: IdleMark): Finding => {
  return { at, start, end, text, kind: 'word', fact: null, elsewhere: null, misnamed: fault };
};

/** The families of the facts that stand within a part of a text. */
function familiesIn(grounded: readonly Grounded[], [from, until]: Context['within']): Set<string> {
  const near = grounded.filter(({ figure: { start } }) => start >= from && start < until);
  return new Set(near.flatMap(({ fact }) => familyOf(fact) ?? []));
}

function problemOf({ text, elsewhere, misnamed }: Finding, facts: readonly Fact[]): string {
  if (misnamed !== undefined) return misnamed;
  const other = facts.find(({ name }) => name === elsewhere?.replace(/#.*$/, ''));
  if (other === undefined) return `"${text}" is not among the facts`;
  return `"${text}" is said of something that no fact says it of; a figure like it is "${other.label}" (${other.name})`;
}
