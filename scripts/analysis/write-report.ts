import { readdirSync, rmdirSync } from 'node:fs';
import { makeFolder } from '../../local/make-folder.ts';
import { renderHtml } from '../../shared/report/html.ts';
import { renderMarkdown } from '../../shared/report/markdown.ts';
import type { JobResult } from '../../shared/schemas/job.ts';
import { reasonOf, refusal, reportFiles, type ReportFiles } from './output-folder.ts';
import { replaceFiles } from './replace-files.ts';

/**
 * Writes report.html, report.md and result.json into `folder`, made if missing: all three, or none, with the report that
 * was there before left whole.
 *
 * @throws CommandError where they cannot be written
 */
export function writeReport(result: JobResult, folder: string): ReportFiles {
  const files = reportFiles(folder);
  const texts = [
    { path: files.html, text: renderHtml(result) },
    { path: files.markdown, text: renderMarkdown(result) },
    { path: files.json, text: `${JSON.stringify(result, null, 2)}\n` },
  ];
  let made: string[] = [];
  try {
    made = makeFolder(folder);
    replaceFiles(texts);
  } catch (error) {
    for (const one of made.toReversed()) if (readdirSync(one).length === 0) rmdirSync(one);
    throw refusal(folder, reasonOf(error), error);
  }
  return files;
}
