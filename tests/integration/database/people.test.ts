// People and their keys: who lost one gets another for the same accounts, and no second person is made of them without a word.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { addPerson, renewKey } from '../../../scripts/database/people.ts';
import { LAPTOP_KEY } from '../../../scripts/laptop/person.ts';
import { createApiKey, findUserByApiKey } from '../../../shared/database/api-keys.ts';
import { createUser } from '../../../shared/database/users.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const whose = async (key: string) => (await findUserByApiKey(opened.db, key))?.id;

test('another key is of the same person, and the lost one opens nothing any more', async () => {
  const lost = await addPerson(opened.db, 'Cleo', 'laptop');
  const id = await whose(lost);
  expect(id).toBeDefined();
  const { name, apiKey, stopped } = await renewKey(opened.db, 'cleo', 'laptop');
  expect({ name, stopped }).toEqual({ name: 'Cleo', stopped: 1 });
  expect(await whose(apiKey)).toBe(id);
  expect(await whose(lost)).toBeUndefined();
  const again = await renewKey(opened.db, String(id), 'laptop');
  expect(await whose(again.apiKey)).toBe(id);
  expect(await whose(apiKey)).toBeUndefined();
});

test('the same person is not made twice', async () => {
  await addPerson(opened.db, 'Bea', 'laptop');
  await expect(addPerson(opened.db, 'bea', 'laptop')).rejects.toMatchObject({
    message: 'There is somebody called "bea" already; nobody was made.',
    lines: expect.arrayContaining([expect.stringContaining('npm run seed -- --target laptop --new-key NAME')]),
  });
  const { rows } = await opened.db.execute(sql`select id from users where lower(display_name) = 'bea'`);
  expect(rows).toHaveLength(1);
});

test('a laptop keeps the key by which it knows its own person', async () => {
  const { id } = await createUser(opened.db, 'Demo person');
  const own = await createApiKey(opened.db, id, LAPTOP_KEY);
  const { apiKey, stopped } = await renewKey(opened.db, 'Demo person', 'laptop');
  expect(stopped).toBe(0);
  expect([await whose(own), await whose(apiKey)]).toEqual([id, id]);
});

test('a name that nobody has, or two have, draws no key and lists who there is', async () => {
  await expect(renewKey(opened.db, 'Dora', 'laptop')).rejects.toMatchObject({
    message: 'Nobody is called "Dora".',
    lines: expect.arrayContaining([expect.stringMatching(/^Cleo, since \d{4}-\d\d-\d\d: [\da-f-]{36}$/)]),
  });
  const [one, other] = [await createUser(opened.db, 'Eve'), await createUser(opened.db, 'Eve')];
  await expect(renewKey(opened.db, 'Eve', 'laptop')).rejects.toMatchObject({
    message: 'There are 2 people called "Eve": give the ID of the one you mean.',
    lines: [expect.stringContaining(one.id), expect.stringContaining(other.id)],
  });
});
