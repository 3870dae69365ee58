// A model behind a server that names the fact of each figure: what is stored has no marks, each figure has exactly that fact, and the
// report opens its card. A wrong name goes back to it once.
import { afterEach, describe, expect, test } from '@jest/globals';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { renderHtml } from '../../../shared/report/html.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import type { JobResult } from '../../../shared/schemas/job.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';
import type { ModelServer } from '../../setup/model-servers/reply.ts';
import { wires } from './wires.ts';

const open: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const sample = sampleResult();
const number = (name: string): number => {
  const value = sample.facts.find((fact: Fact) => fact.name === name)?.value;
  if (typeof value !== 'number') throw new Error(`The sample has no ${name}.`);
  return value;
};
const dollars = (value: number) => `$${Math.round(value).toLocaleString('en-US')}`;
const percent = (value: number) => `${(100 * value).toFixed(1)}%`;

const SUM = 'allocation.assetClass.equity.weight + allocation.assetClass.fixed_income.weight';
const [value, stocks, bonds] = ['portfolio.value', 'allocation.assetClass.equity.weight', 'allocation.assetClass.fixed_income.weight'].map(number); // prettier-ignore
const shown = { value: dollars(value ?? 0), stocks: percent(stocks ?? 0), both: percent((stocks ?? 0) + (bonds ?? 0)) };

const named = (stocksBy: string) => ({
  headline: `A portfolio of [${shown.value}](portfolio.value)`,
  body: `It is worth [${shown.value}](portfolio.value). Stocks are [${shown.stocks}](${stocksBy}), and together with bonds [${shown.both}](${SUM}).`,
  observations: [`You have [${number('portfolio.accounts')}](portfolio.accounts) accounts.`, 'Two.', 'Three.'],
});
const good = named('allocation.assetClass.equity.weight');
const plain = `It is worth ${shown.value}. Stocks are ${shown.stocks}, and together with bonds ${shown.both}.`;

describe.each(wires)('$name', (wire) => {
  const written = async (...answers: unknown[]) => {
    const server = await wire.start(answers.map((answer) => wire.says(JSON.stringify(answer))));
    open.push(server);
    // What a summary ought to speak of beside is not what this is about.
    return { server, result: await writeSummary(sample.facts, { model: wire.model(server), threshold: 40 }) };
  };

  test('named figures are stored as plain text with exactly their facts, and the report opens those', async () => {
    const { result } = await written(good);
    const { output, check, degraded } = result;
    expect({ degraded, outcome: check.outcome, body: output.body }).toEqual({ degraded: null, outcome: 'passed', body: plain }); // prettier-ignore
    expect(output.headline).toBe(`A portfolio of ${shown.value}`);
    expect(check.findings?.map(({ at, fact }) => [at, fact])).toEqual([
      ['headline', 'portfolio.value'],
      ['body', 'portfolio.value'],
      ['body', 'allocation.assetClass.equity.weight'],
      ['body', SUM],
      ['observations.0', 'portfolio.accounts'],
    ]);
    const { summary } = sample;
    if (summary === null) throw new Error('The sample has a summary.');
    const job: JobResult = { ...sample, summary: { ...summary, ...output, check } };
    const page = renderHtml(job);
    const cardOf = (figure: string) => {
      const id = new RegExp(`popovertarget="(fact-\\d+)"[^>]*>${figure.replace(/[$.]/g, '\\$&')}<`).exec(page)?.[1];
      const from = page.indexOf(`id="${id ?? ''}"`);
      return from === -1 ? '' : page.slice(from, page.indexOf('</div>', from));
    };
    expect(cardOf(shown.value)).toContain('<code>portfolio.value</code>');
    expect(cardOf(shown.stocks)).toContain('<code>allocation.assetClass.equity.weight</code>');
    expect(cardOf(shown.both)).toContain(`<code>${SUM}</code>`);
    expect(page).not.toContain('](portfolio.value)');
  });

  test('a wrong name is told to the model, which puts it right', async () => {
    const { server, result } = await written(named('allocation.assetClass.equity'), good);
    expect([result.check.outcome, result.output.body]).toEqual(['repaired', plain]);
    const told = wire.sent(server, 1);
    expect(told).toContain('there is no fact of that name; did you mean');
    expect(told).toContain('allocation.assetClass.equity.weight');
  });
});
