// A filter pattern that CloudWatch does not take, and what a person is told to write instead.
import { describe, expect, test } from '@jest/globals';
import { parseFilterPattern } from '../../../../local/logs/filter-pattern/filter-pattern.ts';
import { explainPattern } from '../../../../scripts/logs/explain-pattern.ts';

/** What the laptop says to a pattern; undefined where it takes it. */
function refusalOf(pattern: string): Error | undefined {
  try {
    parseFilterPattern(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error
      ? Object.assign(new Error(error.message), { name: 'InvalidParameterException' })
      : undefined;
  }
}

describe('a pattern that is refused', () => {
  test.each(['step=report', 'step="report"', 'ms=12', '[oops', '{ $.x =', 'a=b c=d', '%x%', '"one', 'jobId=0190-b6a2'])(
    '%s is answered with patterns that are taken',
    (pattern) => {
      const refusal = refusalOf(pattern);
      expect(refusal).toBeInstanceOf(Error);
      const told = explainPattern(refusal, pattern);
      const offered = (told?.lines ?? []).flatMap((line) => /--filter (["'])(.*)\1$/.exec(line)?.[2] ?? []);
      expect(offered.length).toBeGreaterThan(0);
      for (const one of offered) expect(refusalOf(one)).toBeUndefined();
    },
  );

  test('what a line of the log shows as step=report is offered as the JSON that it is', () => {
    const said = explainPattern(refusalOf('step=report'), 'step=report')?.lines.join('\n');
    // As every shell takes it: '...' is no quotation in the Command Prompt.
    expect(said).toContain('--filter "{ $.step = report }"');
    const json = JSON.stringify({ message: 'Step done', step: 'report' });
    expect(parseFilterPattern('{ $.step = report }')(json)).toBe(true);
  });

  test.each([
    ['{ $.step = report ', "expected '}', found its end"],
    ['{ $.step }', "expected an operator (=, !=, <, <=, >, >=, IS, NOT EXISTS), found '}'"],
    ['{ $.a = 1 && }', "expected a field such as $.level, found '}'"],
    [`{ $.a = "it's" `, "expected '}', found its end"],
    ["{ $.a = 'b' & }", "'& }' cannot be read"],
    ['{ $.a =\n 1', "expected '}', found its end"],
  ])('%j is answered with the whole reason, whatever is quoted in it', (pattern, reason) => {
    expect(explainPattern(refusalOf(pattern), pattern)?.message).toContain(reason);
  });

  test.each([
    ['Invalid filter pattern', 'is no filter pattern.'],
    ['Invalid filter pattern.', 'is no filter pattern.'],
    ['Invalid filter pattern: no end', 'is no filter pattern (no end).'],
    ["Invalid character(s) in term 'a=b'", "is no filter pattern (Invalid character(s) in term 'a=b')."],
  ])('%s, as AWS may word it without the pattern, leaves its reason', (message, says) => {
    const refusal = Object.assign(new Error(message), { name: 'InvalidParameterException' });
    expect(explainPattern(refusal, 'a=b')?.message).toBe(`--filter a=b ${says}`);
  });

  test('other failures are somebody else’s', () => {
    expect(explainPattern(new Error('x'), 'step=report')).toBeUndefined();
    expect(explainPattern(refusalOf('step=report'), undefined)).toBeUndefined();
  });
});
