/** Packaging cannot be done as things are: the message names every file at fault and what is wrong with it. */
export class PackagingError extends Error {
  override readonly name = 'PackagingError';
}
