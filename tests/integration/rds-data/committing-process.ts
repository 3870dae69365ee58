// A process of its own that commits rows through the Data API until it is killed; it says each number it has committed.
import { openDatabase } from '../../../local/rds-data/server.ts';
import { startService } from './test-service.ts';

const database = await openDatabase({ folder: process.argv[2] ?? '' });
const service = await startService(database);
await service.execute('CREATE TABLE IF NOT EXISTS promised (i integer PRIMARY KEY)');
for (let i = 1; ; i += 1) {
  await service.execute(`INSERT INTO promised VALUES (${i})`);
  process.stdout.write(`${i}\n`);
}
