// npm run report [-- JOB]: the report of an analysis that Alex has made, the newest one where none is named.
import { Option } from 'commander';
import { NpmCommand } from './terminal/command.ts';
import { apiClient, type ApiClient } from './analysis/api-client.ts';
import { CommandError } from './analysis/command-error.ts';
import { deliver, type Delivery } from './analysis/deliver.ts';
import { checkOutputFolder } from './analysis/output-folder.ts';
import { reportCommand, resultOf } from './analysis/perform.ts';
import { showProgress, silentProgress } from './analysis/progress.ts';
import { standWhereCalled } from './analysis/caller-folder.ts';
import { runCommand } from './analysis/run-command.ts';
import { addApiTargetFlag } from './analysis/api-target-flag.ts';
import { waitingOn } from './analysis/waiting-on.ts';
import { withApi } from './analysis/with-api.ts';
import type { TargetName } from './target/target.ts';

const HELP = `
The ID of a job is what an analysis that was interrupted tells you. A job that has not ended is waited for: one that was
interrupted goes on when Alex starts again.

Exit code: 0 completed, 3 partial (the report says what is missing), 1 failed or no such job.`;

function readOptions(argv: readonly string[]): Delivery & { job: string | undefined; target: TargetName } {
  const command = new NpmCommand('report')
    .description('Writes report.html, report.md and result.json of an analysis that was made before.')
    .argument('[job]', 'the ID of its job (default: the newest)')
    .addOption(new Option('--out <dir>', 'where to write the report').default('report'))
    .addOption(
      new Option('--json', 'print the whole result as JSON on standard output, and nothing else there').default(false),
    )
    .addOption(new Option('--quiet', 'print nothing but errors').default(false))
    .addHelpText('after', HELP)
    .showHelpAfterError('Run "npm run report -- --help" for all flags.');
  addApiTargetFlag(command).parse([...argv], { from: 'user' });
  return { ...command.opts<Delivery & { target: TargetName }>(), job: command.args[0] };
}

async function newestJob(api: ApiClient, target: TargetName): Promise<string> {
  const [newest] = await api.jobs();
  if (newest !== undefined) return newest.id;
  throw new CommandError('There is no analysis yet.', [
    target === 'aws' ? 'Make one: npm run analyze -- FILE --target aws' : 'Make one: npm run analyze -- FILE',
  ]);
}

async function report({ job, target, ...delivery }: ReturnType<typeof readOptions>): Promise<number> {
  if (job !== undefined && !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(job)) {
    throw new CommandError(`"${job}" is not the ID of a job.`, [
      'It looks like 0190b6a2-3f4e-7c1d-9a55-2b1c3d4e5f60; without one, the newest analysis is taken.',
    ]);
  }
  checkOutputFolder(delivery.out);
  const tell = (text: string): void => {
    if (!delivery.quiet) process.stderr.write(`${text}\n`);
  };
  const progress = delivery.quiet ? silentProgress : showProgress(process.stderr, waitingOn(target));
  const interrupted = (): string => `\nStopped. The report is still to be had: ${reportCommand(job, target)}`;
  const result = await withApi(target, { tell, interrupted }, async ({ apiUrl, apiKey }) => {
    const api = apiClient(apiUrl, apiKey, { target, tell });
    return resultOf(api, job ?? (await newestJob(api, target)), progress, target);
  });
  return deliver(result, delivery);
}

standWhereCalled('report');
await runCommand(() => report(readOptions(process.argv.slice(2))));
