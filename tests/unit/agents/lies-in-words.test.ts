// What a judge's sentences showed to pass: promises without a figure, sizes in words, names that are called the largest and are not.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { review, textsOfSections } from '../../../shared/agents/review.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';
import { agentText } from '../../../shared/schemas/text.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/grounding/words/${name}.json`, import.meta.url), 'utf8'));
const texts = (name: string) => z.array(z.string()).parse(read(name));
const judged = { answer: agentText, texts: textsOfSections, facts: factList.parse(read('facts')) };
const isStopped = (body: string) =>
  review({ sections: [{ id: 'risks', title: 'Notes', body }] }, judged, 'names').problems.length > 0;

test('certainty of what nobody knows, false sizes in words and false ranks are stopped, but for the few that are known', () => {
  expect(texts('lies').filter((body) => !isStopped(body))).toEqual(texts('believed'));
});

test('the same words said honestly are not, but for the few that are known', () => {
  expect(texts('honest').filter(isStopped)).toEqual(texts('flagged'));
});
