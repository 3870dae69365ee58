import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { issueMessage, valueAt } from '../../../shared/schemas/issue-message.ts';

const schema = z.object({
  least: z.number().min(16),
  most: z.number().max(1_000_000),
  below: z.number().lt(0.5),
  whole: z.number().int(),
  step: z.number().multipleOf(5),
  choice: z.enum(['red', 'blue']),
  text: z.string().max(3),
  list: z.array(z.string()).min(1),
  id: z.uuid(),
  code: z.string().regex(/^x$/),
  own: z.string().regex(/^x$/, 'must be x'),
  either: z.union([z.string(), z.number()]),
  day: z.iso.date(),
});

test('no limit is told in the words of the library', () => {
  const wrong = {
    ...{ least: 1, most: 2_000_000, below: 0.5, whole: 1.5, step: 7, choice: 'green', text: 'long', list: [] },
    ...{ id: 'x', code: 'y', own: 'y', either: true, day: '31/12/2026' },
  };
  const issues = schema.safeParse(wrong).error?.issues ?? [];
  const said = Object.fromEntries(
    issues.map((issue) => [issue.path.join('.'), issueMessage(issue, valueAt(wrong, issue.path))]),
  );
  expect(said).toEqual({
    least: 'must be 16 or more',
    most: 'must be 1,000,000 or less',
    below: 'must be less than 0.5',
    whole: 'must be a whole number',
    step: 'must be a multiple of 5',
    choice: 'must be one of red, blue',
    text: 'is too long (at most 3 characters)',
    list: 'must not be empty',
    id: 'must be an ID such as "123e4567-e89b-42d3-a456-426614174000"',
    code: 'has the wrong form',
    own: 'must be x',
    either: 'has none of the forms that are understood here',
    day: 'must be a date such as "2026-03-31"',
  });
});

test('a number beyond what a double holds is told as null, or as no number', () => {
  const wrong: unknown = JSON.parse('{"least": 1e400, "most": -1e400, "whole": 1e400, "either": {}, "choice": 1e400}');
  const issues = schema.safeParse(wrong).error?.issues ?? [];
  const said = new Map(issues.map((issue) => [issue.path.join('.'), issueMessage(issue, valueAt(wrong, issue.path))]));
  for (const field of ['least', 'most', 'whole', 'choice']) {
    expect(`${field} ${said.get(field) ?? ''}`).toBe(`${field} is a number too large to be read`);
  }
  expect(said.get('either')).toBe('has none of the forms that are understood here');
});
