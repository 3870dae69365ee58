import { quotation, type FileNote, type FileProblem } from './file-problem.ts';

/** Where a position stands in a file. `column` and `priceColumn` are headers or, of JSON, fields; null where there is none. */
export interface PositionPlace {
  account: string;
  symbol: string;
  /** What the holding is called; undefined where nothing calls it anything. */
  name: string | undefined;
  line: number;
  column: string | null;
  priceColumn: string | null;
  isPriced: boolean;
  /** The file itself says what it is made of. */
  isClassified: boolean;
}

/** A line of a plan that stands for a brokerage account: "BrokerageLink". */
export interface OpenWindow {
  label: string;
  line: number;
  column: string | null;
}

/** Collects what is found while a file is read, in the order of its lines. */
export interface Findings {
  readonly file: string;
  /** Each of them keeps the file from being imported. */
  readonly problems: FileProblem[];
  /** What was understood or left out, without harm. */
  readonly notes: FileNote[];
  /** Each position that is read, of a file that is refused too. */
  readonly places: PositionPlace[];
  /** Lines that state what another account holds which the file does not list. */
  readonly windows: OpenWindow[];
  problem: (message: string, line?: number | null, column?: string | null) => void;
  note: (topic: FileNote['topic'], message: string, line?: number | null, column?: string | null) => void;
}

export function findingsOf(file: string): Findings {
  const problems: FileProblem[] = [];
  const notes: FileNote[] = [];
  const places: PositionPlace[] = [];
  const windows: OpenWindow[] = [];
  const placed = (message: string, line: number | null, column: string | null): FileProblem => ({
    ...{ file, line, message },
    column: column === null ? null : quotation(column),
  });
  return {
    ...{ file, problems, notes, places, windows },
    problem(message, line = null, column = null) {
      problems.push(placed(message, line, column));
    },
    note(topic, message, line = null, column = null) {
      notes.push({ ...placed(message, line, column), topic });
    },
  };
}

const lineOf = ({ line }: FileProblem): number => line ?? 0;

/** By line; what concerns the whole file comes first. */
export function inFileOrder<T extends FileProblem>(findings: readonly T[]): T[] {
  return findings.toSorted((a, b) => lineOf(a) - lineOf(b));
}
