import type { OpenSpan } from '../agents/trace.ts';
import type { StepName } from '../schemas/job.ts';
import { recordStep } from './metrics.ts';

/** Begins to measure a step's attempt. Called at its end, it puts what came of it into the metrics and the span. */
export function measureStep(
  step: StepName,
  span: OpenSpan,
  attempt: number,
): (end: 'failed' | { degraded: boolean }) => void {
  const started = performance.now();
  span.set({ 'alex.step.attempt': attempt });
  return (end) => {
    const failed = end === 'failed';
    const degraded = !failed && end.degraded;
    recordStep(step, { failed, degraded, milliseconds: performance.now() - started });
    span.set({ 'alex.step.status': failed ? 'failed' : 'completed', 'alex.degraded': degraded });
  };
}
