import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const GUIDES = join(ROOT, 'guides');

/** A fenced block of a guide: ` ```LANGUAGE WORDS `, as guides/README.md explains them. */
export interface Block {
  /** `guides/0-laptop.md`. */
  readonly file: string;
  /** Of its opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  /** What follows the language: `laptop`, `aws windows`, `file lambdas/x/handler.ts`. */
  readonly words: readonly string[];
  readonly text: string;
}

/** `guides/0-laptop.md:12`, for messages. */
export const placeOf = ({ file, line }: Block): string => `${file}:${line}`;

/** @throws {Error} where a fence is never closed */
export function readBlocks(file: string, text: string): Block[] {
  const blocks: Block[] = [];
  let open: { line: number; fence: string; info: string; lines: string[] } | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, fence = '', info = ''] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined) {
      if (fence !== '') open = { line: index + 1, fence, info: info.trim(), lines: [] };
    } else if (fence === open.fence && info.trim() === '') {
      const [language = '', ...words] = open.info.split(/\s+/);
      blocks.push({ file, line: open.line, language, words, text: open.lines.join('\n') });
      open = undefined;
    } else {
      open.lines.push(line);
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line}: this block is never closed`);
  return blocks;
}

/** The numbered guides in the order in which they are read: 0-laptop.md, 1-permissions.md, ... */
export const guideNames: readonly string[] = readdirSync(GUIDES)
  .filter((name) => /^\d-.*\.md$/.test(name))
  .sort();

export const textOf = (name: string): string => readFileSync(join(GUIDES, name), 'utf8');
export const blocksOf = (name: string): Block[] => readBlocks(`guides/${name}`, textOf(name));

/** The commands of a block: its lines, with those that end in a backslash or backtick joined to the next. */
export function commandsOf({ text }: Block): string[] {
  return text
    .replaceAll(/[ \t]*[\\`]\n[ \t]*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
