import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractJson } from '../../../../shared/agents/models/extract-json.ts';

describe('the one JSON object in a text', () => {
  test.each([
    ['the whole', ' {"a":1}\n', '{"a":1}'],
    ['a fence', '```json\n{"a":1}\n```', '{"a":1}'],
    ['a fence with words around', 'Sure:\n```\n{"a":"```"}\n```\nBye {now}', '{"a":"```"}'],
    ['a draft in what was thought', '<think>Draft: {"a":0}.</think>{"a":1}', '{"a":1}'],
    ['a brace in what was thought', '<think>starts with { and</think>\n{"a":1}', '{"a":1}'],
    ['a fenced draft', '<thinking>\n```json\n{"a":0}\n```\n</thinking>\nHere: {"a":1}', '{"a":1}'],
    ['thoughts whose opening the template wrote', 'I try {"a":0}.\n</think>\n\n{"a":1}', '{"a":1}'],
    ['the end of a thought inside the answer', '{"a":"</think>"}', '{"a":"</think>"}'],
    ['prose around', 'Note {sic} that {"a":{"b":"}"}} is it [1].', '{"a":{"b":"}"}}'],
  ])('%s', (_name, text, found) => {
    expect(extractJson(text)).toBe(found);
  });

  test.each([
    ['two objects', '{"a":1} {"a":2}'],
    ['two fences', '```\n{"a":1}\n```\n```\n{"a":2}\n```'],
    ['a part of a truncated one', '{"a":{"b":1},"c":"and'],
    ['a list', '[{"a":1}, {"a":2}]'],
    ['a number', '42'],
    ['words', 'I would rather not.'],
    ['nothing', ''],
  ])('is not found in %s', (_name, text) => {
    expect(extractJson(text)).toBeUndefined();
  });

  const object = fc.dictionary(fc.string(), fc.jsonValue());
  // Prose has no braces and no fences of its own here: with them, what was meant is in doubt.
  const prose = fc.string().map((text) => text.replaceAll(/[{}`]/gu, ''));

  test('whatever the object and the words around it, it comes back as it was', () => {
    fc.assert(
      fc.property(object, prose, prose, fc.boolean(), (value, before, after, fenced) => {
        const json = JSON.stringify(value);
        const text = fenced ? `${before}\n\`\`\`json\n${json}\n\`\`\`\n${after}` : `${before}${json}${after}`;
        expect(extractJson(text)).toBe(json);
      }),
    );
  });

  test('no beginning of an object is taken for one', () => {
    fc.assert(
      fc.property(object, fc.nat(), (value, cut) => {
        const json = JSON.stringify({ first: value, last: 1 });
        expect(extractJson(json.slice(0, cut % json.length))).toBeUndefined();
      }),
    );
  });
});
