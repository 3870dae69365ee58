// What a judge's lies showed to pass is mended by classes: what no fact tells of people, causes and the past, turned directions, worst of all.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { review, textsOfSections } from '../../../shared/agents/review.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';
import { agentText } from '../../../shared/schemas/text.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/grounding/classes/${name}.json`, import.meta.url), 'utf8'));
const texts = (name: string) => z.array(z.string()).parse(read(name));
const judged = { answer: agentText, texts: textsOfSections, facts: factList.parse(read('facts')) };
const isStopped = (body: string) =>
  review({ sections: [{ id: 'risks', title: 'Notes', body }] }, judged, 'names').problems.length > 0;

test('lies of every class are stopped, but for the few that are known', () => {
  expect(texts('lies').filter((body) => !isStopped(body))).toEqual(texts('believed'));
});

test('honest texts of the same classes are not, but for the few that are known', () => {
  expect(texts('honest').filter(isStopped)).toEqual(texts('flagged'));
});
