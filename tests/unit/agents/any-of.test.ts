import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyOf, matchesOfAny } from '../../../shared/agents/any-of.ts';
import { everyMatch } from '../../../shared/agents/every-match.ts';

const patterns = [
  /\b(?:rest|be) assured\b|\bwithout fail\b/giu,
  /\b(?:risk|danger)\b[^.!?]{0,4}\b(?:is|are) (?:nil|gone)\b/giu,
  /(?<=^|\s)[A-Z]{2,4} should be sold\b/gu,
  /\b[a-z]+ing now\b(?! and)/giu,
  ...Array.from({ length: 40 }, (_, at) => new RegExp(`\\b(?:word${at}|${'longer'.repeat(60)}${at})\\b`, 'giu')),
];
/** One after the other, as the language does it. */
const oneByOne = (text: string) => patterns.flatMap((pattern) => [...text.matchAll(pattern)]);

const words = fc.constantFrom('rest', 'be', 'assured', 'Risk', 'is', 'gone', 'nil', 'VTI', 'should', 'sold', 'buying', 'now', 'and', 'word39', 'WORD7', 'ri\u017fk', 'ris\u212a', '😀', '😀😀', '.', '“', 'without fail'); // prettier-ignore

describe('matches of any of many expressions', () => {
  test('are those of one after the other, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const text = list.join(' ');
        const asked = matchesOfAny(patterns)(text).map(({ 0: found, index }) => [found, index]);
        expect(asked).toEqual(oneByOne(text).map(({ 0: found, index }) => [found, index]));
      }),
    );
  });

  test('are not denied where a sign outside the plane is counted once, or a letter folds to an ASCII one', () => {
    expect(anyOf(patterns)('risk 😀😀 is gone')).toBe(true);
    expect(anyOf(patterns)('ri\u017fk is nil')).toBe(true);
    expect(anyOf(patterns)('nothing of the kind')).toBe(false);
  });
});

describe('every match', () => {
  test('is found whatever was asked of the expression before', () => {
    const pattern = /\d+/gu;
    pattern.test('12 34');
    expect(everyMatch(pattern, '12 34').map(([found]) => found)).toEqual(['12', '34']);
  });

  test('of nothing does not go on for ever', () => {
    expect(everyMatch(/\d*/gu, 'a1b').map(({ 0: found, index }) => [found, index])).toEqual(
      [...'a1b'.matchAll(/\d*/gu)].map(({ 0: found, index }) => [found, index]),
    );
  });
});
