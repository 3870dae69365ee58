// A mirror of a page is no second source.
import { expect, test } from '@jest/globals';
import { saysTheSame } from '../../../shared/knowledge/same-words.ts';

const story = [
  'The fund said that its assets rose to $50 billion in the quarter.',
  'Its managers bought eleven thousand bonds of shorter duration.',
  'They expect that inflation will fall to two percent next year.',
];
const original = story.join(' ');

test('a page with another frame around the same words is the same; one that quotes a sentence of it is not', () => {
  expect(saysTheSame(original, `Mirror of everything\n\n${story.join('\n\n')}\n\nRead more on our pages.`)).toBe(true);
  const other = `As was said: ${story[0]} Another view is that bond funds lost a tenth of their holders. Costs of such funds have halved within the last ten years. Savers may read their reports on paper.`;
  expect(saysTheSame(original, other)).toBe(false);
});

test('pages of hardly any sentences are not held to be the same', () => {
  expect(saysTheSame(story[0] ?? '', story[0] ?? '')).toBe(false);
});
