/** What the researcher logs with; Powertools' Logger fits. Entries say what happened, never a page's text. */
export interface Logger {
  info(message: string, entry: Record<string, unknown>): void;
  warn(message: string, entry: Record<string, unknown>): void;
  error(message: string, entry: Record<string, unknown>): void;
}
