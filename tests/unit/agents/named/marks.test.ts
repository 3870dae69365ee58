import { describe, expect, test } from '@jest/globals';
import { readMarks } from '../../../../shared/agents/grounding/named/marks.ts';
import { plainAnswer } from '../../../../shared/agents/grounding/named/plain-answer.ts';

const named = (written: string) => {
  const { text, marks } = readMarks(written);
  return { text, marks: marks.map(({ start, end, target }) => [text.slice(start, end), target]) };
};

describe('names in a text', () => {
  test('leave the words and take the brackets, wherever they stand', () => {
    expect(named('It is [about $412,000](portfolio.value), **[63%](a.b)** of it.')).toEqual({
      text: 'It is about $412,000, **63%** of it.',
      marks: [
        ['about $412,000', 'portfolio.value'],
        ['63%', 'a.b'],
      ],
    });
  });

  test('may be sums with brackets of their own', () => {
    expect(named('[80%]((a.b + a.c) / d.e) of it').marks).toEqual([['80%', '(a.b + a.c) / d.e']]);
  });

  test.each([
    'See [the page](https://example.org/a).',
    'See [the page](www.example.org).',
    'Write to [us](mailto:a@example.org).',
    'As in [1], [2].',
    'A bracket [like this] (and this).',
    String.raw`\[63%](portfolio.value)`,
    '[63%](portfolio\n.value)',
    '[63%](portfolio.value',
  ])('are none in %j', (text) => {
    expect(readMarks(text)).toEqual({ text, marks: [] });
  });

  test('leave no mark behind where one stands in another, and say so', () => {
    const { text, marks } = readMarks('It is [[$5](a.b) or $7](c.d).');
    expect(text).toBe('It is $5 or $7.');
    expect(marks.map(({ nested }) => nested)).toEqual([true, true]);
  });
});

test('every string of an answer is read: titles, captions, observations; what is no string stays', () => {
  const raw = {
    sections: [{ id: 'a', title: 'Worth [$5](a.b)', body: 'plain' }],
    observations: ['[1](b.c)', 'none'],
    answer: null,
    number: 3,
  };
  const { answer, marked } = plainAnswer(raw);
  expect(answer).toEqual({
    sections: [{ id: 'a', title: 'Worth $5', body: 'plain' }],
    observations: ['1', 'none'],
    answer: null,
    number: 3,
  });
  expect([...marked.keys()]).toEqual(['sections.0.title', 'observations.0']);
  expect(plainAnswer(undefined).answer).toBeUndefined();
});
