import { ConfigurationError } from '../../../shared/errors.ts';
import type { BrowsingOptions } from './browsing.ts';

/**
 * Browsing as the environment sets it (see README.md). Nothing set: every public host, ports 80 and 443, no folder, the
 * browser where a Chromium is found.
 * @throws ConfigurationError naming the variable that has a value it cannot have
 */
export function browsingFrom(environment: NodeJS.ProcessEnv): BrowsingOptions {
  const folder = environment.BROWSING_FOLDER;
  return {
    allowedHosts: hostsOf(environment.BROWSING_ALLOWED_HOSTS),
    allowedPorts: portsOf(environment.BROWSING_ALLOWED_PORTS),
    admitLoopback: loopbackOf(environment.BROWSING_ADMIT_LOOPBACK),
    folder: folder === '' ? undefined : folder,
    network: isOn(environment, 'BROWSING_NETWORK'),
    browser: isOn(environment, 'BROWSING_BROWSER')
      ? { executable: environment.ALEX_CHROMIUM, sandbox: isOn(environment, 'ALEX_CHROMIUM_SANDBOX') }
      : false,
    ...(environment.BROWSING_USER_AGENT ? { userAgent: environment.BROWSING_USER_AGENT } : {}),
  };
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[\s,]+/)
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
}

/** A host, with or without "*." for its subdomains, which are in the list anyway. */
const HOST = /^(?:\*?\.)?(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.?$/;

function hostsOf(text: string | undefined): string[] {
  const hosts = listOf(text);
  const wrong = hosts.find((host) => !HOST.test(host));
  if (wrong === undefined) return hosts;
  throw new ConfigurationError(
    `BROWSING_ALLOWED_HOSTS has "${wrong}"; it takes names of hosts without http:// or a path, e.g. "sec.gov, bls.gov".`,
  );
}

function isOn(environment: NodeJS.ProcessEnv, name: string): boolean {
  const value = environment[name] ?? '';
  if (value === '' || value === 'on') return true;
  if (value === 'off') return false;
  throw new ConfigurationError(`${name} is "${value}"; it has to be "on" or "off".`);
}

function portsOf(text: string | undefined): number[] | undefined {
  const ports = listOf(text).map(Number);
  if (ports.some((port) => !Number.isInteger(port) || port < 1 || port > 65_535)) {
    throw new ConfigurationError(
      `BROWSING_ALLOWED_PORTS is "${text ?? ''}"; it has to be port numbers, e.g. "80,443".`,
    );
  }
  return ports.length === 0 ? undefined : ports;
}

function loopbackOf(text: string | undefined): string[] {
  const pairs = listOf(text);
  const wrong = pairs.find((pair) => !/^(?:localhost|127\.0\.0\.1|[a-z0-9.-]+|::1):\d{1,5}$/.test(pair));
  if (wrong === undefined) return pairs;
  throw new ConfigurationError(
    `BROWSING_ADMIT_LOOPBACK has "${wrong}"; it takes name:port pairs, e.g. "localhost:8080".`,
  );
}
