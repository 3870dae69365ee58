import type { Resource } from '../planned-fleet.ts';
import { guarding, heldElsewhere } from './guarding.ts';

/** What is a thing's own, though another may be called the same. */
const OWN = ['arn', 'id', 'name', 'tags', 'tags_all'];

/**
 * Attributes, as `TYPE.NAME`, that name another resource and that no list holds. A resource that is there to join two others can come loose from
 * either without anybody's failing: each plan is a valid one.
 */
export function unheldJoins(resources: readonly Resource[]): string[] {
  const ids = new Map(
    resources.flatMap(({ values: { id, arn } }) => [id, arn].flatMap((one) => (isText(one) ? [[one, id]] : []))),
  );
  const found = resources.flatMap(({ type, values }) => {
    const held = [...OWN, ...`${guarding[type] ?? ''} ${heldElsewhere[type] ?? ''}`.split(' ')];
    return Object.entries(values)
      .filter(([name]) => !held.includes(name))
      .filter(([, value]) => textsIn(value).some((text) => ids.has(text) && ids.get(text) !== values.id))
      .map(([name]) => `${type}.${name}`);
  });
  return [...new Set(found)];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Every text in a value, and every ARN that stands in one. */
function textsIn(value: unknown): string[] {
  if (isText(value)) return [value, ...(value.match(/arn:[\w:/.*-]+/g) ?? [])];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
