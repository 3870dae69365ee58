import { accessSync, constants, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { makeFolder } from '../../local/make-folder.ts';
import { CommandError } from './command-error.ts';

const NAMES = { html: 'report.html', markdown: 'report.md', json: 'result.json' } as const;

export interface ReportFiles {
  html: string;
  markdown: string;
  json: string;
}

/** The files of a report in a folder. */
export function reportFiles(folder: string): ReportFiles {
  return {
    html: join(folder, NAMES.html),
    markdown: join(folder, NAMES.markdown),
    json: join(folder, NAMES.json),
  };
}

/**
 * Finds out before any work whether a report can be written to `folder`: makes it, writes into it, and leaves no trace.
 * `inputs` are the files that the command reads, which no report may replace.
 * @throws CommandError
 */
export function checkOutputFolder(folder: string, inputs: readonly string[] = []): void {
  if (folder.trim() === '') throw refusal(folder, 'its name is empty');
  const path = resolve(folder);
  if (path === parse(path).root) throw refusal(folder, 'it is the whole disk, not a folder for a report');
  const { html, markdown, json } = reportFiles(path);
  const files = [html, markdown, json];
  const replaced = inputs.find((input) => files.includes(resolve(input)));
  if (replaced !== undefined) throw refusal(folder, `the report would replace ${replaced}, which it is made from`);
  let made: string[] = [];
  try {
    made = makeFolder(path);
    const probe = join(path, `.alex-${process.pid}.tmp`);
    writeFileSync(probe, '', { flag: 'wx' });
    rmSync(probe);
    for (const file of files) {
      const there = statSync(file, { throwIfNoEntry: false });
      if (there?.isDirectory() === true) throw refusal(folder, `${file} is a folder`);
      if (there !== undefined) accessSync(file, constants.W_OK);
    }
  } catch (error) {
    throw error instanceof CommandError ? error : refusal(folder, reasonOf(error), error);
  } finally {
    for (const one of made.toReversed()) rmdirSync(one);
  }
}

const FULL = 'the disk is full';
const REASONS: Record<string, string> = {
  EEXIST: 'a file is in the way',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'you have no permission to write there',
  EPERM: 'you have no permission to write there',
  EROFS: 'nothing can be written there',
  ENOENT: 'no folder can be made there',
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links go round in a circle',
};

/** Why a file or folder could not be written, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = 'code' in error && typeof error.code === 'string' ? REASONS[error.code] : undefined;
  return reason ?? error.message;
}

export function refusal(folder: string, reason: string, cause?: unknown): CommandError {
  return new CommandError(
    `The report cannot be written to "${folder}": ${reason}.`,
    [reason === FULL ? 'Free some space there and try again.' : 'Choose another folder with --out DIR.'],
    cause,
  );
}
