// A laptop has dead letters of queues and none of invocations: whoever looks for one there must not take "no dead letters" for "nothing failed".
import { expect, test } from '@jest/globals';
import { laptopTarget } from '../../../scripts/target/laptop-target.ts';
import { runScript } from '../../setup/run-script.ts';

test('redrive promises no dead letter of an invocation where the laptop keeps none', async () => {
  const environment = { FUNCTION_NAME_API: 'api', QUEUE_URL_ANALYSIS_JOBS: 'http://127.0.0.1:1/analysis-jobs' };
  const { deadLetterQueues } = laptopTarget(environment, 'http://127.0.0.1:1');
  expect(Object.keys(deadLetterQueues)).toEqual(['analysis-jobs']);
  const { code, stdout } = await runScript('redrive.ts', ['--help'], {});
  const help = stdout.replace(/\s+/gu, ' ');
  expect(code).toBe(0);
  expect(help).toContain('messages, and on AWS asynchronous and scheduled invocations,');
  expect(help).toContain(
    'On a laptop an asynchronous or scheduled invocation that failed for good leaves no dead letter',
  );
});
