/**
 * The `code` of a system error, e.g. ENOENT. Not by `instanceof Error`: errors of Node's own modules come from another
 * realm where code runs in a vm context, as under Jest.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The message of whatever was thrown. */
export function errorMessage(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
