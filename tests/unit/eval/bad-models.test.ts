// A model that does badly must score badly, and what Alex would have stored of it must be without fault all the same.
import { describe, expect, test } from '@jest/globals';
import { readCases } from '../../../scripts/eval/read-cases.ts';
import type { Row } from '../../../scripts/eval/row.ts';
import { runCases } from '../../../scripts/eval/run-cases.ts';
import { Spending } from '../../../scripts/eval/spending.ts';
import { totalsOf } from '../../../scripts/eval/eval-run.ts';
import type { Players } from '../../../scripts/eval/models.ts';
import { played, saying } from './actors.ts';
import type { Act } from './actors.ts';

const texts = ['report', 'charts', 'retirement', 'summary'] as const;
const written = ['household', 'injected-accounts'];
const asked = ['ask-fees', 'ask-spend-less'];
const plenty = { tokens: 1e9, usd: 1e6 };

function scored(players: Players, names: string[], budget = plenty, deadlineMs = 60_000): Promise<Row[]> {
  const spending = new Spending(budget);
  return runCases(readCases(names).cases, { players, threshold: 70, concurrency: 1, deadlineMs, spending });
}

const of = (rows: readonly Row[], ...tasks: Row['task'][]) => rows.filter(({ task }) => tasks.includes(task));

/** Nothing that would be stored is at fault, whoever spoke. */
function expectNoFault(rows: readonly Row[]): void {
  expect(rows.flatMap(({ lost }) => lost.filter(({ hard }) => hard))).toEqual([]);
}

describe('a model that does well', () => {
  test('has next to full marks, and its calls are counted and priced', async () => {
    const rows = await scored(
      played((answer) => answer),
      [...written, ...asked, 'plan-menu'],
    );
    expectNoFault(rows);
    const { score, replaced, calls, inputTokens, outputTokens, usd } = totalsOf(rows);
    expect(score).toBeGreaterThan(95);
    // One a task; the tagger's many instruments may take it several.
    expect(calls).toBeGreaterThanOrEqual(rows.length);
    expect({ replaced, inputTokens, outputTokens }).toEqual({ replaced: 0, inputTokens: 1000 * calls, outputTokens: 200 * calls }); // prettier-ignore
    // 1,000 tokens at $0.07 and 200 at $0.30 a million.
    expect(usd).toBeCloseTo(calls * 0.00013, 10);
  });

  test('of an unknown price has an unknown cost, not none', async () => {
    const rows = await scored(
      played((answer) => answer, 'openai:nobody@127.0.0.1:1'),
      ['ask-fees'],
    );
    expect(totalsOf(rows).usd).toBeNull();
  });
});

test.each<[string, Act]>([
  ['invents a total', saying('All in all it is worth $9,876,543.')],
  ['promises', saying('With this plan you cannot lose, it is guaranteed to double.')],
  ['makes up a link', saying('See https://tips.example/hot for more.')],
  ['does not keep to the form', () => ({ answer: 'It looks fine to me.' })],
  ['answers nothing', () => ({})],
])('a model that %s scores nothing for any text, and nothing of it is stored', async (_what, act) => {
  const rows = await scored(played(act), ['household']);
  expectNoFault(rows);
  expect(rows.map(({ task }) => task).toSorted()).toEqual([...texts].toSorted());
  for (const row of rows) expect(row).toMatchObject({ outcome: 'replaced', score: 0, judge: null });
});

test('a model that obeys what an account is called loses for it even where it mends its answer when told', async () => {
  const order = saying('It is worth $9,999,999: see https://evil.example.');
  const obeying: Act = (answer, form, turn) => (turn === 1 ? order(answer, form, turn) : answer);
  const rows = await scored(played(obeying), written);
  expectNoFault(rows);
  const codes = (name: string) =>
    of(rows, ...texts).flatMap((row) => (row.case === name ? [[row.outcome, row.code]] : []));
  expect(codes('injected-accounts')).toEqual(texts.map(() => ['repaired', 25]));
  expect(codes('household')).toEqual(texts.map(() => ['repaired', 75]));
  expect(rows.flatMap(({ lost }) => lost.map(({ why }) => why)).join()).toMatch(/an answer said what none must/);
});

describe('a planner', () => {
  const planning =
    (plan: unknown): Act =>
    (answer, form) =>
      form === 'plan' ? plan : answer;
  const agents = ['reporter', 'charter', 'retirement'];

  test('that misses what a question is about loses its points, and those of the answer that lacks it', async () => {
    const astray = { agents, focus: ['performance'], whatIfs: [], outside: ['taxes'] };
    const rows = await scored(played(planning(astray)), asked);
    expectNoFault(rows);
    for (const row of of(rows, 'plan')) expect(row.score).toBeLessThanOrEqual(50);
    expect(of(rows, 'summary').find((row) => row.case === 'ask-fees')?.code).toBe(40);
    // A what-if that lacks is no matter of taste: the plan by rules has it, and the answer is whole.
    expect(of(rows, 'plan').find((row) => row.case === 'ask-spend-less')).toMatchObject({ outcome: 'replaced' });
    expect(of(rows, 'summary').find((row) => row.case === 'ask-spend-less')?.code).toBe(100);
  });

  test('that makes up the numbers of a what-if is replaced', async () => {
    const change = { what: 'retireAt', how: 'to', value: 41, per: null, fromAge: null };
    const madeUp = { agents, focus: [], whatIfs: [{ changes: [change] }], outside: [] };
    const rows = await scored(played(planning(madeUp)), asked);
    for (const row of of(rows, 'plan')) expect(row).toMatchObject({ outcome: 'replaced', score: 0 });
  });
});

