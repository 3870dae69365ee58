import type { Database } from '../../shared/database/client.ts';
import type { ResearchRun } from '../../shared/schemas/research.ts';
import { NotFoundError } from '../../shared/errors.ts';
import { describeFailure } from '../../shared/middleware/failure.ts';
import type { Logger } from './runs/logger.ts';
import type { RunContext, RunOutcome } from './runs/perform-run.ts';
import { Runner } from './runs/runner.ts';
import { readKey } from './server/authorize.ts';
import { listen } from './server/listen.ts';
import { route } from './server/route.ts';
import type { Settings } from './settings.ts';

export interface Researcher {
  port: number;
  /** Takes no more requests and runs; lets what runs end for so long, then gives it back. */
  stop: (graceMilliseconds: number) => Promise<void>;
}

export interface ResearcherOptions {
  environment: Readonly<Record<string, string | undefined>>;
  logger: Logger;
  /** In the place of this deployment's, for tests. */
  db?: Database;
  key?: () => Promise<string>;
  model?: RunContext['model'];
  perform?: (run: ResearchRun, context: Pick<RunContext, 'signal' | 'tell'>) => Promise<RunOutcome>;
  now?: () => Date;
}

/**
 * The service: listens, and takes up the runs that an earlier process left behind. What a run needs (browsing, agents) is loaded
 * with the first one, so that a researcher that waits holds less memory.
 *
 * @throws {ConfigurationError} where it cannot listen, or a setting is missing
 */
export async function startResearcher(settings: Settings, options: ResearcherOptions): Promise<Researcher> {
  const { logger, environment, now = () => new Date() } = options;
  const { database } = await import('../../shared/database/client.ts');
  const { readRun } = await import('../../shared/database/research-runs.ts');
  const db = options.db ?? database();

  const perform: ResearcherOptions['perform'] = async (run, context) => {
    const { createBrowsing } = await import('./browsing/browsing.ts');
    const { performRun } = await import('./runs/perform-run.ts');
    const browsing = createBrowsing({
      ...settings.browsing,
      onRefused: (page, refused) => {
        logger.info('a page asked for what it did not get', { page, refused: refused.length });
      },
    });
    const given = options.model === undefined ? {} : { model: options.model };
    return performRun(run, { db, browsing, settings, environment, logger, now, ...given, ...context }).finally(() =>
      browsing.close(),
    );
  };
  const { atOnce, limits } = settings;
  const runner = new Runner({ db, atOnce, seconds: limits.seconds, perform: options.perform ?? perform, logger, now });
  let stopping = false;
  const server = await listen(
    (request, response) =>
      route(request, response, {
        runner,
        readRun: async (id) => {
          const run = await readRun(db, id);
          if (run === undefined) throw new NotFoundError('There is no such run.');
          return run;
        },
        key: options.key ?? readKey,
        logger,
        unwell: () => (stopping ? 'It is being stopped.' : undefined),
      }),
    settings,
  );
  runner.resume().catch((error: unknown) => {
    logger.warn('runs left behind could not be looked for', { error: describeFailure(error) });
  });
  return {
    port: server.port,
    stop: async (graceMilliseconds) => {
      stopping = true;
      await runner.stop(graceMilliseconds);
      await server.close(1_000);
    },
  };
}
