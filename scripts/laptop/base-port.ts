import { CommandError } from '../analysis/command-error.ts';
import { DEFAULT_PORT } from './paths.ts';

/**
 * Ports from 1024 on that no `fetch` asks, Node's no more than a browser's, whoever listens there: "Port blocking" of the Fetch standard,
 * https://fetch.spec.whatwg.org/#port-blocking
 */
const BLOCKED = [
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
];
/** `npm start` takes so many in a row. */
const PORTS = 4;

/**
 * The first of the ports that `npm start` takes: ALEX_PORT, or the usual one.
 *
 * @throws {CommandError} where ALEX_PORT is no port that it could take
 */
export function basePort(text = process.env.ALEX_PORT): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_532) {
    const blocked = BLOCKED.find((one) => one >= port && one < port + PORTS);
    if (blocked === undefined) return port;
    throw new CommandError(
      `ALEX_PORT is ${port}, and of the ports ${port} to ${port + PORTS - 1} that npm start takes, ${blocked} is one that browsers and Node refuse to ask.`,
      ['Choose another port, for example 4100.'],
    );
  }
  throw new CommandError(`ALEX_PORT is "${text}", which is no port.`, ['Set it to a whole number from 1024 to 65532.']);
}
