import type * as z from 'zod';
import type { FieldProblem } from '../../shared/errors.ts';
import { INFINITE, isInfinite } from '../../shared/schemas/issue-message.ts';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, [ ... ]',
  tuple: 'a list, [ ... ]',
  object: 'an object, { ... }',
  record: 'an object, { ... }',
};

/** What is wrong with a plan, each field by its path (people[0].age) and in plain words. `input` is what was checked. */
export function planProblems(issues: readonly Issue[], input: unknown): FieldProblem[] {
  const flat = issues.flatMap((issue) => innermost(issue, []));
  // A rule across fields has nothing to add where one of its fields is itself at fault.
  const faults = flat.filter(({ issue }) => issue.code !== 'custom').map(({ path }) => pathOf(path));
  const known = (path: string): boolean => faults.some((fault) => fault === path || fault.startsWith(`${path}[`));
  return flat.flatMap(({ issue, path }) => {
    const field = pathOf(path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: pathOf([...path, key]), message: 'is not a field of a plan' }));
    }
    if (issue.code === 'custom' && known(field)) return [];
    return [{ path: field === '' ? 'plan' : field, message: inWords(issue, valueAt(input, path)) }];
  });
}

interface Placed {
  issue: Issue;
  path: PropertyKey[];
}

/** Of a field that takes several forms, what is wrong with the form it was given in. */
function innermost(issue: Issue, outer: readonly PropertyKey[]): Placed[] {
  const path = [...outer, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const meant = issue.errors.find((form) => form.every((one) => one.path.length > 0));
  return meant === undefined ? [{ issue, path }] : meant.flatMap((one) => innermost(one, path));
}

function inWords(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') {
    return issue.code === 'invalid_union' ? `is missing: ${forms(issue)}` : 'is missing';
  }
  if (isInfinite(value)) return INFINITE;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}, not ${shown(value)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}, not ${shown(value)}`;
    case 'invalid_union':
      return `must be ${forms(issue)}, not ${shown(value)}`;
    case 'too_small':
      return sized(issue, issue.minimum, issue.inclusive === false ? 'above' : 'at least', value);
    case 'too_big':
      return sized(issue, issue.maximum, issue.inclusive === false ? 'below' : 'at most', value);
    default:
      return issue.message;
  }
}

/** The names of the forms where one field tells them apart, else what kinds of value they are. */
function forms(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if ('options' in issue) return `one of ${issue.options.map(String).join(', ')}`;
  const expected = issue.errors.flatMap(([one]) => (one?.code === 'invalid_type' ? [kinds[one.expected]] : []));
  return expected.join(' or ');
}

function sized(
  { origin }: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  bound: number | bigint,
  words: string,
  value: unknown,
): string {
  const limit = bound.toLocaleString('en-US');
  if (origin === 'array') return `must have ${words} ${limit} ${bound === 1 ? 'entry' : 'entries'}`;
  if (origin === 'string') return `must have ${words} ${limit} ${bound === 1 ? 'character' : 'characters'}`;
  return `must be ${words} ${limit}, not ${shown(value)}`;
}

/** A value as a person wrote it, or what it is where it is too long to repeat. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `a ${typeof value} that long` : text;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? new Map<PropertyKey, unknown>(Object.entries(value)).get(String(key))
        : undefined,
    input,
  );
}

const pathOf = (parts: readonly PropertyKey[]): string =>
  parts
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
