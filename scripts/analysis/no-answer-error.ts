import type { TargetName } from '../target/target.ts';
import { CommandError } from './command-error.ts';

const REMEDIES: Readonly<Record<TargetName, readonly string[]>> = {
  laptop: ['Start it with: npm start'],
  aws: [
    'Is this machine on the internet? If so: npm run doctor -- --target aws says what is deployed, and npm run env writes its address to .env anew.',
    'What the fleet says: npm run logs -- --target aws --since 15m',
  ],
};

/** Nobody answers at the API's address: the fleet is not up, has gone away, or cannot be reached. */
export class NoAnswerError extends CommandError {
  /** Why, as the system or the one who stands before the fleet says it. */
  readonly reason: string;
  constructor(url: string, reason: string, target: TargetName, cause?: unknown) {
    super(`The API at ${url} does not answer (${reason}).`, REMEDIES[target], cause);
    this.reason = reason;
  }
}
