import { sendMessage } from '../../shared/aws/sqs.ts';
import { requireEnvironment } from '../../shared/aws/environment.ts';
import type { Queryable } from '../../shared/database/client.ts';
import { failStrandedJob, findStrandedJobs, markSent } from '../../shared/database/jobs.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { recordJobEnd } from '../../shared/middleware/metrics.ts';

/** A message that nobody has taken up for this long is sent again. */
const UNCLAIMED_SECONDS = 300;
/** A job that nobody has taken up for this long is not going to be. */
const HOPELESS_SECONDS = 3600;

export interface Swept {
  sent: number;
  failed: number;
}

/**
 * Sends again the message of each job that waits without one or whose worker died, and ends with a reason those that have had
 * all their attempts. Sending twice does no harm: a job is claimed once.
 */
export async function sweep(db: Queryable): Promise<Swept> {
  const mostAttempts = Number(requireEnvironment('MAX_ATTEMPTS'));
  const stranded = await findStrandedJobs(db, {
    unclaimedSeconds: UNCLAIMED_SECONDS,
    hopelessSeconds: HOPELESS_SECONDS,
  });
  const swept: Swept = { sent: 0, failed: 0 };
  for (const { id, attempt, hopeless } of stranded) {
    if (attempt >= mostAttempts || hopeless) {
      const why =
        attempt >= mostAttempts
          ? `The analysis stopped ${attempt} times without an end. Its log says more; ask for it again.`
          : 'Nobody took up the analysis for an hour. Ask for it again.';
      await failStrandedJob(db, id, why);
      recordJobEnd('failed');
      logger.error('job failed by the sweeper', { jobId: id, attempt });
      swept.failed += 1;
    } else {
      await sendMessage('analysis-jobs', { jobId: id });
      await markSent(db, id);
      logger.warn('job sent again', { jobId: id, attempt });
      swept.sent += 1;
    }
  }
  return swept;
}
