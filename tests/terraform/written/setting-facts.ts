import type { Resource } from '../planned-fleet.ts';
import { guarding } from './guarding.ts';
import type { Facts } from './written-list.ts';

/** Every resource, and of its guarding settings a fact for each value that is set. */
export function settingFacts(resources: readonly Resource[]): Facts {
  const addresses = new Map(resources.map(({ address, values }) => [values.id, address]));
  // Where AWS makes up an ID, the stand-in takes twelve digits that say nothing to a reader, and whose order hangs on everything that is set
  // in the thing.
  const named = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replace(/\b[0-9a-f]{12}\b/g, (id) => addresses.get(id) ?? id) : value;
  return new Map(
    resources.map(({ address, type, values }): [string, string[]] => {
      const names = guarding[type]?.split(' ') ?? [];
      return [address, names.flatMap((name) => leaves(inTheWordsOf(named, values[name]), name)).toSorted()];
    }),
  );
}

const inTheWordsOf = (named: (key: string, value: unknown) => unknown, value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value), named);

/** Types that are not in guarding.ts. */
export const unknownTypes = (resources: readonly Resource[]): string[] => [
  ...new Set(resources.filter(({ type }) => guarding[type] === undefined).map(({ type }) => type)),
];

/**
 * What is set, `block.attribute = value` each. A block says something by being there, though nothing is set in it (`block {}`); null, no text and
 * no blocks are what is not set.
 */
export function leaves(value: unknown, path = ''): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    if (value.every((one) => typeof one !== 'object')) return [`${path} = ${value.map(String).toSorted().join(' ')}`];
    return value.flatMap((one: unknown) => leaves(one, `${path}${labelOf(one)}`));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    const text = textOf(value);
    return text.startsWith('stub-') ? [] : [`${path} = ${text}`];
  }
  if (typeof value !== 'object') return [];
  const own = Object.entries(value).flatMap(([name, inside]) => leaves(inside, path === '' ? name : `${path}.${name}`));
  return own.length > 0 ? own : [path];
}

/** What tells blocks of one name apart. */
function labelOf(block: unknown): string {
  if (typeof block !== 'object' || block === null) return '';
  const label = ['name', 'type', 'notification_type', 'field', 'id'].map(
    (name) => Object.entries(block).find(([key, value]) => key === name && typeof value === 'string')?.[1] as unknown,
  );
  const found = label.find((one) => typeof one === 'string');
  return typeof found === 'string' ? `[${found}]` : '';
}

/** JSON in a text in one line, whatever spaces it was written with. */
function textOf(value: string | number | boolean): string {
  const text = String(value);
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
