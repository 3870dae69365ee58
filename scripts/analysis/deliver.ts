import { renderSummary } from '../../shared/report/summary.ts';
import type { JobResult } from '../../shared/schemas/job.ts';
import { writeReport } from './write-report.ts';

export interface Delivery {
  out: string;
  json: boolean;
  quiet: boolean;
}

const PARTIAL = 3;

/** Writes a result's three files, prints what was asked for, and gives the exit code: 0 completed, 3 partial. */
export function deliver(result: JobResult, { out, json, quiet }: Delivery): number {
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
