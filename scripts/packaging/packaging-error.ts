/** Packaging cannot be done as things are: the message names every file at fault and what is wrong with it. */
export class PackagingError extends Error {
  override readonly name: string = 'PackagingError';
}

/** A function's sources do not bundle: what is wrong, with file and line, each as text of its own. */
export class BundlingError extends PackagingError {
  override readonly name = 'BundlingError';
  readonly entry: string;
  readonly reasons: readonly string[];
  constructor(entry: string, reasons: readonly string[]) {
    super(`${entry} cannot be bundled:\n${reasons.join('\n')}`);
    this.entry = entry;
    this.reasons = reasons;
  }
}

/** The errors of several functions as one. What is wrong in a file that they share is said once, and for whom. */
export function together(errors: readonly PackagingError[]): PackagingError {
  const others = errors.filter((error) => !(error instanceof BundlingError)).map((error) => error.message);
  const entriesOf = new Map<string, string[]>();
  for (const error of errors) {
    if (!(error instanceof BundlingError)) continue;
    for (const reason of error.reasons) entriesOf.set(reason, [...(entriesOf.get(reason) ?? []), error.entry]);
  }
  const reasonsOf = new Map<string, string[]>();
  for (const [reason, entries] of entriesOf) {
    const names = entries.join(', ');
    reasonsOf.set(names, [...(reasonsOf.get(names) ?? []), reason]);
  }
  const bundling = [...reasonsOf].map(([names, reasons]) => `${names} cannot be bundled:\n${reasons.join('\n')}`);
  return new PackagingError([...new Set([...others, ...bundling])].join('\n\n'));
}
