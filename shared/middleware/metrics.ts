import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { CallEnd, PlannedCall } from '../agents/call-ledger.ts';
import type { JobStatus, StepName } from '../schemas/job.ts';

/**
 * Metrics as lines of the log, in CloudWatch's embedded metric format: no call, no wait. Dimensions have few values each (a
 * metric is paid by their combinations); a job's id is none of them, and nothing of a person is. The service is the deployment, of
 * which an account may have several.
 */
const metrics = new Metrics({ namespace: 'Alex', serviceName: process.env.POWERTOOLS_SERVICE_NAME ?? 'alex' });

/** How a job ended. `milliseconds` of the run that ended it; absent where none did. */
export function recordJobEnd(
  status: Extract<JobStatus, 'completed' | 'partial' | 'failed'>,
  milliseconds?: number,
): void {
  metrics.addDimension('status', status).addMetric('JobsEnded', MetricUnit.Count, 1);
  if (milliseconds !== undefined) metrics.addMetric('JobDuration', MetricUnit.Milliseconds, milliseconds);
  metrics.publishStoredMetrics();
}

/** How a step ended; `degraded` says that the narrator stood in for a model. */
export function recordStep(step: StepName, end: { failed: boolean; degraded: boolean; milliseconds: number }): void {
  metrics
    .addDimension('step', step)
    .addMetric('StepDuration', MetricUnit.Milliseconds, end.milliseconds)
    .addMetric('StepsFailed', MetricUnit.Count, end.failed ? 1 : 0)
    .addMetric('StepsDegraded', MetricUnit.Count, end.degraded ? 1 : 0)
    .publishStoredMetrics();
}

/** How a call of a language model went. Tokens and cost only where they are known. */
export function recordModelCall({ agent, model }: Pick<PlannedCall, 'agent' | 'model'>, end: CallEnd): void {
  const { outcome, inputTokens, outputTokens, usd, durationMs, retries } = end;
  metrics
    .addDimension('agent', agent)
    .addDimension('model', model)
    .addDimension('outcome', outcome)
    .addMetric('ModelCallDuration', MetricUnit.Milliseconds, durationMs)
    .addMetric('ModelCallRetries', MetricUnit.Count, retries);
  if (inputTokens !== null) metrics.addMetric('ModelInputTokens', MetricUnit.Count, inputTokens);
  if (outputTokens !== null) metrics.addMetric('ModelOutputTokens', MetricUnit.Count, outputTokens);
  // US dollars, for which CloudWatch has no unit.
  if (usd !== null) metrics.addMetric('ModelCost', MetricUnit.NoUnit, usd);
  metrics.publishStoredMetrics();
}
