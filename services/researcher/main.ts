// The program of the container: an HTTP server that takes research runs and carries them out. See README.md.
import { describeFailure } from '../../shared/middleware/failure.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { startResearcher } from './researcher.ts';
import { settingsFrom } from './settings.ts';

/** Seconds for runs to end, of the 30 that a container has between SIGTERM and SIGKILL (service.json). */
const GRACE = 20;

async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const researcher = await startResearcher(settings, { environment: process.env, logger });
  logger.info('the researcher listens', { port: researcher.port });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    logger.info('the researcher stops', {});
    void researcher.stop(1000 * Number(process.env.STOP_GRACE_SECONDS ?? GRACE)).finally(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}

main().catch((error: unknown) => {
  logger.error('the researcher cannot start', { error: describeFailure(error) });
  process.exit(1);
});
