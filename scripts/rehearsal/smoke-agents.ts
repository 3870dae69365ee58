import { randomUUID } from 'node:crypto';
import type { Database } from '../../shared/database/client.ts';
import { readJobInstruments } from '../../shared/database/job-instruments.ts';
import { readJobStatus, releaseJob } from '../../shared/database/jobs.ts';
import { agentAnswer } from '../../shared/middleware/agent-step.ts';
import { pricerAnswer } from '../../shared/schemas/market.ts';
import { expectThat, type Checks } from './checks.ts';
import type { Functions } from './invoke.ts';
import { storeFacts, untagged, type SmokeJob } from './smoke-job.ts';
import { planner } from './planner-event.ts';
import { checkDecided, checkStep } from './step-results.ts';

/** Each agent of an analysis alone, in the order that their results build on: tagger, pricer, reporter, charter, retirement, planner. */
export async function smokeAgents(
  db: Database,
  job: SmokeJob,
  functions: Functions,
  run: Checks['run'],
): Promise<void> {
  const { id: jobId, asOf } = job;
  const ask = async (agent: string, more: object = {}): Promise<void> => {
    const { status } = agentAnswer.parse(await functions.invoke(agent, { jobId, ...more }));
    expectThat(status === 'completed', `It answered ${status} to a step that nobody had done.`);
  };
  await run('tagger', async () => {
    await ask('tagger', { instruments: [untagged] });
    const tagged = (await readJobInstruments(db, jobId)).get(untagged.symbol);
    return checkDecided(
      db,
      jobId,
      'tag',
      tagged === undefined
        ? 'answered, and was not sure enough to classify'
        : `classified ${untagged.symbol} as ${tagged.type}`,
    );
  });
  await run('pricer', async () => {
    const { prices, problems } = pricerAnswer.parse(await functions.invoke('pricer', { jobId, asOf }));
    return [`found ${prices} prices where none was missing`, ...problems].join('; ');
  });
  await run('facts', async () => `${await storeFacts(db, job)} computed and stored`);
  await run('reporter', async () => {
    await ask('reporter');
    return checkStep(db, jobId, 'report');
  });
  await run('charter', async () => {
    await ask('charter');
    return checkStep(db, jobId, 'charts');
  });
  await run('retirement', async () => {
    await ask('retirement');
    return checkStep(db, jobId, 'retirement');
  });
  await run('planner', async () => {
    // Now it may be taken up: all that is left is the summary and the end.
    await releaseJob(db, jobId, job.owner);
    const { batchItemFailures } = planner.answer.parse(
      await functions.invoke('planner', planner.event(jobId, randomUUID())),
    );
    expectThat(batchItemFailures.length === 0, `It gave the message back: ${functions.logOf('planner')}`);
    const status = await readJobStatus(db, jobId);
    expectThat(status === 'completed', `It ended the job as ${status ?? 'gone'}.`);
    return checkStep(db, jobId, 'summary');
  });
}
