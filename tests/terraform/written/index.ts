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

/** Of what App Runner is told, what the comparison with the laptop does not look at: who pulls, as whom it runs, from where, and when it deploys. */
const COMPARED = /image_configuration|image_identifier|\.(?:cpu|memory) /;
/** Roles have the deployment's name. */
const OWN_ROLE = /role\/(\w+)\/\1-/;

/** Roles and settings of containers on App Runner: the other lists are of ECS Express Mode, which is the default. */
export function appRunnerFindings(resources: readonly Resource[]): string[] {
  const told = [...settingFacts(resources)].flatMap(([place, facts]) =>
    place.includes('.aws_apprunner_service.')
      ? [
          [
            place,
            facts.filter((fact) => !COMPARED.test(fact)).map((fact) => fact.replace(OWN_ROLE, 'role/alex/alex-')),
          ] as const,
        ]
      : [],
  );
  return differences(
    'app-runner.txt',
    new Map([...policyFacts(resources), ...told]),
    (place) =>
      place.startsWith('module.researcher[') &&
      (place.endsWith(' assume_role_policy') || place.includes('.aws_apprunner_service.')),
  );
}
