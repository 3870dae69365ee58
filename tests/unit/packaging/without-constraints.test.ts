// The schema without what only the database holds to: no column may go with it, and nothing may move.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PackagingError } from '../../../scripts/packaging/packaging-error.ts';
import { unconstrained } from '../../../scripts/packaging/without-constraints.ts';

const SCHEMA = new URL('../../../shared/database/schema.ts', import.meta.url);

test('constraints and references are taken out however they are laid out, columns stay, each on its line, which stack traces name', () => {
  const source = `export const pets = pgTable(
  'pets',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    owner: uuid('owner')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    friend: uuid('friend').references(() => pets.id),
    name: text('name').notNull().unique(),
  },
  (t) => [
    index('pets_name').on(t.name),
    check(
      'pets_named',
      sql\`length(\${t.name}) > 0\`,
    ),
  ],
);
export const toys = pgTable('toys', { id: uuid('id') });
export const beds = pgTable(
  'beds',
  { id: uuid('id') },
  (t) => [primaryKey({ columns: [t.id] })],
);`;
  expect(unconstrained(source, 'pets.ts')).toBe(`export const pets = pgTable(
  'pets',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    owner: uuid('owner')
      .notNull()
,
    friend: uuid('friend'),
    name: text('name').notNull().unique(),
  },







);
export const toys = pgTable('toys', { id: uuid('id') });
export const beds = pgTable(
  'beds',
  { id: uuid('id') },

);`);
});

test('the schema that is packaged has all its tables and columns, and no constraint', () => {
  const whole = readFileSync(SCHEMA, 'utf8');
  const lean = unconstrained(whole, 'schema.ts');
  const count = (text: string, word: RegExp) => [...text.matchAll(word)].length;
  for (const word of [/\bpgTable\(/g, /\.notNull\(\)/g, /\bdefault/g, /\buuid\('/g, /\n/g]) {
    expect([word, count(lean, word)]).toEqual([word, count(whole, word)]);
  }
  expect(lean).not.toMatch(/\b(?:foreignKey|uniqueIndex|primaryKey)\(\{|_(?:known|length|form)'/);
});

test.each([
  "pgTable('a', {}, (table) => [index('b').on(table.id)])".replace('{}, ', '{},\n  '),
  'uuid("a").references((): AnyPgColumn => b.id)',
])('what cannot be told from what follows it is refused, and not cut in two: %s', (source) => {
  expect(() => unconstrained(source, 'pets.ts')).toThrow(
    new PackagingError(
      'A constraint in pets.ts is laid out in another way: see scripts/packaging/without-constraints.ts.',
    ),
  );
});
