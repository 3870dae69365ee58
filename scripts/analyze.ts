// npm run analyze -- FILE... [flags]: portfolio files in, a report out.
import { performAnalysis, reportCommand } from './analysis/perform.ts';
import { standWhereCalled } from './analysis/caller-folder.ts';
import { apiClient } from './analysis/api-client.ts';
import { asOne, complaintsOf } from './analysis/complaints.ts';
import { readOptions, type AnalyzeOptions } from './analysis/options.ts';
import { checkOutputFolder } from './analysis/output-folder.ts';
import { describePreview } from './analysis/preview.ts';
import { readFiles } from './analysis/read-files.ts';
import { readRequest, type ReadRequest } from './analysis/read-request.ts';
import { runCommand } from './analysis/run-command.ts';
import { showProgress, silentProgress } from './analysis/progress.ts';
import { waitingOn } from './analysis/waiting-on.ts';
import { withApi } from './analysis/with-api.ts';

async function analyze(options: AnalyzeOptions): Promise<number> {
  const { quiet } = options;
  const tell = (text: string): void => {
    if (!quiet) process.stderr.write(`${text}\n`);
  };
  if (options.preview) {
    process.stdout.write(`${describePreview(readFiles(options)).join('\n')}\n`);
    return 0;
  }
  const { files, prices, transactions, plan } = options;
  const inputs = [...files, prices, ...transactions, plan].filter((path) => path !== undefined);
  let read: ReadRequest | undefined;
  const refused = complaintsOf(
    () => {
      checkOutputFolder(options.out, inputs);
    },
    () => {
      read = readRequest(options);
    },
  );
  if (read === undefined || refused.length > 0) throw asOne(refused);
  const { request, notes } = read;
  notes.forEach(tell);
  if (request.goals === null) {
    tell('No retirement goals are given: --age, --retire-at and --income add a look at retirement.');
  }
  // Only now: the report's charts are a large library, and what is refused above does without.
  const { deliver } = await import('./analysis/deliver.ts');
  const progress = quiet ? silentProgress : showProgress(process.stderr, waitingOn(options.target));
  let jobId: string | undefined;
  const interrupted = (fleetStays: boolean): string => {
    if (jobId === undefined) return '\nStopped. Nothing was analysed yet.';
    const then = fleetStays ? 'goes on' : 'is kept, and finished the next time Alex runs';
    return `\nStopping. Job ${jobId} ${then}; its report: ${reportCommand(jobId, options.target)}`;
  };
  const result = await withApi(options.target, { tell, interrupted }, ({ apiUrl, apiKey }) =>
    performAnalysis(
      apiClient(apiUrl, apiKey, { target: options.target, tell }),
      request,
      progress,
      (id) => {
        jobId = id;
      },
      options.target,
    ),
  );
  return deliver(result, options);
}

standWhereCalled('analyze');
await runCommand(() => analyze(readOptions(process.argv.slice(2))));
