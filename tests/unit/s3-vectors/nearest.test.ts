import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFilter } from '../../../local/s3-vectors/filter.ts';
import { MetadataColumns } from '../../../local/s3-vectors/metadata-columns.ts';
import type { Metadata } from '../../../local/s3-vectors/metadata.ts';
import { nearest } from '../../../local/s3-vectors/nearest.ts';
import { VectorMatrix } from '../../../local/s3-vectors/vector-matrix.ts';

const component = fc.float({ noNaN: true, noDefaultInfinity: true, min: Math.fround(-1e3), max: Math.fround(1e3) });
const vectorOf = (dimension: number) =>
  fc
    .array(component, { minLength: dimension, maxLength: dimension })
    .filter((values) => values.some((value) => Math.abs(value) > 1e-3));
const collection = fc
  .integer({ min: 1, max: 9 })
  .chain((dimension) =>
    fc.record({ query: vectorOf(dimension), vectors: fc.array(vectorOf(dimension), { minLength: 1, maxLength: 40 }) }),
  );

/** The definitions themselves, in the plainest form. */
function cosineDistance(a: readonly number[], b: readonly number[]): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const dot = sum(a.map((value, i) => value * (b[i] ?? 0)));
  return 1 - dot / (Math.hypot(...a) * Math.hypot(...b));
}
const euclidean = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((v, i) => v - (b[i] ?? 0)));

function matrixOf(vectors: readonly (readonly number[])[]): VectorMatrix {
  const matrix = new VectorMatrix(vectors[0]?.length ?? 1);
  for (const [row, vector] of vectors.entries()) matrix.set(row, Float32Array.from(vector));
  return matrix;
}

describe('the nearest are those that the definition of the distance says', () => {
  test.each([
    ['cosine', cosineDistance, 1e-9],
    ['euclidean', euclidean, 1e-6],
  ] as const)('%s', (metric, definition, tolerance) => {
    fc.assert(
      fc.property(
        collection,
        fc.integer({ min: 1, max: 100 }),
        fc.func(fc.boolean()),
        ({ query, vectors }, k, keep) => {
          const matches = (row: number): boolean => keep(row);
          const found = nearest(matrixOf(vectors), Float32Array.from(query), {
            k,
            metric,
            matches,
            before: (a, b) => a < b,
          });
          const all = vectors
            .map((vector, row) => ({ row, distance: definition(query, vector) }))
            .filter(({ row }) => keep(row))
            .sort((a, b) => a.distance - b.distance);
          expect(found).toHaveLength(Math.min(k, all.length));
          for (const [i, { row, distance }] of found.entries()) {
            // Rows of the same distance but for rounding may change places; the distances may not.
            expect(Math.abs(distance - (all[i]?.distance ?? NaN))).toBeLessThanOrEqual(tolerance);
            expect(Math.abs(distance - definition(query, vectors[row] ?? []))).toBeLessThanOrEqual(tolerance);
          }
        },
      ),
    );
  });

  test('at the same distance those come first that should, whichever was put first', () => {
    const matrix = matrixOf([
      [1, 0],
      [2, 0],
      [0, 1],
      [3, 0],
    ]);
    const found = nearest(matrix, Float32Array.of(1, 0), { k: 2, metric: 'cosine', before: (a, b) => a > b });
    expect(found.map(({ row }) => row)).toEqual([3, 1]);
  });

  test('a removed row is not found, and its place can be taken', () => {
    const matrix = matrixOf([
      [1, 0],
      [0, 1],
    ]);
    const rows = () =>
      nearest(matrix, Float32Array.of(1, 0), { k: 9, metric: 'cosine', before: (a, b) => a < b }).map(({ row }) => row);
    matrix.remove(0);
    expect(rows()).toEqual([1]);
    matrix.set(0, Float32Array.of(1, 1));
    expect(rows()).toEqual([0, 1]);
  });
});

const value = fc.oneof(fc.constantFrom('a', 'b', 1, 2, true, false), fc.array(fc.constantFrom('a', 'b', 1, 2)));
const metadata: fc.Arbitrary<Metadata> = fc.dictionary(fc.constantFrom('x', 'y', '__proto__', 'toString'), value);

test('a filter by column says what the same filter says of the object', () => {
  const condition = fc.record({
    key: fc.constantFrom('x', 'y', '__proto__', 'toString'),
    operator: fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists'),
    text: fc.constantFrom('a', 'b', 1, 2, true),
    number: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(metadata, { minLength: 1, maxLength: 12 }),
      fc.array(condition, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (rows, leaves, all) => {
        const columns = new MetadataColumns();
        // The last first, so that columns grow backwards too; and each over an older one, of which nothing may stay.
        for (const [row, one] of [...rows.entries()].reverse()) {
          columns.set(row, { x: 'a', toString: 1 });
          columns.set(row, one);
        }
        const parts = leaves.map(({ key, operator, text, number }) => {
          const operand = /^\$[gl]t/.test(operator)
            ? number
            : operator.endsWith('in')
              ? [text, number]
              : operator === '$exists'
                ? number > 1
                : text;
          return Object.fromEntries([[key, { [operator]: operand }]]);
        });
        const matches = columns.matcher(parseFilter({ [all ? '$and' : '$or']: parts }, new Set()));
        for (const [row, one] of rows.entries()) {
          const verdicts = leaves.map((leaf, i) => plain(one, leaf.key, Object.values(parts[i] ?? {})[0] ?? {}));
          expect(matches(row)).toBe(all ? verdicts.every(Boolean) : verdicts.some(Boolean));
        }
      },
    ),
  );
});

/** The documented meaning, on the object. */
function plain(given: Metadata, key: string, condition: Record<string, unknown>): boolean {
  const found = Object.hasOwn(given, key) ? given[key] : undefined;
  const values: readonly unknown[] = found === undefined ? [] : [found].flat();
  const [operator = '', operand] = Object.entries(condition)[0] ?? [];
  const among: readonly unknown[] = [operand].flat();
  const isMember = values.some((one) => among.includes(one));
  const numbers = values.filter((one) => typeof one === 'number');
  const limit = Number(operand);
  switch (operator) {
    case '$exists':
      return (found !== undefined) === operand;
    case '$gt':
      return numbers.some((one) => one > limit);
    case '$gte':
      return numbers.some((one) => one >= limit);
    case '$lt':
      return numbers.some((one) => one < limit);
    case '$lte':
      return numbers.some((one) => one <= limit);
    case '$ne':
    case '$nin':
      return !isMember;
    default:
      return isMember;
  }
}
