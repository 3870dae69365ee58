import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderHtml } from '../../shared/report/html.ts';
import { renderMarkdown } from '../../shared/report/markdown.ts';
import type { JobResult } from '../../shared/schemas/job.ts';
import { CommandError } from './command-error.ts';

export interface ReportFiles {
  html: string;
  markdown: string;
  json: string;
}

/** Writes report.html, report.md and result.json into `folder`, made if missing. */
export function writeReport(result: JobResult, folder: string): ReportFiles {
  const files = {
    html: join(folder, 'report.html'),
    markdown: join(folder, 'report.md'),
    json: join(folder, 'result.json'),
  };
  const html = renderHtml(result);
  const markdown = renderMarkdown(result);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(files.html, html);
    writeFileSync(files.markdown, markdown);
    writeFileSync(files.json, `${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `The report cannot be written to ${folder} (${reason}).`,
      ['Choose another folder with --out DIR.'],
      error,
    );
  }
  return files;
}
