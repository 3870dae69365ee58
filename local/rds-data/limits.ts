/** What the Data API limits, with the service's own values (Aurora user guide, "Data API limitations" and its quotas). */
export interface Limits {
  /** The whole request, headers included. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** One row of a result. */
  readonly rowBytes: number;
  /** `formattedRecords`. */
  readonly formattedBytes: number;
  readonly statementMs: number;
  /** A transaction that is not used for so long is rolled back. */
  readonly transactionIdleMs: number;
  readonly transactionMs: number;
}

export const awsLimits: Limits = {
  requestBytes: 4 * 1024 * 1024,
  responseBytes: 1024 * 1024,
  rowBytes: 64 * 1024,
  formattedBytes: 10 * 1024 * 1024,
  statementMs: 45_000,
  transactionIdleMs: 3 * 60_000,
  transactionMs: 24 * 60 * 60_000,
};
