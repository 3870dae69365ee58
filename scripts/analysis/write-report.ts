import { writeFileSync } from 'node:fs';
import { makeFolder } from '../../local/make-folder.ts';
import { renderHtml } from '../../shared/report/html.ts';
import { renderMarkdown } from '../../shared/report/markdown.ts';
import type { JobResult } from '../../shared/schemas/job.ts';
import { reasonOf, refusal, reportFiles, type ReportFiles } from './output-folder.ts';

/** Writes report.html, report.md and result.json into `folder`, made if missing. */
export function writeReport(result: JobResult, folder: string): ReportFiles {
  const files = reportFiles(folder);
  const html = renderHtml(result);
  const markdown = renderMarkdown(result);
  try {
    makeFolder(folder);
    writeFileSync(files.html, html);
    writeFileSync(files.markdown, markdown);
    writeFileSync(files.json, `${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    throw refusal(folder, reasonOf(error), error);
  }
  return files;
}
