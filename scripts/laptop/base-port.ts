import { CommandError } from '../analysis/command-error.ts';
import { DEFAULT_PORT } from './paths.ts';

/**
 * The first of the ports that `npm start` takes: ALEX_PORT, or the usual one.
 *
 * @throws {CommandError} where ALEX_PORT is no port that it could take
 */
export function basePort(text = process.env.ALEX_PORT): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_532) return port;
  throw new CommandError(`ALEX_PORT is "${text}", which is no port.`, ['Set it to a whole number from 1024 to 65532.']);
}
