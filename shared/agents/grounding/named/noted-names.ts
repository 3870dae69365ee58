import type { GroundingCheck } from '../../../schemas/text.ts';
import type { Mark } from './marks.ts';

/** The names that a stored check has behind the figures of a text, as if its writer had just named them. */
export function notedNames(place: string, { findings = [] }: Pick<GroundingCheck, 'findings'>): Mark[] {
  return findings.flatMap(({ at, start, end, fact }): Mark[] => {
    const isNamed = at === place && fact !== null && /^[a-z]\w*\./.test(fact) && !/#|^passage\./.test(fact);
    return isNamed ? [{ start, end, target: fact, nested: false }] : [];
  });
}
