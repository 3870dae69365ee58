/** A cell: plain text, not escaped; `note` is what is said of it in small print. */
export interface Cell {
  readonly text: string;
  readonly note?: string;
  /** Where the text leads: an address of the web. */
  readonly link?: string;
  /** What others in the report lead to: lower-case words and hyphens, unique in it. */
  readonly anchor?: string;
}

export interface Column {
  readonly title: string;
  /** Figures stand to the right, so that their digits line up. */
  readonly numeric?: boolean;
}

/** A table of the report, whatever it is printed as. The first cell of a row names the row. */
export interface Table {
  /** Lower-case words and hyphens; unique in the report. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** A last row of sums. */
  readonly total?: readonly Cell[];
  /** One sentence each, below the table. */
  readonly notes: readonly string[];
}

export const cell = (text: string, note?: string): Cell =>
  note === undefined || note === '' ? { text } : { text, note };
export const figures = (title: string): Column => ({ title, numeric: true });
export const words = (title: string): Column => ({ title });
