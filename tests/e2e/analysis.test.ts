// The main job over the packaged zips: a message on the queue, the planner, its agents, the database, the result.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readPlan } from '../../scripts/retirement/read-plan.ts';
import { renderHtml } from '../../shared/report/html.ts';
import { renderMarkdown } from '../../shared/report/markdown.ts';
import { stepNames, type JobResult } from '../../shared/schemas/job.ts';
import { goals, holding, household, known, withUnknown } from '../fixtures/portfolios/requests.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { analyze, endOf, statuses } from '../setup/jobs.ts';

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startTestFleet();
}, 120_000);
afterAll(() => fleet.stop());

describe('an analysis from its message to its result', () => {
  let result: JobResult;
  beforeAll(async () => {
    result = await analyze(fleet.api, withUnknown);
  }, 60_000);

  test('completes every step, each in one attempt, with nothing missing', () => {
    const { job, missing } = result;
    expect(job).toMatchObject({ status: 'completed', attempt: 1, error: null });
    expect(
      job.steps.map(({ step, status, attempt, degraded, error }) => [step, status, attempt, degraded, error]),
    ).toEqual(stepNames.filter((step) => step !== 'plan').map((step) => [step, 'completed', 1, false, null]));
    expect(missing).toEqual([]);
    expect(fleet.problems).toEqual([]);
  });

  test('has its steps inside the job’s own time, the agents and the summary after the figures', () => {
    const { createdAt, startedAt, finishedAt, steps } = result.job;
    const at = (moment: string | null) => Date.parse(moment ?? '');
    const step = Object.fromEntries(
      steps.map((one) => [one.step, { from: at(one.startedAt), to: at(one.finishedAt) }]),
    );
    expect(at(createdAt)).toBeLessThanOrEqual(at(startedAt));
    for (const { from, to } of Object.values(step)) {
      expect(from).toBeGreaterThanOrEqual(at(startedAt));
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(at(finishedAt));
    }
    for (const text of ['report', 'charts', 'retirement', 'summary']) {
      expect(step[text]?.from).toBeGreaterThanOrEqual(step.price?.to ?? NaN);
    }
  });

  test('values what was sent: prices times quantities, and cash', () => {
    const expected = household.accounts.flatMap(({ positions = [], cash = [] }) => [
      ...positions.map(({ quantity, price = '0' }) => Number(quantity) * Number(price)),
      ...cash.map(({ amount }) => Number(amount)),
    ]);
    const elsewhere = 30 * 88 + 5 * 1000;
    const sum = expected.reduce((total, value) => total + value, elsewhere);
    expect(result.analysis?.totals.value).toBeCloseTo(sum, 2);
    expect(result.goals).toEqual(goals);
    expect(result.analysis?.retirement).toMatchObject({ seed: 7, startingBalance: expect.closeTo(sum, 2) });
  });

  test('classifies by name what the reference set does not know, and leaves alone what has no name', () => {
    const of = (symbol: string) => result.analysis?.holdings.find((holding) => holding.symbol === symbol);
    expect(of('VTI')?.classificationSource).toBe('reference');
    expect(of('ACMEX')?.classificationSource).toBe('model');
    expect(of('PRIV-1')).toMatchObject({ classificationSource: null, assetClassKnown: false });
  });

  test('has texts whose every figure is a fact, and charts', () => {
    for (const text of [result.summary, result.report, result.retirement, result.charts]) {
      expect(text?.check).toMatchObject({ outcome: 'passed', strays: [] });
      expect(text?.check.grounded).toBe(text?.check.figures);
    }
    expect(result.charts?.charts.length).toBeGreaterThan(3);
    expect(renderHtml(result)).toContain('<svg');
    expect(renderMarkdown(result)).toContain('VTI');
  });
});

