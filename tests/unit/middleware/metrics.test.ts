// What an alarm of stage 8 waits for is what is written: 1 where the narrator stood in, 0 where it did not.
import { afterEach, expect, jest, test } from '@jest/globals';
import { recordStep } from '../../../shared/middleware/metrics.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** The line of the log that CloudWatch makes metrics of. */
function lineOf(work: () => void): unknown {
  const lines: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => {
    lines.push(String(line));
  });
  work();
  jest.restoreAllMocks();
  return JSON.parse(lines.join(''));
}

test('two deployments of an account are told apart by their names', async () => {
  process.env.POWERTOOLS_SERVICE_NAME = 'devalex';
  jest.resetModules();
  const other = await import('../../../shared/middleware/metrics.ts');
  delete process.env.POWERTOOLS_SERVICE_NAME;
  const line = lineOf(() => {
    other.recordStep('report', { failed: false, degraded: true, milliseconds: 5 });
  });
  expect(line).toMatchObject({ service: 'devalex', step: 'report' });
});

test.each([
  [true, 1],
  [false, 0],
])('a step of which degraded is %s counts %d, under the name and the dimensions of the alarm', (degraded, counts) => {
  const line = lineOf(() => {
    recordStep('report', { failed: false, degraded, milliseconds: 5 });
  });
  expect(line).toMatchObject({ service: 'alex', step: 'report', StepsDegraded: counts });
  expect(line).toMatchObject({
    _aws: { CloudWatchMetrics: [{ Namespace: 'Alex', Dimensions: [['service', 'step']] }] },
  });
});
