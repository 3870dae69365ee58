import type { Analysis } from '../../schemas/analysis.ts';
import type { Score } from '../../schemas/score.ts';
import type { FactDraft } from './fact-list.ts';

/** Grades of diversification and risk, with what they are made of. */
export function scoreFacts({ scores }: Analysis): FactDraft[] {
  return [
    ...gradeFacts('diversification', 'Diversification', '10 is best', scores?.diversification),
    ...gradeFacts('risk', 'Risk', '10 swings most', scores?.risk),
  ];
}

/** Grades and weights of the parts are plain numbers, 0 to 1: as percentages they would be taken for shares of money. */
function gradeFacts(key: string, label: string, sense: string, graded: Score | null | undefined): FactDraft[] {
  if (graded === null || graded === undefined) return [];
  return [
    {
      name: `score.${key}`,
      label: `${label}, graded ${graded.score} out of 10 (${sense})`,
      value: graded.score,
      unit: 'ratio',
      how: graded.how,
    },
    ...graded.parts.flatMap((part): FactDraft[] => {
      const at = `score.${key}.${part.key}`;
      const name = `${label}: ${part.label}`;
      const share = key === 'risk' || part.key !== 'assetClasses';
      return [
        { name: at, label: name, value: part.figure, unit: share ? 'fraction' : 'ratio', how: part.how },
        { name: `${at}.grade`, label: `${name}, grade`, value: part.grade, unit: 'ratio', how: part.how },
        {
          name: `${at}.weight`,
          label: `${name}, weight in the score`,
          value: part.weight,
          unit: 'ratio',
          how: graded.how,
        },
      ];
    }),
  ];
}