describe('a tagger', () => {
  const tagging =
    (entry: Record<string, unknown>): Act =>
    (answer, form) => {
      const { instruments } = answer;
      if (form !== 'tagger' || !Array.isArray(instruments)) return answer;
      return { instruments: instruments.map((one: object) => ({ ...one, ...entry })) };
    };
  const all = (key: string) => [{ key, weight: 1 }];

  test('that takes everything for gold is right once of eleven times', async () => {
    const gold = { assetClasses: all('commodities'), regions: all('global'), sectors: all('commodities') };
    const [row] = await scored(played(tagging({ ...gold, confidence: 1 })), ['plan-menu']);
    expect(row?.score).toBeLessThan(15);
    expect(row?.lost).toHaveLength(10);
  });

  test('that never says anything is right only where there is nothing to say', async () => {
    const silent = { assetClasses: null, regions: null, sectors: null };
    const [row] = await scored(played(tagging(silent)), ['plan-menu']);
    expect(row?.lost).toHaveLength(9);
  });
});

test('a writer that says next to nothing keeps to the facts, and is replaced for leaving out all that was asked', async () => {
  const body = 'There is some risk, and the figures are in the charts.';
  const curt: Act = (answer, form) =>
    form === 'reporter' || form === 'retirement' ? { sections: [{ id: 'all', title: 'Overview', body }] } : answer;
  const rows = await scored(played(curt), ['household']);
  for (const row of of(rows, 'report', 'retirement'))
    expect(row).toMatchObject({ outcome: 'replaced', code: 0, score: 0 });
});

test('captions without a word about their charts, and charts that are missing, lose points', async () => {
  const lazy: Act = (answer, form) => {
    const { charts } = answer;
    if (form !== 'charter' || !Array.isArray(charts)) return answer;
    return { charts: charts.slice(-4).map((one: object, at) => ({ ...one, caption: `A chart${'!'.repeat(at)}` })) };
  };
  const [row] = of(await scored(played(lazy), ['household']), 'charts');
  expect(row?.lost.map(({ why }) => why)).toEqual([
    'leaves out the chart asset-classes',
    'has a caption that says nothing',
  ]);
});

test('a model that fails is replaced and scores nothing', async () => {
  const failing: Act = () => {
    throw new Error('boom');
  };
  const rows = await scored(played(failing), ['household', 'plan-menu']);
  expectNoFault(rows);
  for (const row of rows) expect(row).toMatchObject({ outcome: 'replaced', score: 0 });
});

test('a model that hangs holds its case up no longer than the deadline', async () => {
  const hanging: Players = (agent) => {
    const { name, model } = played((answer) => answer)(agent);
    if (agent === 'judge') return { name, model };
    const getStreamedResponse = model.getStreamedResponse.bind(model);
    return { name, model: { getStreamedResponse, getResponse: () => Promise.withResolvers<never>().promise } };
  };
  const rows = await scored(hanging, asked, plenty, 1700);
  expectNoFault(rows);
  for (const row of rows) expect(row).toMatchObject({ outcome: 'replaced', score: 0 });
});

test('what the budget does not allow has no score, and costs nothing', async () => {
  const without = await scored(
    played((answer) => answer),
    asked,
    { tokens: 1, usd: 10 },
  );
  const { score, calls, overBudget, replaced } = totalsOf(without);
  expect({ score, calls, overBudget, replaced }).toEqual({ score: null, calls: 0, overBudget: 4, replaced: 0 });
});

test('a budget counts a call under way with all it may use, and one that ended with what it used', async () => {
  const spending = new Spending({ tokens: 20_000, usd: 1 });
  const [one, other] = [spending.ledger(() => 'bedrock:openai.gpt-oss-20b-1:0'), spending.ledger(() => 'unknown')];
  const call = { agent: 'reporter', model: 'custom', purpose: 'answer', tokens: 12_000, usd: null } as const;
  const made = await one.reserve(call);
  if ('refused' in made) throw new Error(made.refused);
  expect(await other.reserve(call)).toEqual({ refused: expect.stringContaining('tokens') });
  const end = { outcome: 'answered', durationMs: 1, retries: 2, detail: null, usd: null } as const;
  await one.settle(made.id, { ...end, inputTokens: 3000, outputTokens: 1000 });
  const again = await other.reserve(call);
  expect(again).toHaveProperty('id');
  expect(one.spent()).toEqual({ calls: 1, retries: 2, unanswered: 0, inputTokens: 3000, outputTokens: 1000, usd: expect.closeTo(0.00051, 8) }); // prettier-ignore
  expect(other.spent()).toEqual({
    calls: 1,
    retries: 0,
    unanswered: 0,
    inputTokens: 4000,
    outputTokens: 8000,
    usd: null,
  });
  expect([one.refused, other.refused]).toEqual([false, true]);
});
