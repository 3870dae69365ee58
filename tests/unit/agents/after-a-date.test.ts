// Half of a question was tried as if from today that begins at a date which its other half says.
import { expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';

test.each([
  'What if I go part-time at 55 and save only half?',
  'Suppose I switch jobs at 58 and spend $70,000 a year?',
])('what may begin at a date before it is not tried from today: %s', (question) => {
  const { whatIfs, unread } = planPlay(question, 50);
  expect(whatIfs).toEqual([]);
  expect(unread).not.toEqual([]);
});

test.each([
  'What if I retire at 60 and spend $70,000 a year?',
  "I'm 50 and save half as much from 55 on: is it enough?",
  'What if I save only half from age 55 on?',
  'How much will I have at 65 if I save half as much?',
])('a date that is read, or the age of who asks, is no such date: %s', (question) => {
  expect(planPlay(question, 50).whatIfs).not.toEqual([]);
});
