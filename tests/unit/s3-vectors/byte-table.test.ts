import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ByteTable } from '../../../local/s3-vectors/byte-table.ts';

const text = fc.oneof(
  fc.constantFrom('', 'a', 'ä', '株式', 'key 1', 'key 2'),
  fc.string({ unit: 'binary' }).map((s) => s.toWellFormed()),
);

test('a table of bytes says what a Map says, whatever is put, removed and put again', () => {
  const step = fc.record({ what: fc.constantFrom('add', 'add', 'remove', 'find'), text });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const table = new ByteTable();
      const model = new Map<string, number>();
      for (const { what, text: given } of steps) {
        const known = model.get(given);
        if (what === 'find') expect(table.find(given)).toBe(known);
        if (what === 'remove') {
          expect(table.remove(given)).toBe(known);
          model.delete(given);
        }
        if (what === 'add') {
          const number = table.add(given);
          if (known === undefined) expect([...model.values()]).not.toContain(number);
          else expect(number).toBe(known);
          model.set(given, number);
        }
        expect(table.count).toBe(model.size);
      }
      for (const [one, number] of model) expect([table.find(one), table.text(number)]).toEqual([number, one]);
      const live = new Set(model.values());
      for (let number = 0; number < table.limit; number += 1) {
        if (!live.has(number)) expect(table.text(number)).toBeUndefined();
      }
    }),
  );
});

test('a hundred thousand keys are found after half of them went and others came, in the room that they take', () => {
  const table = new ByteTable();
  for (let round = 0; round < 4; round += 1) {
    for (let i = 0; i < 25_000; i += 1) table.add(`version-${round}.${i}`);
    if (round > 0) for (let i = 0; i < 25_000; i += 1) table.remove(`version-${round - 1}.${i}`);
  }
  expect([table.count, table.limit]).toEqual([25_000, 50_000]);
  expect(table.text(table.find('version-3.24999') ?? -1)).toBe('version-3.24999');
  expect(table.find('version-2.1')).toBeUndefined();
});
