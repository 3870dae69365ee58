// npm run analyze -- FILE [flags]: a portfolio file in, a report out.
import { performAnalysis } from './analysis/perform.ts';
import { apiClient } from './analysis/api-client.ts';
import { readOptions, type AnalyzeOptions } from './analysis/options.ts';
import { describePreview } from './analysis/preview.ts';
import { readFiles } from './analysis/read-files.ts';
import { readRequest } from './analysis/read-request.ts';
import { runCommand } from './analysis/run-command.ts';
import { showProgress, silentProgress } from './analysis/progress.ts';
import { writeReport } from './analysis/write-report.ts';
import { withFleet } from './laptop/with-fleet.ts';
import { renderSummary } from '../shared/report/summary.ts';

const PARTIAL = 3;

async function analyze(options: AnalyzeOptions): Promise<number> {
  const { json, quiet, out } = options;
  const tell = (text: string): void => {
    if (!quiet) process.stderr.write(`${text}\n`);
  };
  if (options.preview) {
    process.stdout.write(`${describePreview(readFiles(options)).join('\n')}\n`);
    return 0;
  }
  const { request, notes } = readRequest(options);
  notes.forEach(tell);
  const progress = quiet ? silentProgress : showProgress(process.stderr);
  const result = await withFleet(tell, ({ apiUrl, apiKey }) =>
    performAnalysis(apiClient(apiUrl, apiKey), request, progress),
  );
  const files = writeReport(result, out);
  if (json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else if (!quiet) {
    const { isTTY, columns } = process.stdout;
    process.stdout.write(
      `\n${renderSummary(result, { color: isTTY && process.env.NO_COLOR === undefined, width: isTTY ? columns : 80 })}\n`,
    );
    process.stdout.write(`Report: ${files.html}\n        ${files.markdown}\n        ${files.json}\n`);
  }
  return result.job.status === 'completed' ? 0 : PARTIAL;
}

await runCommand(() => analyze(readOptions(process.argv.slice(2))));
