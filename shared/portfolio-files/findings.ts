import { quotation, type FileProblem } from './file-problem.ts';

/** Collects what is found while a file is read, in the order of its lines. */
export interface Findings {
  readonly file: string;
  /** Each of them keeps the file from being imported. */
  readonly problems: FileProblem[];
  /** What was understood or left out, without harm. */
  readonly notes: FileProblem[];
  problem: (message: string, line?: number | null, column?: string | null) => void;
  note: (message: string, line?: number | null, column?: string | null) => void;
}

export function findingsOf(file: string): Findings {
  const problems: FileProblem[] = [];
  const notes: FileProblem[] = [];
  const adder =
    (list: FileProblem[]) =>
    (message: string, line: number | null = null, column: string | null = null): void => {
      list.push({ file, line, column: column === null ? null : quotation(column), message });
    };
  return { file, problems, notes, problem: adder(problems), note: adder(notes) };
}

const lineOf = ({ line }: FileProblem): number => line ?? 0;

/** By line; what concerns the whole file comes first. */
export function inFileOrder(findings: readonly FileProblem[]): FileProblem[] {
  return findings.toSorted((a, b) => lineOf(a) - lineOf(b));
}
