import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

const A: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  array: 'a list [...]',
  object: 'an object {...}',
  record: 'an object {...}',
  int: 'a whole number',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

/** What is wrong with a field, in words for the person who wrote the file; `input` is the field's value. */
export function schemaMessage(issue: Issue, input: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return input === undefined
        ? 'is missing'
        : `must be ${A[issue.expected] ?? issue.expected}, not ${kindOf(input)}`;
    case 'unrecognized_keys':
      return 'Alex knows no such field here';
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'must not be empty'
        : `must be ${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'array'
        ? `has too many entries (at most ${issue.maximum})`
        : issue.origin === 'string'
          ? `is too long (at most ${issue.maximum} characters)`
          : `must be ${issue.maximum} or less`;
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a date such as "2026-03-31"' : issue.message;
    default:
      return issue.message;
  }
}
