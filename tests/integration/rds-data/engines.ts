import { afterAll, beforeAll, describe } from '@jest/globals';
import { openDatabase, type Database } from '../../../local/rds-data/server.ts';
import { startRealPostgres, whyNoPostgres } from './real-postgres.ts';
import { startService, type TestService, type TestServiceOptions } from './test-service.ts';

/**
 * Runs the same tests over every engine: PGlite, and a real PostgreSQL where its binaries are installed (skipped with the
 * reason in its name otherwise).
 * @param tests is given a function that returns the running service, to be called inside tests.
 */
export function onEveryEngine(
  options: TestServiceOptions,
  tests: (service: () => TestService, engine: Database['kind']) => void,
): void {
  describe('over PGlite', () => {
    tests(
      serviceAround(options, async () => ({ database: await openDatabase({}) })),
      'pglite',
    );
  });
  const reason = whyNoPostgres();
  if (reason !== null) {
    describe.skip(`over a real PostgreSQL (skipped: ${reason})`, () => {
      tests(() => never(reason), 'postgres');
    });
    return;
  }
  describe('over a real PostgreSQL', () => {
    const open = async () => {
      const { url, stop } = await startRealPostgres();
      return { database: await openDatabase({ url }), stop };
    };
    tests(serviceAround(options, open), 'postgres');
  });
}

interface Opened {
  readonly database: Database;
  readonly stop?: () => Promise<void>;
}

function serviceAround(options: TestServiceOptions, open: () => Promise<Opened>): () => TestService {
  let opened: Opened | undefined;
  let service: TestService | undefined;
  beforeAll(async () => {
    opened = await open();
    service = await startService(opened.database, options);
  });
  afterAll(async () => {
    await service?.close();
    await opened?.database.close();
    await opened?.stop?.();
  });
  return () => service ?? never('the service did not start');
}

function never(reason: string): never {
  throw new Error(reason);
}
