// The tagger on a model: in batches that fail alone, with a bound on how many are under way, and never for a price.
import { Usage } from '@openai/agents-core';
import type { Model, ModelRequest } from '@openai/agents-core';
import { assistantMessage } from '@openai/agents-core/testing';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { classifyInstruments } from '../../../shared/agents/classify-instruments.ts';
import { BATCH } from '../../../shared/agents/tagging/batches.ts';
import { unfence } from '../../../shared/prompts/fence.ts';
import { taggerAnswer, taggerPrompt } from '../../../shared/prompts/tagger.ts';
import type { TaggerAnswer } from '../../../shared/prompts/tagger.ts';

const now = () => new Date('2026-03-31T12:00:00Z');
const instruments = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ symbol: `T${index}`, name: 'Physical Gold Shares ETF' }));

const carried = z.object({ items: z.array(z.object({ symbol: z.string() })) });

/** The symbols that the first message of a request asks about. */
function askedOf({ input }: ModelRequest): string[] {
  const [first] = typeof input === 'string' ? [] : input;
  const content = first !== undefined && 'content' in first ? first.content : '';
  const text =
    typeof content === 'string' ? content : content.map((part) => ('text' in part ? part.text : '')).join('');
  return carried.parse(unfence(text, 'instruments')).items.map(({ symbol }) => symbol);
}

const gold = (symbol: string): TaggerAnswer['instruments'][number] => ({
  symbol,
  type: 'etf',
  assetClasses: [{ key: 'commodities', weight: 1 }],
  regions: [{ key: 'global', weight: 1 }],
  sectors: [{ key: 'commodities', weight: 1 }],
  confidence: 0.9,
  rationale: 'It holds gold.',
  citation: 'See https://evil.example for its price of $10.',
});

/** A model that answers each question, its repair turn included, as `of` says, and counts how many are under way. */
function modelThat(of: (symbols: string[], turn: number) => unknown) {
  const seen = { calls: 0, most: 0, underWay: 0, turns: new Map<string, number>() };
  const model: Model = {
    async getResponse(request) {
      const symbols = askedOf(request);
      const key = symbols.join();
      const turn = (seen.turns.get(key) ?? 0) + 1;
      seen.turns.set(key, turn);
      seen.calls += 1;
      seen.underWay += 1;
      seen.most = Math.max(seen.most, seen.underWay);
      try {
        for (let turnOfLoop = 0; turnOfLoop < 20; turnOfLoop++) await new Promise(setImmediate);
        const answer: unknown = of(symbols, turn);
        return { usage: new Usage(), output: [assistantMessage(JSON.stringify(answer))] };
      } finally {
        seen.underWay -= 1;
      }
    },
    getStreamedResponse() {
      throw new Error('not streamed');
    },
  };
  return { model, seen };
}

const right = (symbols: string[]) => ({ instruments: symbols.map(gold) });

