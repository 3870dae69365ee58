import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

/** A file's path and its whole text. */
export interface FileText {
  path: string;
  text: string;
}

interface Replacement extends FileText {
  draft: string;
  /** The file that stood there before, kept until all are in place. */
  earlier: string;
}

/**
 * Writes several files that belong together, in folders that exist: all of them, or, where the disk is full or one cannot be
 * replaced, none, with what stood there before as it was. Each appears whole; no draft stays behind.
 *
 * @throws what the file system said
 */
export function replaceFiles(files: readonly FileText[]): void {
  const suffix = `${process.pid}.tmp`;
  const all = files.map((file): Replacement => {
    return { ...file, draft: `${file.path}.${suffix}`, earlier: `${file.path}.earlier.${suffix}` };
  });
  const replaced: Replacement[] = [];
  try {
    for (const { draft, text } of all) write(draft, text);
    for (const { path, earlier } of all) keep(path, earlier);
    for (const one of all) {
      renameSync(one.draft, one.path);
      replaced.push(one);
    }
  } catch (error) {
    for (const { path, earlier } of replaced) {
      if (existsSync(earlier)) renameSync(earlier, path);
      else rmSync(path, { force: true });
    }
    throw error;
  } finally {
    for (const { draft, earlier } of all) {
      rmSync(draft, { force: true });
      rmSync(earlier, { force: true });
    }
  }
}

/** On the disk before it takes another's place: a full one may say so only then. */
function write(path: string, text: string): void {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A second name for what stands at `path`; a copy on file systems without hard links. */
function keep(path: string, earlier: string): void {
  rmSync(earlier, { force: true });
  if (!existsSync(path)) return;
  try {
    linkSync(path, earlier);
  } catch {
    copyFileSync(path, earlier);
  }
}
