/** SQLState 23505, which the Data API puts at the end of its message; Drizzle wraps the error that says it. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /SQLState: 23505\b/.test(error.message) || isUniqueViolation(error.cause);
}
