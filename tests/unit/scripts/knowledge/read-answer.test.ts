// A function of another version than the scripts is named, with what to do, and without a stack trace.
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { CommandError } from '../../../../scripts/analysis/command-error.ts';
import { readAnswer } from '../../../../scripts/knowledge/read-answer.ts';

const form = z.object({ passages: z.array(z.object({ text: z.string() })) });

test('an answer of the known form is read', () => {
  expect(readAnswer('aws', 'search', { passages: [{ text: 'a' }] }, form)).toEqual({ passages: [{ text: 'a' }] });
});

test.each([
  ['aws', 'npm run deploy -- --only search'],
  ['laptop', 'npm start'],
] as const)('one that lacks a field, on %s, is told as such', (target, remedy) => {
  let caught: unknown;
  try {
    readAnswer(target, 'search', { passages: [{}] }, form);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(CommandError);
  const told = caught instanceof CommandError ? [caught.message, ...caught.lines].join('\n') : '';
  expect(told).toContain('The function search answered in a form that is not known here (passages.0.text:');
  expect(told).toContain(remedy);
});