describe('facts are reproducible', () => {
  const figures = ({ analysis, facts }: JobResult) => ({ analysis, facts });

  test('the same portfolio and seed give the same figures, whoever asks; another seed gives others', async () => {
    const first = await analyze(fleet.api, known);
    const { api } = await fleet.newPerson();
    const again = await analyze(api, known);
    expect(figures(again)).toEqual(figures(first));
    expect(again.summary).toEqual(first.summary);

    const other = await analyze(api, { ...known, seed: 8 });
    expect(other.analysis?.totals).toEqual(first.analysis?.totals);
    expect(other.analysis?.retirement?.balance).not.toEqual(first.analysis?.retirement?.balance);
  });

  test('the stored accounts, analysed when no portfolio is sent, give what the same portfolio sent along gives', async () => {
    const { api, apiKey } = await fleet.newPerson();
    const { portfolio, ...rest } = known;
    const stored = await fetch(`${fleet.fleet.apiUrl}/portfolio`, {
      method: 'PUT',
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(portfolio),
    });
    expect(stored.status).toBe(200);
    expect(figures(await analyze(api, rest))).toEqual(figures(await analyze(fleet.api, known)));
  });

  test('of two portfolios analysed at once, neither lends the other a price or a word', async () => {
    const own = { assetClasses: { alternatives: 1 }, regions: { global: 1 }, sectors: { other: 1 } };
    const mine = {
      ...known,
      portfolio: holding([
        { symbol: 'HARBOR', quantity: '5', price: '10', priceAsOf: '2026-01-30', classification: own },
      ]),
    };
    const theirs = { ...known, portfolio: holding([{ symbol: 'HARBOR', quantity: '5' }]) };
    const alone = [await analyze(fleet.api, mine), await analyze(fleet.api, theirs)].map(figures);
    const together = (await Promise.all([analyze(fleet.api, mine), analyze(fleet.api, theirs)])).map(figures);
    expect(together).toEqual(alone);
  });
});

