/** Something the person who typed a command can act on: shown as it is, without a stack trace. Exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Further lines, e.g. every problem of a file. */
  readonly lines: readonly string[];

  constructor(message: string, lines: readonly string[] = [], cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.lines = lines;
  }
}