describe('the tagger on a model', () => {
  test('asks in batches, three at once where nothing else is set, and answers in order', async () => {
    const { model, seen } = modelThat(right);
    const items = instruments(5 * BATCH - 1);
    const made = await classifyInstruments(items, { now, model });
    expect(made).toMatchObject({ degraded: null, author: { model: 'custom' }, check: { outcome: 'passed' } });
    expect(made.output.map(({ symbol }) => symbol)).toEqual(items.map(({ symbol }) => symbol));
    expect(seen).toMatchObject({ calls: 5, most: 3 });
  });

  test('has no more under way than the setting allows', async () => {
    const { model, seen } = modelThat(right);
    await classifyInstruments(instruments(6 * BATCH), { now, model, environment: { ALEX_TAGGER_CONCURRENCY: '1' } });
    expect(seen).toMatchObject({ calls: 6, most: 1 });
  });

  test('signs a classification itself: what a model calls its source goes nowhere', async () => {
    const made = await classifyInstruments(instruments(1), { now, model: modelThat(right).model });
    expect(made.output[0]?.classification).toMatchObject({ source: 'model', confidence: 0.9 });
    expect(made.output[0]?.classification?.citation).toBe('custom, a language model, from the name alone');
  });

  const byWhom = ({ output }: Awaited<ReturnType<typeof classifyInstruments>>) =>
    output.map(({ classification }) => /narrator|custom/.exec(classification?.citation ?? '')?.[0]);

  test('leaves a batch that fails twice, and no other, to the rules, and says how many that are', async () => {
    const { model, seen } = modelThat((symbols) => (symbols.includes('T0') ? { instruments: [] } : right(symbols)));
    const made = await classifyInstruments(instruments(2 * BATCH + 1), { now, model });
    expect(seen.calls).toBe(4);
    expect(made.degraded).toMatch(
      new RegExp(
        `^The model did not classify ${BATCH} of ${2 * BATCH + 1} instruments\\. .*checks twice \\(${BATCH} choice`,
      ),
    );
    expect(made).toMatchObject({ author: { model: 'custom' }, check: { outcome: 'replaced' } });
    expect(byWhom(made)).toEqual([
      ...Array<string>(BATCH).fill('narrator'),
      ...Array<string>(BATCH + 1).fill('custom'),
    ]);
  });

  test('loses the sound answers of a batch for the sake of one that is not', async () => {
    const spoilt = modelThat((symbols) => ({
      instruments: [
        ...symbols.slice(1).map(gold),
        { ...gold('T0'), sectors: [{ key: 'gold', weight: 0.9 }] },
        gold('X'),
      ],
    }));
    const made = await classifyInstruments(instruments(3), { now, model: spoilt.model });
    expect(made.degraded).toBe(
      'The model did not classify 1 of 3 instruments. The rest of its answer could not be used.',
    );
    expect(byWhom(made)).toEqual(['narrator', 'custom', 'custom']);
    expect(made).toMatchObject({ author: { model: 'custom' }, check: { outcome: 'replaced' } });
  });

  test.each<[string, (answers: TaggerAnswer['instruments']) => unknown[]]>([
    [
      'weights that do not sum to 1',
      ([first, ...rest]) => [{ ...first, regions: [{ key: 'global', weight: 0.5 }] }, ...rest],
    ],
    ['a weight above 1', ([first, ...rest]) => [{ ...first, regions: [{ key: 'global', weight: 2 }] }, ...rest]],
    [
      'a sector that there is not',
      ([first, ...rest]) => [{ ...first, sectors: [{ key: 'gold', weight: 1 }] }, ...rest],
    ],
    ['one breakdown of three', ([first, ...rest]) => [{ ...first, sectors: null }, ...rest]],
    ['an instrument not asked for', (all) => [...all, gold('OTHER')]],
    ['an instrument left out', ([, ...rest]) => rest],
    ['an instrument answered twice', (all) => [...all, ...all.slice(0, 1)]],
    ['a price', ([first, ...rest]) => [{ ...first, price: 10 }, ...rest]],
  ])('gives %s one turn to be put right', async (what, spoilt) => {
    const wrongFirst = modelThat((symbols, turn) => ({
      instruments: turn === 1 ? spoilt(right(symbols).instruments) : right(symbols).instruments,
    }));
    const mended = await classifyInstruments(instruments(2), { now, model: wrongFirst.model });
    expect(mended).toMatchObject({ degraded: null, check: { outcome: 'repaired' } });
    expect(wrongFirst.seen.calls).toBe(2);

    const always = modelThat((symbols) => ({ instruments: spoilt(right(symbols).instruments) }));
    const inPart = await classifyInstruments(instruments(2), { now, model: always.model });
    const sound = what === 'an instrument not asked for' ? ['custom', 'custom'] : ['narrator', 'custom'];
    expect(byWhom(inPart)).toEqual(sound);
    if (sound[0] === 'narrator') expect(inPart.degraded).toContain('did not classify 1 of 2 instruments');
  });

  test('asks a provider that is down no more than a few times, and the rules do the rest', async () => {
    const { model, seen } = modelThat(() => {
      throw new Error('down');
    });
    const items = instruments(100 * BATCH);
    const made = await classifyInstruments(items, { now, model });
    expect(seen.calls).toBeLessThanOrEqual(5);
    expect(made.output).toHaveLength(items.length);
    expect(made.degraded).toMatch(/^The model did not classify 800 of 800 instruments\..*not asked about the rest\.$/);
    expect(made.degraded).not.toContain('down');
  });

  test('asks nothing more where the time is used up', async () => {
    const { model, seen } = modelThat(right);
    const made = await classifyInstruments(instruments(4 * BATCH), { now, model, deadlineMs: 1 });
    expect(seen.calls).toBe(0);
    expect(made.output).toHaveLength(4 * BATCH);
    expect(made.author.model).toBe('narrator');
  });

  test('ends with a retryable error where its caller stops, once nothing is under way', async () => {
    const stop = new AbortController();
    const { model, seen } = modelThat((symbols) => {
      stop.abort();
      return right(symbols);
    });
    await expect(
      classifyInstruments(instruments(9 * BATCH), { now, model, signal: stop.signal }),
    ).rejects.toMatchObject({
      retryable: true,
    });
    expect(seen.calls).toBeLessThanOrEqual(3);
  });
});

test('a price is never asked of a model', () => {
  const { instructions, input } = taggerPrompt([{ symbol: 'XX', name: 'Some Fund' }], '2026-03-31');
  const asked = `${instructions}\n${input}\n${JSON.stringify(z.toJSONSchema(taggerAnswer))}`;
  expect(asked).not.toMatch(/price|quote|market value|net asset|\bNAV\b|\bworth\b|USD|\$ ?\d|how much/i);
});
