import { CommandError } from './command-error.ts';

/** Nobody answers at the API's address: the fleet is not up, or has gone away. */
export class NoAnswerError extends CommandError {
  /** Why, as the system says it. */
  readonly reason: string;
  constructor(url: string, reason: string, cause?: unknown) {
    super(`The API at ${url} does not answer (${reason}).`, ['Start it with: npm start'], cause);
    this.reason = reason;
  }
}
