// "1 pieces": a number with a noun that does not fit it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { holdersIn } from '../../../scripts/deployment/holders.ts';
import { counted } from '../../../scripts/terminal/counted.ts';

test.each([
  [0, 'piece', '0 pieces'],
  [1, 'piece', '1 piece'],
  [2, 'piece', '2 pieces'],
  [1234, 'vector', '1,234 vectors'],
])('%s %s', (count, noun, text) => {
  expect(counted(count, noun)).toBe(text);
});

test('what holds something names one of it', () => {
  const of = (type: string) => ({ address: type, type, values: { name: 'x' } });
  const held = holdersIn(['aws_ecr_repository', 'aws_s3_bucket', 'aws_s3vectors_index'].map(of), 'us-east-1');
  expect(held.map(({ what }) => counted(1, what))).toEqual(['1 image', '1 object', '1 vector']);
});

test('no script puts a plural behind a number of pieces, images or migrations by itself', () => {
  const root = join(import.meta.dirname, '../../../scripts');
  const texts = globSync('**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  const doubtful = /\$\{[^}]*\} (?:pieces|passages|images|objects|vectors|migrations)\b/g;
  expect(texts.flatMap((text) => text.match(doubtful) ?? [])).toEqual([]);
});
