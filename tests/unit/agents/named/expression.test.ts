import { describe, expect, test } from '@jest/globals';
import {
  ExpressionFault,
  factsOfExpression,
  parseExpression,
  writeExpression,
} from '../../../../shared/agents/grounding/named/expression.ts';

const facts = new Set(['a.b', 'a.c', 'a.d', 'holding.BTC-USD.value', 'goals.income']);
const parse = (target: string) => parseExpression(target, (name) => facts.has(name));

describe('a target', () => {
  test.each([
    ['a.b', 'a.b'],
    ['`a.b`', 'a.b'],
    ['goals.income / 12', 'goals.income / 12'],
    ['goals.income/12', 'goals.income / 12'],
    ['a.b+a.c', 'a.b + a.c'],
    ['a.b - a.c - a.d', 'a.b - a.c - a.d'],
    ['a.b − a.c × 2', 'a.b - a.c * 2'],
    ['(a.b + a.c) / a.d', '(a.b + a.c) / a.d'],
    ['a.b / (a.c / 12)', 'a.b / (a.c / 12)'],
    ['holding.BTC-USD.value-a.b', 'holding.BTC-USD.value - a.b'],
    ['1 - a.b', '1 - a.b'],
  ])('%s is read', (target, written) => {
    expect(writeExpression(parse(target))).toBe(written);
  });

  test('keeps the usual order of operations', () => {
    expect(parse('a.b + a.c / a.d')).toMatchObject({ by: '+', right: { by: '/' } });
    expect(parse('a.b - a.c - a.d')).toMatchObject({ by: '-', left: { by: '-' } });
  });

  test.each(['', 'a.x', 'a.b +', '+ a.b', 'a.b a.c', '(a.b', 'a.b)', 'a.b ^ 2', 'the value', '12 +'])(
    '%j is none',
    (target) => {
      expect(() => parse(target)).toThrow(ExpressionFault);
    },
  );

  test('a name that no fact has is told', () => {
    expect(() => parse('a.b + a.nothing')).toThrow(expect.objectContaining({ unknown: 'a.nothing' }));
  });

  test('its facts are known in their order', () => {
    expect(factsOfExpression(parse('(a.c + a.b) / goals.income'))).toEqual(['a.c', 'a.b', 'goals.income']);
  });
});
