import type { Fact } from '../../schemas/fact.ts';
import { indexFacts } from './fact-index.ts';
import type { FigureKind } from './figure.ts';
import { matchFigure } from './match-figure.ts';
import { readFigures } from './read-figures.ts';

/** One figure of a text and the fact behind it; null where there is none. */
export interface Finding {
  text: string;
  kind: FigureKind;
  fact: string | null;
}

export interface Grounding {
  figures: number;
  grounded: number;
  /** The figures that are no fact, as they stand in the texts, each once. */
  strays: string[];
  findings: Finding[];
}

/**
 * Matches every number, percentage, amount of money, date, ticker and link of the texts to a fact, rounded as people round.
 * Names of accounts and instruments may contain digits and are not figures.
 *
 * @example checkGrounding(['It is worth about $412,000.'], facts).strays // [] when a fact says 412,345.67
 */
export function checkGrounding(texts: readonly string[], facts: readonly Fact[]): Grounding {
  const index = indexFacts(facts);
  const findings = texts.flatMap((text) =>
    readFigures(index.withoutNames(text)).map((figure): Finding => {
      return { text: figure.text, kind: figure.kind, fact: matchFigure(figure, index) };
    }),
  );
  const strays = findings.filter(({ fact }) => fact === null);
  return {
    figures: findings.length,
    grounded: findings.length - strays.length,
    strays: [...new Set(strays.map(({ text }) => text))],
    findings,
  };
}
