import { createRdsDataClient } from '../../shared/aws/rds-data.ts';
import { connect } from '../../shared/database/client.ts';
import { seedInstruments } from '../../shared/database/instruments.ts';
import { endLeases } from '../../shared/database/jobs.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { requireKnownSchema } from '../database/known-schema.ts';
import { migrateSchema } from '../database/migrate-schema.ts';
import { DATA } from './paths.ts';
import { ensurePerson } from './person.ts';

/** Migrations, the reference set, and somebody to ask for analyses; the fleet's variables are in this process already. */
export async function prepareDatabase(): Promise<{ apiKey: string; isNew: boolean }> {
  const client = createRdsDataClient();
  const db = connect(client);
  await requireKnownSchema(db, process.env.ALEX_DATABASE_URL === undefined ? DATA : 'ALEX_DATABASE_URL');
  await migrateSchema(db);
  await seedInstruments(db, referenceInstruments);
  // Whoever held a lease died with the fleet before this one; a database server of the person's own may have other fleets.
  if (process.env.ALEX_DATABASE_URL === undefined) await endLeases(db);
  const person = await ensurePerson(db);
  client.destroy();
  return person;
}
