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

function gradeFacts(key: string, label: string, sense: string, graded: Score | null | undefined): FactDraft[] {
  if (graded === null || graded === undefined) return [];
  return [
    {
      name: `score.${key}`,
      label: `${label}, grade from 1 to 10 (${sense})`,
      value: graded.score,
      unit: 'ratio',
      how: graded.how,
    },
    ...graded.parts.map((part): FactDraft => ({
      name: `score.${key}.${part.key}`,
      label: `${label}: ${part.label}`,
      value: part.figure,
      unit: part.key === 'companies' || part.key === 'regions' || key === 'risk' ? 'fraction' : 'ratio',
      how: part.how,
    })),
  ];
}
