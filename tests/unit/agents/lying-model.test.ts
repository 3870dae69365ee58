import { ScriptedModel, assistantMessage } from '@openai/agents-core/testing';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { complianceProblems } from '../../../shared/agents/compliance/compliance.ts';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../shared/agents/grounding/named/marks.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { borrowedLies } from '../../setup/borrowed-lies.ts';
import { liesAbout, seeds } from '../../setup/lies.ts';
import { namedLies } from '../../setup/named-lies.ts';
import { twistedLies } from '../../setup/twisted-lies.ts';
import { anyCase, plainCases } from './portfolios.ts';

const says = (answer: unknown) => [assistantMessage(JSON.stringify(answer))];

/** Asks for a summary of a model that says its lie in an otherwise honest text, and says it again when told what is wrong. */
async function summaryOf(facts: Parameters<typeof writeSummary>[0], honest: string, lie: string) {
  const answer = { headline: 'A portfolio', body: `${honest} ${lie}`, observations: ['Nothing is certain.'] };
  const model = new ScriptedModel([says(answer), says(answer), says(answer)]);
  return writeSummary(facts, { model });
}

describe('a lying model', () => {
  test('gets no lie into what is returned, for any portfolio', async () => {
    const told = new Map<string, number>();
    const reached: string[] = [];
    await fc.assert(
      fc.asyncProperty(anyCase, seeds, async ({ facts }, seed) => {
        const lies = liesAbout(facts, seed);
        const lie = lies[seed % lies.length];
        if (lie === undefined) return;
        told.set(lie.kind, (told.get(lie.kind) ?? 0) + 1);
        const value = facts.find(({ name }) => name === 'portfolio.value');
        const { output, degraded, author } = await summaryOf(facts, value === undefined ? 'Little is known.' : 'It is spread.', lie.sentence); // prettier-ignore
        if (output.body.includes(lie.sentence)) reached.push(`${lie.kind}: ${lie.sentence}`);
        if (degraded === null || author.model !== 'narrator') reached.push(`${lie.kind}, not replaced`);
      }),
      // `npm run bench -- grounding` tells of 1,000.
      { numRuns: 300, seed: 20260331, endOnFailure: true },
    );
    expect(reached).toEqual([]);
    expect([...told.keys()]).toEqual(expect.arrayContaining(['invented total', 'promise', 'swapped share', 'wrong direction'])); // prettier-ignore
  }, 180_000);

  test('has every one of its lies flagged, for any portfolio', () => {
    const believed: string[] = [];
    fc.assert(
      fc.property(anyCase, seeds, ({ facts }, seed) => {
        for (const { sentence, figure, kind } of liesAbout(facts, seed)) {
          const flagged = [...checkGrounding([sentence], facts).strays, ...complianceProblems([sentence])];
          if (!flagged.some((one) => one.includes(figure))) believed.push(`${kind}: ${sentence}`);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(believed).toEqual([]);
  }, 120_000);

  test('has fewer than one in a hundred of its lies believed that are made of the figures of other facts', () => {
    let [told, believed] = [0, 0];
    for (const [at, { facts }] of fc.sample(anyCase, { numRuns: 40, seed: 20260331 }).entries()) {
      for (const { sentence } of [...borrowedLies(facts, at + 1), ...twistedLies(facts, at + 1)]) {
        told += 1;
        const flagged = [...checkGrounding([sentence], facts).strays, ...complianceProblems([sentence])];
        if (flagged.length === 0) believed += 1;
      }
    }
    expect(told).toBeGreaterThan(2000);
    expect(believed / told).toBeLessThan(0.01);
  }, 120_000);

  test('gains nothing by naming facts: of its lies with names fewer are believed than without', () => {
    let [told, believed] = [0, 0];
    for (const [at, { facts }] of fc.sample(anyCase, { numRuns: 25, seed: 20260331 }).entries()) {
      for (const { sentence } of namedLies(facts, at + 1)) {
        told += 1;
        const { text, marks } = readMarks(sentence);
        const { strays } = checkGrounding([{ at: 'body', text, marks }], facts);
        if (strays.length === 0 && complianceProblems([text]).length === 0) believed += 1;
      }
    }
    expect(told).toBeGreaterThan(3000);
    expect(believed / told).toBeLessThan(0.004);
  }, 120_000);

  test('has its text replaced where it names what is not so, twice', async () => {
    const { facts } = plainCases['already retired'];
    const lie = 'Bonds are [57%](allocation.assetClass.equity.weight) of it.';
    const { output, degraded, author } = await summaryOf(facts, 'It is spread.', lie);
    expect(output.body).not.toContain('57%');
    expect([degraded === null, author.model]).toEqual([false, 'narrator']);
  });

  test.each(Object.entries(plainCases))(
    'has every one of its lies about a portfolio that is %s flagged',
    (_name, { facts }) => {
      for (const { sentence, figure } of liesAbout(facts, 17)) {
        const flagged = [...checkGrounding([sentence], facts).strays, ...complianceProblems([sentence])];
        expect({ sentence, flagged: flagged.some((one) => one.includes(figure)) }).toMatchObject({ flagged: true });
      }
    },
  );

  test('is told what its figure is really of, so that it can put it right', async () => {
    const { facts } = plainCases['already retired'];
    const good = { headline: 'A portfolio', body: 'It is spread.', observations: ['One.'] };
    const model = new ScriptedModel([says({ ...good, body: 'Bonds are 57% of the stocks.' }), says(good)]);
    // Without any figure it is incomplete, which is not what this is about.
    const { check } = await writeSummary(facts, { model, threshold: 50 });
    expect(check.outcome).toBe('repaired');
    expect(JSON.stringify(model.lastCall?.request.input)).toContain('57%');
  });
});
