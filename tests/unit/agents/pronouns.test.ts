import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { resolved } from '../../../shared/agents/grounding/pronouns.ts';
import { viewOf } from '../../../shared/agents/grounding/text-view.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/grounding/${path}.json`, import.meta.url), 'utf8'));
const texts = z.array(z.string());
const portfolios = z
  .record(z.string(), z.strictObject({ honest: texts, lies: texts, believed: texts }))
  .parse(read('two-sentences'));
const paths: Readonly<Record<string, string>> = { judged: 'judged/facts', couple: 'couple.facts' };

describe.each(Object.entries(portfolios))(
  'two sentences about the portfolio %s',
  (name, { honest, lies, believed }) => {
    const facts = factList.parse(read(paths[name] ?? ''));
    const strays = (text: string) => checkGrounding([text], facts).strays;

    test('are not flagged where they are so', () => {
      expect(honest.filter((text) => strays(text).length > 0)).toEqual([]);
    });

    test('are no lie that one sentence could not tell, but for the few that are known', () => {
      expect(lies.filter((text) => strays(text).length === 0)).toEqual([]);
      expect(believed.filter((text) => strays(text).length > 0)).toEqual([]);
    });
  },
);

test('there are at least 20 honest texts and 20 lies of each portfolio, and few that are believed', () => {
  for (const { honest, lies, believed } of Object.values(portfolios)) {
    expect(Math.min(honest.length, lies.length)).toBeGreaterThanOrEqual(20);
    expect(believed.length).toBeLessThanOrEqual(3);
  }
});

describe('a pronoun', () => {
  const said = (text: string) => resolved(viewOf(text)).text;

  test.each([
    ['Bonds are safe. They are 10% of it.', 'Bonds are safe. Bonds are 10% of it.'],
    ['The income that would last is low. It is $40,000.', 'The income that would last is low. The income that would last is $40,000.'],
    ['Your 401(k) is large. It holds $300,000. It is taxed later.', 'Your 401(k) is large. Your 401(k) holds $300,000. Your 401(k) is taxed later.'],
    ['You own Microsoft. It is 12%.', 'You own Microsoft. Microsoft is 12%.'],
  ])('is read as the subject before it: %s', (text, whole) => {
    expect(said(text)).toBe(whole);
  }); // prettier-ignore

  test.each([
    'Bonds are safe. It is 10%.',
    'The plan is sound. They are 10%.',
    'Your plan is sound. It is worth noting that bonds are 10%.',
    'Your plan holds. It would take $40,000 to be sure.',
    'Fund costs average 0.04%. That is little.',
    'In a bad year you would lose 14%. That is $117,000.',
    'Bonds are safe.\n\nThey are 10%.',
    'Nothing is certain. It is a guess.',
  ])('stays where it takes up something else: %s', (text) => {
    expect(said(text)).toBe(text);
  });

  test('has what is said of it where it stands, and counts no figure twice', () => {
    const facts = factList.parse(read('judged/facts'));
    const text = 'Saving **$10,000** a year would help. It would raise the chance to 59.8%.';
    const { figures, findings } = checkGrounding([text], facts);
    expect(figures).toBe(2);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(['$10,000', '59.8%']);
    const lie = 'Bonds are safe. They are most of your portfolio.';
    expect(checkGrounding([lie], facts).findings.map(({ start, end }) => lie.slice(start, end))).toEqual(['They']);
  });

  test('of a long text is found in good time', () => {
    const long = 'Bonds are safe. They are 10% of it. '.repeat(10_000);
    const { text, offsets } = resolved(viewOf(long));
    expect(text).not.toContain('They');
    expect(offsets).toHaveLength(text.length + 1);
    const before = process.threadCpuUsage();
    resolved(viewOf(`${'It is A '.repeat(20_000)}. ${'The a that b '.repeat(5000)}. It is 1%.`));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
