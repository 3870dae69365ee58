import { describe, expect, test } from '@jest/globals';
import { differenceOf } from './expected-output.ts';

describe('what a guide says is printed, and what is', () => {
  test.each([
    ['the same', 'a\nb', 'a\nb\n'],
    ['blanks at the end of a line', 'a', 'a  '],
    ['a part of a line', 'Run …', 'Run 1234'],
    ['parts of a line', '… of … passed', '3 of 4 passed'],
    ['lines between', 'a\n…\nz', 'a\nb\nc\nz'],
    ['no lines between', 'a\n…\nz', 'a\nz'],
    ['lines before and after', '…\nm\n…', 'a\nm\nz'],
    ['the last of several that fit', '…\na\nb', 'a\nc\na\nb'],
    ['signs of regular expressions', '(a) [b] $1.00 *', '(a) [b] $1.00 *'],
  ])('agree in %s', (_, expected, actual) => {
    expect(differenceOf(expected, actual)).toBeUndefined();
  });

  test.each([
    ['another line', 'a\nb', 'a\nc', 'line 2'],
    ['a line too few', 'a\nb', 'a', 'line 2'],
    ['a line too many', 'a', 'a\nb', 'more was printed than is expected: b'],
    ['a line before', 'b', 'a\nb', 'line 1'],
    ['another order', '…\na\n…\nb', 'b\na', 'line 4'],
    ['a dot that is no dot', 'a.c', 'abc', 'line 1'],
  ])('differ in %s', (_, expected, actual, says) => {
    expect(differenceOf(expected, actual)).toContain(says);
  });
});
