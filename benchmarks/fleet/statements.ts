import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDeployment } from '../../local/deployment.ts';
import { startFleet } from '../../local/fleet.ts';
import { apiClient } from '../../scripts/analysis/api-client.ts';
import { DIST } from '../../scripts/laptop/paths.ts';
import { createRdsDataClient } from '../../shared/aws/rds-data.ts';
import { createApiKey } from '../../shared/database/api-keys.ts';
import { connect } from '../../shared/database/client.ts';
import { seedInstruments } from '../../shared/database/instruments.ts';
import { readJobStatus } from '../../shared/database/jobs.ts';
import { migrateDatabase } from '../../shared/database/migrate.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { createUser } from '../../shared/database/users.ts';
import type { AnalyzeRequestInput } from '../../shared/schemas/job.ts';
import { nowMeasuring } from '../timing/progress.ts';
import type { Aimed } from './aims.ts';
import { functionsOfAnalysis } from './functions-of-analysis.ts';
import { countStatements } from './statement-counter.ts';

const SIZES = [20, 200, 2000];
const ENDED = new Set(['completed', 'partial', 'failed']);

/** As many positions, half of them of the reference set and half that nobody knows; of 100 positions an account. */
function portfolioOf(positions: number): AnalyzeRequestInput {
  const held = Array.from({ length: positions }, (_, index) => {
    const known = referenceInstruments[index % 100]?.symbol ?? 'VTI';
    return {
      symbol: index % 2 === 0 && index < 200 ? known : `U${index}`,
      quantity: '10',
      price: String(10 + (index % 90)),
      priceAsOf: '2026-03-30',
    };
  });
  const accounts = Array.from({ length: Math.ceil(positions / 100) }, (_, account) => ({
    name: `Account ${account}`,
    positions: held
      .slice(account * 100, account * 100 + 100)
      .filter(({ symbol }, index, all) => all.findIndex((one) => one.symbol === symbol) === index),
  }));
  return { portfolio: { accounts }, goals: { age: 45, retireAt: 65, income: 80_000 }, asOf: '2026-03-31' };
}

/** Calls of the Data API that one whole analysis makes, by function, for portfolios of three sizes. */
export async function measureStatements(): Promise<Aimed[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'alex-bench-statements-'));
  const deployed = readDeployment(DIST);
  const functions = deployed.map(({ name }) => name);
  const own = functionsOfAnalysis(deployed);
  let target = '';
  const counter = await countStatements(functions, () => target);
  const environment = { AWS_ENDPOINT_URL_RDS_DATA: counter.url };
  const fleet = await startFleet({
    dist: DIST,
    dataFolder,
    overrides: Object.fromEntries(functions.map((name) => [name, { environment }])),
    prepare: async (variables) => {
      Object.assign(process.env, variables);
      target = variables.AWS_ENDPOINT_URL_RDS_DATA ?? '';
      const db = connect(createRdsDataClient());
      await migrateDatabase(db);
      await seedInstruments(db, referenceInstruments);
    },
  });
  try {
    const db = connect(createRdsDataClient());
    const rows: Record<string, number>[] = [];
    // The first one is not kept: cold, it lasts long enough for heartbeats.
    for (const positions of [SIZES[0] ?? 0, ...SIZES]) {
      nowMeasuring(`calls of the Data API at ${positions} positions`);
      const person = await createUser(db, 'A person');
      const api = apiClient(fleet.apiUrl, await createApiKey(db, person.id, 'bench'));
      counter.take();
      const id = await api.analyze(portfolioOf(positions));
      // Looked at past the API, whose calls are counted.
      while (!ENDED.has((await readJobStatus(db, id)) ?? '')) await sleep(20);
      const made = counter.take();
      await api.result(id);
      const result = counter.take().get('api') ?? 0;
      for (const name of made.keys()) if (!own.has(name)) made.delete(name);
      const total = [...made.values()].reduce((sum, count) => sum + count, 0);
      rows.push({ positions, ...Object.fromEntries([...made].sort()), total, 'GET result': result });
    }
    rows.shift();
    console.log('Calls of the Data API in one analysis, POST /analyze to its end, begins and commits counted');
    console.table(rows);
    const totals = rows.map(({ total }) => total ?? Number.NaN);
    const what = `statements an analysis at ${SIZES.join(' / ')} positions`;
    return [{ what, measured: totals.join(' / '), aim: 'constant', met: new Set(totals).size === 1 }];
  } finally {
    await fleet.stop();
    counter.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
