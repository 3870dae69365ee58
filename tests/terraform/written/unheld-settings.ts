import type { Resource } from '../planned-fleet.ts';
import { guarding, heldElsewhere } from './guarding.ts';

/** Words for people, what every resource has, and what AWS makes up; a setting that names another resource by its ARN is in joins.ts. */
const NO_SETTING =
  /^(?:arn|id|name|region|tags|tags_all|description|account_id|owner_id|registry_id|master_user_secret|url)$|_(?:arn|url)$/;

/**
 * Settings, as `TYPE.NAME`, that are there and that nobody holds to anything: another value of one would change nothing here. What is null, 0,
 * false or empty is what is not set.
 */
export function unheldSettings(resources: readonly Resource[]): string[] {
  const found = resources.flatMap(({ type, values }) => {
    const held = `${guarding[type] ?? ''} ${heldElsewhere[type] ?? ''}`.split(' ');
    return Object.entries(values)
      .filter(([name, value]) => !NO_SETTING.test(name) && !held.includes(name) && isSet(value))
      .map(([name]) => `${type}.${name}`);
  });
  return [...new Set(found)];
}

function isSet(value: unknown): boolean {
  // The stand-in's own words for what only AWS knows.
  if (typeof value === 'string') return value !== '' && !value.startsWith('stub-');
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isSet);
  return value !== null && value !== undefined && value !== 0 && value !== false;
}
