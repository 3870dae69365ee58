/** The code of a system's or Node's error ("ECONNRESET"); "" where it has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