describe('the Idempotency-Key', () => {
  const ask = async (apiKey: string, key: string, body: unknown = known): Promise<[number, unknown]> => {
    const response = await fetch(`${fleet.fleet.apiUrl}/analyze`, {
      method: 'POST',
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    return [response.status, await response.json()];
  };

  test('makes one job of a request that is sent again, at once or later', async () => {
    const { api, apiKey } = await fleet.newPerson();
    const [first, second] = await Promise.all([ask(apiKey, 'one'), ask(apiKey, 'one')]);
    expect(first).toEqual([202, { jobId: expect.any(String) }]);
    expect(second).toEqual(first);
    const jobs = await api.jobs();
    await endOf(api, jobs[0]?.id ?? '');
    const other = { ...known, portfolio: holding([{ symbol: 'BND', quantity: '1' }]) };
    expect((await ask(apiKey, 'one', other))[0]).toBe(422);
    expect(await ask(apiKey, 'one')).toEqual(first);
    expect(await api.jobs()).toHaveLength(1);
  });

  test('is one person’s own', async () => {
    const { apiKey } = await fleet.newPerson();
    const { apiKey: another } = await fleet.newPerson();
    expect(await ask(apiKey, 'mine')).not.toEqual(await ask(another, 'mine'));
  });
});

describe('portfolios that are out of the ordinary', () => {
  const priceAsOf = '2026-03-30';

  test('no goals: the retirement step is skipped and says why, and the job is complete', async () => {
    const { job, retirement, missing } = await analyze(fleet.api, { portfolio: household });
    expect(job.status).toBe('completed');
    expect(job.steps.find(({ step }) => step === 'retirement')).toMatchObject({
      status: 'skipped',
      detail: expect.stringMatching(/goals/i),
    });
    expect([retirement, missing]).toEqual([null, []]);
  });

  test('retired already', async () => {
    const retired = { age: 70, retireAt: 65, lifeExpectancy: 95, income: 20_000, contribute: 0 };
    const result = await analyze(fleet.api, { portfolio: household, goals: retired });
    expect(statuses(result.job)).toMatchObject({ retirement: 'completed', summary: 'completed' });
    expect(result.analysis?.retirement?.balance.ages[0]).toBe(70);
  });

  test.each(['plan.json', 'plan-history.json'])('a whole plan, examples/%s, in the place of goals', async (name) => {
    const plan = await readPlan(join('examples', name));
    const result = await analyze(fleet.api, { portfolio: household, plan });
    expect(result.missing).toEqual([]);
    expect(statuses(result.job)).toMatchObject({ retirement: 'completed', summary: 'completed' });
    expect(result.goals).toBeNull();
    expect(result.retirement?.check).toMatchObject({ outcome: 'passed', strays: [] });
    const { analysis } = result;
    const held = analysis?.retirement?.accounts?.reduce((sum, { balance }) => sum + balance, 0);
    expect(held).toBeCloseTo(analysis?.totals.value ?? NaN, 2);
    expect(renderHtml(result)).not.toMatch(/NaN|Infinity|undefined|to age null/);
  });

  test('an account without anything in it', async () => {
    const result = await analyze(fleet.api, { portfolio: holding([]) });
    expect(result.job.status).toBe('partial');
    expect(statuses(result.job)).toMatchObject({ price: 'failed', report: 'completed', summary: 'completed' });
    expect(result.missing.join('\n')).toMatch(/There is no position and no cash, so nothing could be valued/);
    expect(result.job.steps.map(({ detail }) => detail ?? '').join('\n')).not.toMatch(/\b1 (figures|sections)/);
    expect(result.analysis?.totals).toMatchObject({ value: 0, positions: 0 });
    expect(renderHtml(result)).toContain('</html>');
    expect(renderMarkdown(result)).not.toMatch(/NaN|Infinity|undefined|Every position was priced/);
  });

  test('no accounts at all, stored or sent', async () => {
    const { api } = await fleet.newPerson();
    const result = await analyze(api, {});
    expect(result.job.status).toBe('partial');
    expect(renderMarkdown(result)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('goals for a portfolio that cannot be projected: the job is partial and says why', async () => {
    const result = await analyze(fleet.api, { portfolio: holding([]), goals });
    expect(result.job).toMatchObject({ status: 'partial' });
    expect(statuses(result.job)).toMatchObject({ price: 'failed', retirement: 'failed', summary: 'completed' });
    expect(result.missing).toContainEqual(expect.stringMatching(/^The retirement chapter is missing: Nothing/));
    expect(renderHtml(result)).toContain('This report is incomplete');
  });

  test('nothing is priced: every position is named as left out, and no figure is made up', async () => {
    const positions = [
      { symbol: 'VTI', quantity: '10' },
      { symbol: 'BND', quantity: '20' },
    ];
    const result = await analyze(fleet.api, { portfolio: holding(positions), goals });
    expect(result.job.status).toBe('partial');
    expect(statuses(result.job)).toMatchObject({ price: 'failed', retirement: 'failed', report: 'completed' });
    expect(result.missing.join('\n')).toMatch(/None of the 2 positions has a price/);
    expect(result.analysis).toMatchObject({ excludedCount: 2, retirement: null });
    expect(result.analysis?.totals.value).toBe(0);
    const page = renderMarkdown(result);
    expect(page).toMatch(/VTI.*no price/);
    expect(page).toMatch(/BND.*no price/);
  });

  test('names made of HTML and Markdown stay names', async () => {
    const name = `<img src=x onerror=alert(1)> **"Fund" & Co** <script>alert('x')</script>`;
    const positions = [
      { symbol: 'VTI', name, quantity: '1', price: '300', priceAsOf, priceSource: name },
      { symbol: 'EVIL-1', name, quantity: '5' },
    ];
    const portfolio = holding(positions, { name: `<b>mine</b>'; drop table jobs; --` });
    const result = await analyze(fleet.api, { portfolio });
    expect(result.job.status).toBe('completed');
    const page = renderHtml(result);
    expect(page).not.toMatch(/<script>alert|<img src=x|<b>mine/);
    expect(page).toContain('drop table jobs');
  });

  test('the longest names there can be, in another script, two thousand times: more than one answer of the database', async () => {
    const name = 'Фонд "всего" & ещё <чего-то>, '.repeat(10).slice(0, 200);
    const accounts = Array.from({ length: 4 }, (_, account) => ({
      name: `${account} ${name}`.slice(0, 100),
      positions: Array.from({ length: 500 }, (_position, index) => ({
        symbol: `L${account * 500 + index}`,
        name,
        quantity: '123456789012.12345678',
        ...(index % 2 === 0 && { price: '1.5', priceAsOf, priceSource: name }),
      })),
    }));
    const result = await analyze(fleet.api, { portfolio: { accounts } });
    expect(result.job).toMatchObject({ status: 'completed', attempt: 1 });
    expect(result.analysis).toMatchObject({ excludedCount: 1_000, totals: { positions: 1_000 } });
  }, 60_000);

  test('five thousand positions', async () => {
    const portfolio = {
      accounts: Array.from({ length: 10 }, (_, account) => ({
        name: `Account ${account}`,
        positions: Array.from({ length: 500 }, (_, index) => ({
          symbol: `P${(account * 500 + index) % 4_000}`,
          name: `Position ${index}`,
          quantity: '1.5',
          ...(index % 10 !== 0 && { price: String(10 + index), priceAsOf }),
        })),
      })),
    };
    const result = await analyze(fleet.api, { portfolio });
    expect(result.job.status).toBe('completed');
    expect(result.analysis?.totals.positions).toBe(4_500);
    expect(result.analysis?.excludedCount).toBe(500);
    expect(renderHtml(result).length).toBeLessThan(3_000_000);
  }, 60_000);
});
