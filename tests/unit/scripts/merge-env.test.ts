// .env is a person's file: what is deployed has a section of its own, and no line of theirs is ever lost or changed.
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergeEnv, withoutDeployment } from '../../../scripts/environment/merge.ts';

const name = fc.stringMatching(/^[A-Z][A-Z_]{1,12}$/);
/** What Terraform's outputs are made of, and spaces, signs and quotes besides. */
const value = fc.stringMatching(/^[\w:/.#$ {}"=+@-]{0,30}$/);
const own = fc.array(
  fc.oneof(
    fc.constant(''),
    fc.stringMatching(/^# [\w ]{0,20}$/),
    fc.tuple(name, fc.stringMatching(/^\w{1,10}$/)).map(([key, text]) => `${key}=${text}`),
  ),
  { maxLength: 8 },
);
const variables = fc.dictionary(name, value, { maxKeys: 8 });
const meant = (lines: string): string[] => lines.split('\n').filter((line) => line.trim() !== '');

test("a person's lines stay, in their order, and what they set counts; the rest is as deployed", () => {
  fc.assert(
    fc.property(own, variables, (lines, deployed) => {
      const before = lines.join('\n');
      const { text } = mergeEnv(before, deployed);
      expect(meant(withoutDeployment(text))).toEqual(meant(before));
      expect(parseEnv(text)).toEqual({ ...deployed, ...parseEnv(before) });
    }),
  );
});

test('the same again changes nothing, and another deployment takes the place of the last one', () => {
  fc.assert(
    fc.property(own, variables, variables, (lines, first, second) => {
      const once = mergeEnv(lines.join('\n'), first).text;
      expect(mergeEnv(once, first).text).toBe(once);
      expect(mergeEnv(once, second).text).toBe(mergeEnv(lines.join('\n'), second).text);
    }),
  );
});

test('a file with the line ends of Windows keeps them', () => {
  const { text } = mergeEnv('MINE=1\r\n', { AWS_REGION: 'us-east-1' });
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  expect(mergeEnv(text, { AWS_REGION: 'us-east-1' }).text).toBe(text);
  expect(withoutDeployment(text)).toBe('MINE=1\r\n');
  expect(withoutDeployment(`${text}THEIRS=2\r\n`)).toBe('MINE=1\r\n\r\nTHEIRS=2\r\n');
});
