import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

const A: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  array: 'a list [...]',
  object: 'an object {...}',
  record: 'an object {...}',
  int: 'a whole number',
  boolean: 'true or false',
};

/** Texts of a form that a schema names. */
const FORMS: Record<string, string> = {
  date: 'must be a date such as "2026-03-31"',
  datetime: 'must be a moment such as "2026-03-31T09:30:00.000Z"',
  uuid: 'must be an ID such as "123e4567-e89b-42d3-a456-426614174000"',
  url: 'must be an address such as "https://example.com"',
  email: 'must be an e-mail address',
};

/** What zod says of a field that is not there. */
const absent: ReadonlySet<string> = new Set(['invalid_type', 'invalid_value', 'invalid_union']);

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

/** The value at an issue's path; undefined where there is none. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step) ? Reflect.get(inner, step) : undefined,
    value,
  );

/** A number of JSON beyond 1.8e308 (1e400) is infinite once it is read, and none that a schema takes. */
export const isInfinite = (input: unknown): boolean => input === Infinity || input === -Infinity;
export const INFINITE = 'is a number too large to be read';

/**
 * What is wrong with a field, in words for the person who wrote it: the one place where zod's issues become ours. `input` is
 * the field's value (`valueAt`), undefined where it is absent.
 */
export function issueMessage(issue: Issue, input: unknown): string {
  if (input === undefined && absent.has(issue.code)) return 'is missing';
  if (isInfinite(input)) return INFINITE;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int' && typeof input === 'number') return 'must be a whole number';
      return `must be ${A[issue.expected] ?? issue.expected}, not ${kindOf(input)}`;
    case 'unrecognized_keys':
      return 'Alex knows no such field here';
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
    case 'too_big':
      return sized(issue);
    case 'invalid_format':
      return FORMS[issue.format] ?? (ownWords(issue) ? issue.message : 'has the wrong form');
    case 'not_multiple_of':
      return `must be a multiple of ${figure(issue.divisor)}`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return ownWords(issue) ? issue.message : 'has none of the forms that are understood here';
    default:
      return issue.message;
  }
}

/** Whether a schema says it in words of its own: zod's begin like this. */
const ownWords = ({ message }: Issue): boolean => !/^(?:Invalid|Unrecognized|Too )/.test(message);

/** Groups of three; the locale's own formatter takes a millisecond. */
const figure = (bound: number | bigint): string => {
  const [whole = '', decimals] = String(bound).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals === undefined ? '' : `.${decimals}`}`;
};

function sized(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const { origin } = issue;
  const small = issue.code === 'too_small';
  const bound = small ? issue.minimum : issue.maximum;
  if (small && (origin === 'array' || origin === 'string')) {
    const noun = origin === 'array' ? 'entries' : 'characters';
    return Number(bound) <= 1 ? 'must not be empty' : `must have at least ${bound} ${noun}`;
  }
  if (origin === 'array') return `has too many entries (at most ${bound})`;
  if (origin === 'string') return `is too long (at most ${bound} characters)`;
  if (issue.inclusive === false) return `must be ${small ? 'more' : 'less'} than ${figure(bound)}`;
  return `must be ${figure(bound)} or ${small ? 'more' : 'less'}`;
}
