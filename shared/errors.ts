/**
 * The tree of errors that Alex's own code throws. `code` is stable and machine-readable, `status` the HTTP answer,
 * `retryable` whether the same call may succeed later. The message is for a person: it names what is wrong and where.
 */
export class AlexError extends Error {
  override readonly name: string = 'AlexError';
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;

  constructor(message: string, options: { code: string; status: number; retryable: boolean; cause?: unknown }) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = options.code;
    this.status = options.status;
    this.retryable = options.retryable;
  }
}

/** One thing wrong with what was sent: `path` is where, e.g. "portfolio.accounts[0].positions[2].quantity". */
export interface FieldProblem {
  path: string;
  message: string;
}

/** What was sent does not fit the contract; every problem at once. */
export class InvalidInputError extends AlexError {
  override readonly name = 'InvalidInputError';
  readonly problems: readonly FieldProblem[];
  constructor(message: string, problems: readonly FieldProblem[]) {
    super(message, { code: 'invalid_input', status: 400, retryable: false });
    this.problems = problems;
  }
}

/** No, or no valid, credentials. */
export class UnauthenticatedError extends AlexError {
  override readonly name = 'UnauthenticatedError';
  constructor(message: string) {
    super(message, { code: 'unauthenticated', status: 401, retryable: false });
  }
}

/** It is not there, or it is another person's: the caller cannot tell which. */
export class NotFoundError extends AlexError {
  override readonly name = 'NotFoundError';
  constructor(message: string) {
    super(message, { code: 'not_found', status: 404, retryable: false });
  }
}

/** The state of things does not allow it: a name already taken, a result not yet made. */
export class ConflictError extends AlexError {
  override readonly name = 'ConflictError';
  constructor(message: string) {
    super(message, { code: 'conflict', status: 409, retryable: false });
  }
}

/** A key that says "the same request again" came with another one: draft-ietf-httpapi-idempotency-key-header, section 2.7. */
export class IdempotencyKeyReusedError extends AlexError {
  override readonly name = 'IdempotencyKeyReusedError';
  constructor(message: string) {
    super(message, { code: 'idempotency_key_reused', status: 422, retryable: false });
  }
}

/** Something that Alex depends on is not answering now; `retryAfter` in seconds. */
export class UnavailableError extends AlexError {
  override readonly name = 'UnavailableError';
  readonly retryAfter: number;
  constructor(message: string, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(message, { code: 'unavailable', status: 503, retryable: true, cause: options.cause });
    this.retryAfter = options.retryAfter ?? 10;
  }
}

/** The deployment lacks a setting or has a wrong one; names it. */
export class ConfigurationError extends AlexError {
  override readonly name = 'ConfigurationError';
  constructor(message: string, { cause }: ErrorOptions = {}) {
    super(message, { code: 'configuration', status: 500, retryable: false, ...(cause !== undefined && { cause }) });
  }
}

/** A sub-agent or a model failed for good. */
export class AgentError extends AlexError {
  override readonly name = 'AgentError';
  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { code: 'agent_failed', status: 502, retryable: options.retryable, cause: options.cause });
  }
}
