import type { Analysis } from '../../schemas/analysis.ts';
import { grouped } from '../../charts/figure-format.ts';
import { percent } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

/** Parts whose figure is an effective number; the others are shares. */
const NUMBERS = new Set(['diversification.assetClasses']);

/** What the grades from 1 to 10 are made of; null where there are none. */
export function scoresTable({ scores }: Analysis): Table | null {
  const graded = (['diversification', 'risk'] as const).flatMap((key) => {
    const score = scores?.[key] ?? null;
    return score === null ? [] : [{ key, score, title: key === 'risk' ? 'Risk' : 'Diversification' }];
  });
  if (graded.length === 0) return null;
  return {
    id: 'scores',
    caption: 'What the grades are made of',
    columns: [words('Part'), figures('Measured'), figures('Part’s grade'), figures('Weight')],
    rows: graded.flatMap(({ key, score, title }) => [
      [cell(`${title}: ${score.score} of 10`, score.how), cell(''), cell(''), cell('')],
      ...score.parts.map((part) => [
        cell(part.label, part.how),
        cell(NUMBERS.has(`${key}.${part.key}`) ? grouped(part.figure, 1) : percent(part.figure)),
        cell(percent(part.grade, 0)),
        cell(percent(part.weight, 0)),
      ]),
    ]),
    notes: [
      'For diversification 10 is best, and a part’s weight is its share of what is missing to 10; for risk 10 swings most, and a part’s weight is its share of the variance.',
    ],
  };
}
