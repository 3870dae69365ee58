import type { Analysis } from '../schemas/analysis.ts';
import type { Targets } from '../schemas/goals.ts';
import type { Plan } from '../schemas/retirement-plan/plan.ts';

/** Whether the figures that a comparison needs are there at all. */
interface Known {
  /** Most positions have a value. */
  valued: boolean;
  /** Of most of the value the asset class is known. */
  classified: boolean;
}

/** Why a mix that was asked for (the person's targets, a plan's glide path) is compared with nothing; null where it is, or none was. */
export function whyUncompared(
  { targets, plan }: { targets?: Targets | undefined; plan?: Plan | undefined },
  drift: Analysis['drift'],
  { valued, classified }: Known,
): string | null {
  const own = targets?.assetClasses !== undefined;
  const path = !own && (plan?.market.glidePath.length ?? 0) > 0;
  const wanted = [
    ...((own || path) && drift.assetClass === null
      ? [path ? 'The mix of the plan’s glide path' : 'Your target mix']
      : []),
    ...(targets?.regions !== undefined && drift.region === null ? ['your target of regions'] : []),
  ];
  if (wanted.length === 0) return null;
  const what = wanted.join(' and ');
  const why = !valued
    ? 'most positions have no value'
    : classified
      ? 'of nothing that it is about is it known what it is made of'
      : 'most of the portfolio is of unknown make-up, and the rest would pass for the whole';
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} could not be compared with what is held: ${why}. So no trades toward it are proposed either.`;
}
