import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { addressKind, isLoopback } from '../../shared/knowledge/public-address/address-kind.ts';
import { CommandError } from '../analysis/command-error.ts';

/**
 * Refuses an address inside a network: a cloud's metadata service, a router, another machine of the house. This machine itself is
 * read where the person names it, and not where a page of somebody else's leads to it.
 *
 * @param led whether a redirect led there
 * @throws {CommandError}
 */
export async function refuseInnerAddress(url: URL, { led }: { led: boolean }): Promise<void> {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const found = isIP(host) > 0 ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  const bad = found.find(({ address }) => addressKind(address) !== 'public' && (led || !isLoopback(address)));
  if (bad === undefined) return;
  const what = isLoopback(bad.address) ? 'this machine itself' : 'no machine of the internet';
  throw new CommandError(`${url.href} is not read: ${host} is ${what}.`, [
    'Save the page as a file and give that instead.',
  ]);
}
