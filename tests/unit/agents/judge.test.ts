import { ScriptedModel, assistantMessage, modelError, modelResponder } from '@openai/agents-core/testing';
import { describe, expect, test } from '@jest/globals';
import { claimsIn } from '../../../shared/agents/compliance/compliance.ts';
import { ModelCallError } from '../../../shared/agents/models/model-call-error.ts';
import { classifyInstruments } from '../../../shared/agents/classify-instruments.ts';
import { withoutProductNames } from '../../../shared/agents/product-names.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import type { JudgeAnswer } from '../../../shared/prompts/judge.ts';
import { judgement, overallOf } from '../../../shared/schemas/judgement.ts';
import { household } from './portfolios.ts';

const { facts } = household;
const good = { headline: 'A portfolio', body: 'It may fall.', observations: ['One thing.'] };
const better = { ...good, body: 'It may well fall.' };
const lying = { ...good, body: 'It is worth $9,876,543.' };
const says = (answer: unknown) => [assistantMessage(typeof answer === 'string' ? answer : JSON.stringify(answer))];

const scores = (given: Partial<Record<keyof JudgeAnswer, number>> = {}, reason = 'Plainly said.'): JudgeAnswer => {
  const one = (criterion: keyof JudgeAnswer) => ({ score: given[criterion] ?? 90, reason });
  return {
    grounded: one('grounded'),
    complete: one('complete'),
    clear: one('clear'),
    balanced: one('balanced'),
    compliant: one('compliant'),
  };
};

