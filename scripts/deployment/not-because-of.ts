import { withPlan, type Plan, type PlannedChange } from '../terraform/plan.ts';
import { stagesVariable, type Stage } from '../terraform/variables-file.ts';

export interface Destruction {
  /** The stages that are there or wanted, before it. */
  on: readonly Stage[];
  /** Those that stay. */
  kept: readonly Stage[];
  /** `-var` of the images' tags, where the file's will not do. */
  tags: readonly string[];
  /** What to run again where Terraform cannot tell. */
  again: string;
}

/**
 * The changes of a plan that would be made as well if nothing were destroyed: of settings, functions or images that have changed since
 * the last deployment, or that were never finished. Terraform makes a plan whole, so they cannot be left out.
 */
export async function notBecauseOf(
  { changes, stateBefore }: Plan,
  { on, kept, tags, again }: Destruction,
): Promise<PlannedChange[]> {
  const goes = changes.every(({ change }) => change === 'destroy');
  if (changes.length === 0 || (goes && kept.every((stage) => stage === '1-permissions'))) return [];
  return withPlan({ variables: [stagesVariable(on), ...tags], again, name: 'as-it-is', stateBefore }, (plan) => {
    const anyway = new Map(plan.changes.map(({ address, change }) => [address, change]));
    const isSame = ({ address, change }: PlannedChange): boolean =>
      anyway.has(address) && (anyway.get(address) === 'destroy') === (change === 'destroy');
    return Promise.resolve(changes.filter(isSame));
  });
}
