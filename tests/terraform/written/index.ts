import type { Resource } from '../planned-fleet.ts';
import { policyFacts } from './policy-facts.ts';
import { unheldJoins } from './joins.ts';
import { settingFacts, unknownTypes } from './setting-facts.ts';
import { unheldSettings } from './unheld-settings.ts';
import { differences } from './written-list.ts';

/**
 * What differs from the written lists, a line each: statements of policies, with every condition, all that is made, and the settings that guard
 * it or join it to something else.
 *
 * @param whole true for the small fleet of tests/fixtures/terraform, which the lists are of; of another fleet only what does not depend on
 *   its functions is looked at: the deployers' policies and the boundary
 */
export function writtenFindings(resources: readonly Resource[], whole: boolean): string[] {
  const of = (place: string): boolean => whole || place.startsWith('module.permissions[0].');
  return [
    ...differences('policies.txt', policyFacts(resources), of),
    ...differences('settings.txt', settingFacts(resources), of),
    ...unknownTypes(resources).map(
      (type) => `nobody here says which settings of ${type} guard something (guarding.ts)`,
    ),
    ...unheldJoins(resources).map(
      (attribute) => `${attribute} names another resource, and nobody holds it (guarding.ts)`,
    ),
    ...unheldSettings(resources).map((attribute) => `${attribute} is set, and nobody holds it (guarding.ts)`),
  ];
}

/** Who may take the roles of containers on App Runner: the other lists are of ECS Express Mode, which is the default. */
export const appRunnerFindings = (resources: readonly Resource[]): string[] =>
  differences(
    'app-runner.txt',
    policyFacts(resources),
    (place) => place.startsWith('module.researcher[') && place.endsWith(' assume_role_policy'),
  );
