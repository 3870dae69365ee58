// The reference set goes in at every start: once more must change nothing, and what is out of date must not stay.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { findInstrument, seedInstruments } from '../../../shared/database/instruments.ts';
import { plainName } from '../../../shared/database/schema.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const versions = async (): Promise<string[]> => {
  const { rows } = await opened.db.execute<{ version: string }>(
    sql`select symbol || ' ' || cast(ctid as text) as version from instruments order by symbol collate "C"`,
  );
  return rows.map(({ version }) => version);
};

test('the set is in as it is written, and once more writes nothing', async () => {
  await seedInstruments(opened.db, referenceInstruments);
  for (const one of referenceInstruments.filter((_, at) => at % 100 === 0)) {
    expect(await findInstrument(opened.db, one.symbol)).toEqual(one);
  }
  const first = await versions();
  expect(first).toHaveLength(referenceInstruments.length);
  await seedInstruments(opened.db, referenceInstruments);
  expect(await versions()).toEqual(first);
});

test('what was put in by an older set is brought up to date', async () => {
  await seedInstruments(opened.db, referenceInstruments);
  const [one] = referenceInstruments;
  if (one === undefined || one.classification === null) throw new Error('the set is empty');
  const older = {
    ...{ ...one, name: 'As it was', currency: 'EUR', expenseRatio: null },
    classification: { ...one.classification, asOf: '2020-01-01', citation: 'an older one', regions: { europe: 1 } },
  };
  await seedInstruments(opened.db, [older]);
  expect(await findInstrument(opened.db, one.symbol)).toEqual(older);
  await seedInstruments(opened.db, referenceInstruments);
  expect(await findInstrument(opened.db, one.symbol)).toEqual(one);
});

test('a name is stored as the names of files are made plain to find it by, and anew when it changes', async () => {
  await seedInstruments(opened.db, referenceInstruments);
  const [one] = referenceInstruments;
  if (one === undefined) throw new Error('the set is empty');
  await seedInstruments(opened.db, [{ ...one, name: 'L’Été & Sons, Inc. (Class A)' }]);
  const { rows } = await opened.db.execute(sql`
    select symbol from instruments where plain_name is distinct from ${plainName(sql`name`)}`);
  expect(rows).toEqual([]);
  await seedInstruments(opened.db, referenceInstruments);
});
