import type { NoteTopic } from '../schemas/input-notes.ts';

/** One thing wrong with (or worth saying about) a file, and where. `line` counts from 1; `column` is a header or a field. */
export interface FileProblem {
  file: string;
  line: number | null;
  column: string | null;
  message: string;
}

/** Something worth saying that keeps nothing from being read. */
export interface FileNote extends FileProblem {
  /** Under what a report says it; null where the report finds it out by itself. */
  topic: NoteTopic | null;
}

/** One line for a person: `my.csv:12: Quantity: "abc" is not a number`. */
export function formatProblem({ file, line, column, message }: FileProblem): string {
  return `${file}${line === null ? '' : `:${line}`}: ${column === null ? '' : `${column}: `}${message}`;
}

const LONGEST_QUOTATION = 60;

/** Text of a file as it is safe to show: on one line, cut, and without characters that command a terminal. */
export function quotation(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return plain.length > LONGEST_QUOTATION ? `${plain.slice(0, LONGEST_QUOTATION - 1)}…` : plain;
}
