// Start times, latency on the wire through the real SDK client, and memory of the laptop's RDS Data API.
// Run with `node benchmarks/rds-data.ts`; with ALEX_DATABASE_URL set, over that PostgreSQL server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BeginTransactionCommand,
  CommitTransactionCommand,
  ExecuteStatementCommand,
  RDSDataClient,
  type SqlParameter,
} from '@aws-sdk/client-rds-data';
import { openDatabase, startRdsDataServer } from '../local/rds-data/server.ts';

const url = process.env.ALEX_DATABASE_URL;
const runs = 500;
const names = { resourceArn: 'arn:aws:rds:us-east-1:000000000000:cluster:bench', secretArn: 'arn:bench' };
const place = { ...names, database: 'bench' };
const rows: { what: string; p50: string; p95: string }[] = [];

/** Times `work` and keeps its p50 and p95, in milliseconds. */
async function measure(what: string, count: number, work: (i: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await work(i);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(count - 1, Math.floor(count * share))] ?? 0).toFixed(2);
  rows.push({ what, p50: at(0.5), p95: at(0.95) });
}

const memoryBefore = process.memoryUsage.rss();
const parent = mkdtempSync(join(tmpdir(), 'alex-bench-'));
const where = (i: number) => (url === undefined ? { folder: join(parent, `database-${i}`) } : { url });
// The first one makes the seed where there is none yet.
await (await openDatabase(where(0))).close();
const first = await openDatabase(where(0));
const memoryOpen = process.memoryUsage.rss();
await first.close();
await measure('start with a new folder', 3, async (i) => (await openDatabase(where(i + 1))).close());
await measure('start again with a folder', 3, async (i) => (await openDatabase(where(i + 1))).close());

const database = await openDatabase(where(1));
const server = await startRdsDataServer({
  database,
  clusterArn: names.resourceArn,
  secretArn: names.secretArn,
  databaseName: place.database,
});
const client = new RDSDataClient({
  endpoint: server.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
});
const execute = (sql: string, parameters: SqlParameter[] = [], transactionId?: string) =>
  client.send(
    new ExecuteStatementCommand({
      ...place,
      sql,
      parameters,
      ...(transactionId === undefined ? {} : { transactionId }),
    }),
  );
const number = (longValue: number): SqlParameter[] => [{ name: 'i', value: { longValue } }];

await execute('DROP TABLE IF EXISTS rds_data_bench');
await execute('CREATE TABLE rds_data_bench (i bigint PRIMARY KEY, v jsonb, at timestamptz DEFAULT now())');
await measure('insert', runs, (i) => execute(`INSERT INTO rds_data_bench (i, v) VALUES (:i, '{"a": 1}')`, number(i)));
await measure('select by key', runs, (i) => execute('SELECT * FROM rds_data_bench WHERE i = :i', number(i)));
await measure('select 500 rows', 50, () => execute('SELECT * FROM rds_data_bench'));
await measure('transaction of one update', runs, async (i) => {
  const { transactionId = '' } = await client.send(new BeginTransactionCommand(place));
  await execute('UPDATE rds_data_bench SET at = now() WHERE i = :i', number(i), transactionId);
  await client.send(new CommitTransactionCommand({ ...names, transactionId }));
});
await execute('DROP TABLE rds_data_bench');
const memoryAfter = process.memoryUsage.rss();

client.destroy();
await server.close();
await database.close();
rmSync(parent, { recursive: true, force: true });

console.table(rows);
console.log(
  `over ${database.kind}; milliseconds; memory in MiB: ${mebibytes(memoryBefore)} before, ${mebibytes(memoryOpen)} with it open, ${mebibytes(memoryAfter)} at the end`,
);

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
