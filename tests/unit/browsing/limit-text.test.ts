// A limit is told as a person says it.
import { expect, test } from '@jest/globals';
import { durationText, sizeText } from '../../../services/researcher/browsing/limit-text.ts';

test.each([
  [1, '1 byte'],
  [512, '512 bytes'],
  [1536, '1.5 KB'],
  [5_242_880, '5 MB'],
  [5_500_000, '5.2 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test.each([
  [50, '0.05 seconds'],
  [1000, '1 second'],
  [1500, '1.5 seconds'],
  [20_000, '20 seconds'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
