import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentNotes } from '../../../shared/portfolio-files/document-notes.ts';
import { groupNotes, inputNotesOf } from '../../../shared/portfolio-files/group-notes.ts';
import { inputNotes, noteTopics } from '../../../shared/schemas/input-notes.ts';

const topic = fc.constantFrom(...noteTopics);
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ minLength: 290, maxLength: 310 }));
const notes = fc.array(fc.record({ topic, text }), { maxLength: 200 });

describe('notes on their way to a report', () => {
  test('whatever files say, the groups are what a request may hold, and nothing goes uncounted', () => {
    fc.assert(
      fc.property(notes, (all) => {
        const groups = groupNotes(all);
        expect(inputNotes.safeParse(groups).error?.issues ?? []).toEqual([]);
        for (const { topic: name, items, more } of groups) {
          const own = all.filter((one) => one.topic === name);
          expect(items.length + more).toBeLessThanOrEqual(own.length);
          expect(items.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a thousand notes of one topic neither hide the only one of another nor go uncounted', () => {
    const many = Array.from({ length: 1000 }, (_, line) => ({
      topic: 'price' as const,
      text: `${line}`.padEnd(300, '.'),
    }));
    const groups = groupNotes([...many, { topic: 'left_out', text: 'an option' }]);
    expect(groups.find((one) => one.topic === 'left_out')).toEqual({
      topic: 'left_out',
      items: ['an option'],
      more: 0,
    });
    const prices = groups.find((one) => one.topic === 'price');
    expect((prices?.items.length ?? 0) + (prices?.more ?? 0)).toBe(1000);
  });

  test('notes that a request brings stay in front of those that are added to them, with their counts', () => {
    const earlier = groupNotes([{ topic: 'price', text: 'first' }]).map((group) => ({ ...group, more: 7 }));
    expect(groupNotes([{ topic: 'price', text: 'second' }], earlier)).toEqual([
      { topic: 'price', items: ['first', 'second'], more: 7 },
    ]);
  });

  test('a note says its file, line and column; what the report finds out by itself is not told twice', () => {
    const place = { file: 'my.csv', line: 3, column: 'Price', message: 'the price is 0' };
    expect(
      inputNotesOf([
        { ...place, topic: 'price' },
        { ...place, line: null, column: null, topic: 'reading' },
        { ...place, topic: null },
      ]),
    ).toEqual([
      { topic: 'price', text: 'my.csv, line 3, Price: the price is 0' },
      { topic: 'reading', text: 'my.csv: the price is 0' },
    ]);
  });
});

test('what a sent portfolio holds beyond the day of its analysis is said, not passed over in silence', () => {
  const rate = { from: 'EUR', to: 'USD', rate: '1.1', asOf: '2026-04-02' };
  const notes = documentNotes(
    {
      transactions: [
        { account: 'A', date: '2026-04-02', kind: 'deposit', amount: '1' },
        { account: 'A', date: '2026-04-01', kind: 'deposit', amount: '1' },
      ],
      quotes: [{ symbol: 'VTI', currency: 'USD', price: '1', asOf: '2026-04-03' }],
      exchangeRates: [rate, { ...rate, to: 'GBP', asOf: '2026-04-01' }],
    },
    '2026-04-01',
  );
  expect(notes.map(({ text: said }) => said)).toEqual([
    '1 transaction left out: dated after 2026-04-01, the day that the analysis is for',
    '1 price left out: dated after 2026-04-01, the day that the analysis is for',
    '1 exchange rate left out: dated after 2026-04-01, the day that the analysis is for',
    '1 exchange rate left out: only those from or to USD are used',
  ]);
});