describe('the judge', () => {
  test('lets a good text pass, and its scores and reasons are kept', async () => {
    const [model, judge] = [new ScriptedModel([says(good)]), new ScriptedModel([says(scores({ clear: 70.4 }))])];
    const made = await writeSummary(facts, { model, judge });
    expect(made).toMatchObject({ output: good, degraded: null, check: { outcome: 'passed' } });
    expect(judgement.parse(made.judgement)).toMatchObject({
      overall: 86,
      clear: { score: 70, reason: 'Plainly said.' },
    });
  });

  test('sees what was asked for, the facts and the text, each as data, and never the instructions of the writer', async () => {
    const [model, judge] = [new ScriptedModel([says(good)]), new ScriptedModel([says(scores())])];
    await writeSummary(facts, { model, judge });
    const input = JSON.stringify(judge.lastCall?.request.input);
    expect(input).toMatch(/<facts>.*<asked>.*executive summary.*<text>.*It may fall\./);
    expect(judge.lastCall?.request.systemInstructions).toContain('You are the judge');
    expect(input).not.toContain('You are the planner');
  });

  test('has a poor text written anew once, told what to change, and judges that too', async () => {
    const model = new ScriptedModel([says(good), says(better)]);
    const judge = new ScriptedModel([
      says(scores({ balanced: 20, complete: 10 }, 'Say what may go wrong.')),
      says(scores()),
    ]);
    const made = await writeSummary(facts, { model, judge });
    expect(made).toMatchObject({ output: better, degraded: null, check: { outcome: 'rewritten' } });
    const told = JSON.stringify(model.lastCall?.request.input);
    expect(told).toContain('balanced (20 of 100): Say what may go wrong.');
    expect(told.indexOf('complete (10')).toBeLessThan(told.indexOf('balanced (20'));
    expect(judge.calls).toHaveLength(2);
  });

  test('that is not content twice hands the text to the narrator, and the report is told the scores alone', async () => {
    const model = new ScriptedModel([says(good), says(better)]);
    const poor = says(scores({ compliant: 40 }, 'Visit https://evil.example, guaranteed.'));
    const made = await writeSummary(facts, { model, judge: new ScriptedModel([poor, poor]) });
    expect(made).toMatchObject({
      author: { model: 'narrator' },
      check: { outcome: 'replaced' },
      judgement: { by: 'rules' },
    });
    expect(made.degraded).toBe('The judge gave the model’s text 40 of 100, below 70; written anew, 40.');
  });

  test('a rewrite that lies is replaced, whatever the judge would say', async () => {
    const [model, judge] = [
      new ScriptedModel([says(good), says(lying)]),
      new ScriptedModel([says(scores({ clear: 0, complete: 0 }))]),
    ];
    const made = await writeSummary(facts, { model, judge });
    expect(made.author.model).toBe('narrator');
    expect(made.degraded).toContain('failed its checks (1 figure that is no fact)');
  });

  test('is not asked about a text that has not passed the check of its figures', async () => {
    const judge = new ScriptedModel([says(scores())]);
    const made = await writeSummary(facts, { model: new ScriptedModel([says(lying), says(lying)]), judge });
    expect(made.author.model).toBe('narrator');
    expect(judge.calls).toHaveLength(0);
  });

  test.each([
    ['gives no answer', [modelError(new ModelCallError('unavailable', 'x', { retries: 3 }))], 'could not be reached'],
    ['breaks', [modelError(new Error('secret'))], 'the log says more'],
    ['answers in no form, twice', [says('Looks fine!'), says({ grounded: 100 })], 'no scores in the form asked for'],
    ['gives scores out of range, twice', [says(scores({ clear: 900 })), says(scores({ clear: -1 }))], 'no scores'],
    ['is silent', [says(''), says('')], 'could not be judged'],
  ])('that %s never lets a text pass', async (_name, script, why) => {
    const made = await writeSummary(facts, {
      model: new ScriptedModel([says(good)]),
      judge: new ScriptedModel(script),
    });
    expect(made).toMatchObject({ author: { model: 'narrator' }, check: { outcome: 'replaced' } });
    expect(made.degraded).toMatch(/^The model’s text could not be judged \(/);
    expect(made.degraded).toContain(why);
    expect(made.degraded).not.toContain('secret');
  });

  test('may put its form right once', async () => {
    const judge = new ScriptedModel([says({ grounded: 100 }), says(scores())]);
    const made = await writeSummary(facts, { model: new ScriptedModel([says(good)]), judge });
    expect(made).toMatchObject({ output: good, degraded: null, judgement: { overall: 90 } });
  });

  test('that hangs is waited for no longer than the deadline', async () => {
    const judge = new ScriptedModel([modelResponder(() => Promise.withResolvers<never>().promise)]);
    const made = await writeSummary(facts, { model: new ScriptedModel([says(good)]), judge, deadlineMs: 1800 });
    expect(made.author.model).toBe('narrator');
    expect(made.degraded).toContain('within 0.3 s');
  });

  test('cannot bring a figure or a link into the report by its reasons', async () => {
    const judge = new ScriptedModel([says(scores({}, 'It returned 4,321% according to https://evil.example/x.'))]);
    const made = await writeSummary(facts, { model: new ScriptedModel([says(good)]), judge });
    expect(made.author.model).toBe('custom');
    expect(JSON.stringify(made.judgement)).not.toMatch(/4,321|evil/);
    expect(made.judgement?.clear.reason).toContain('left out');
  });

  test('cannot bring a promise into the report by its reasons', async () => {
    const judge = new ScriptedModel([says(scores({}, 'Well said: this is guaranteed to double.'))]);
    const made = await writeSummary(facts, { model: new ScriptedModel([says(good)]), judge });
    expect(JSON.stringify(made.judgement)).not.toContain('guaranteed');
  });

  test('is the threshold the caller sets', async () => {
    const [model, judge] = [
      new ScriptedModel([says(good)]),
      new ScriptedModel([says(scores({ clear: 0, complete: 0 }))]),
    ];
    const made = await writeSummary(facts, { model, judge, threshold: 50 });
    expect(made).toMatchObject({ degraded: null, judgement: { overall: 50, threshold: 50 } });
  });

  test('has no say in choices and classifications', async () => {
    const judge = new ScriptedModel([says(scores())]);
    const items = [{ symbol: 'AGG', name: 'Aggregate Bond ETF' }];
    expect((await classifyInstruments(items, { judge, model: new ScriptedModel([]) })).judgement).toBeNull();
    expect(judge.calls).toHaveLength(0);
  });
});

test('a holding that is called Guaranteed Interest Account promises nothing; another promise does', async () => {
  const named = [
    ...facts,
    {
      name: 'allocation.account.9.value',
      label: 'Guaranteed Interest Account (tax deferred), value',
      value: 1,
      unit: 'usd',
      asOf: '2026-03-31',
      how: 'Given.',
    } as const,
  ];
  // Without figures they are incomplete, which is not what this is about.
  const about = (body: string) => says({ ...good, body });
  const honest = 'The Guaranteed Interest Account may pay less than inflation.';
  expect((await writeSummary(named, { model: new ScriptedModel([about(honest)]), threshold: 50 })).degraded).toBeNull();
  const lie = about('The Guaranteed Interest Account is guaranteed to double.');
  expect((await writeSummary(named, { model: new ScriptedModel([lie, lie]), threshold: 50 })).degraded).toContain(
    '1 promise or push',
  );
  const elsewhere = about(honest);
  expect(
    (await writeSummary(facts, { model: new ScriptedModel([elsewhere, elsewhere]), threshold: 50 })).author.model,
  ).toBe('narrator');
});

describe('names that are promises themselves', () => {
  const called = (label: string) =>
    ({ name: 'allocation.account.9.value', label: `${label} (taxable), value`, value: 1, unit: 'usd', asOf: '2026-03-31', how: 'Given.' }) as const; // prettier-ignore
  const names = [
    'Guaranteed 12% Fund',
    'Cannot Lose Capital LLC',
    'Guaranteed To Double',
    'You will double your money',
  ];
  const unnamed = withoutProductNames(names.map(called));
  const claims = (text: string) => claimsIn(unnamed(text)).length;

  test.each([
    'Your largest holding is Guaranteed 12% Fund, at $52,000.',
    '| Guaranteed 12% Fund | $52,000 |',
    '- Cannot Lose Capital LLC: 12%\n- Guaranteed To Double: 3%',
    'The account called “You will double your money” holds $1.',
  ])('are data where a text quotes them: %s', (text) => {
    expect(claimsIn(text).length).toBeGreaterThan(0);
    expect(claims(text)).toBe(0);
  });

  test.each([
    'Guaranteed 12% Fund is guaranteed to pay.',
    'You cannot lose with Cannot Lose Capital LLC.',
    'Your income is Guaranteed To Double.',
    'You will double your money',
    'With it you will double your money.',
    'A guaranteed 12% fund is what you need.',
  ])('and promise where it speaks itself: %s', (text) => {
    expect(claims(text)).toBeGreaterThan(0);
  });
});

describe('a judgement', () => {
  test('makes up for neither a made-up figure nor a promise', () => {
    expect(overallOf(scores({ grounded: 10, clear: 100 }))).toBe(10);
    expect(overallOf(scores({ compliant: 0 }))).toBe(0);
    expect(overallOf(scores({ clear: 40 }))).toBe(80);
  });

  test('by rules is what the narrator’s texts get, without a call', async () => {
    const { judgement: given } = await writeReport(facts);
    expect(judgement.parse(given)).toMatchObject({ by: 'rules', grounded: { score: 100 }, compliant: { score: 100 } });
  });

  test('by rules marks down what is one-sided, long-winded or leaves its subject out', async () => {
    const sentence = `${'and so on '.repeat(30)}.`;
    const model = new ScriptedModel([says({ ...good, headline: 'Fine', body: sentence, observations: ['Fine.'] })]);
    const made = await writeSummary(facts, { model, threshold: 10 });
    expect(made.judgement).toMatchObject({ by: 'rules', complete: { score: 0 }, balanced: { score: 50 } });
    expect(made.judgement?.clear.score).toBeLessThan(100);
  });
});
