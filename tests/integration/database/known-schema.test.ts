import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { requireKnownSchema } from '../../../scripts/database/known-schema.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

test('a database of a newer Alex is refused by its place, before anything in it is changed', async () => {
  const { db } = opened;
  await expect(requireKnownSchema(db, 'here')).resolves.toBeUndefined();
  await db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 4102444800000)`,
  );
  await expect(requireKnownSchema(db, '/home/ann/alex/.alex/data')).rejects.toThrow(
    'The database in /home/ann/alex/.alex/data was made by another version of Alex: this one does not know 1 migration of it.',
  );
});
