import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { CommandError } from '../analysis/command-error.ts';

/** Networks that are nobody's on the internet (IANA's special-purpose registries): private, link-local with the clouds' metadata, and the like. */
const inner = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inner.addSubnet(network, prefix, 'ipv4'); // prettier-ignore
for (const [network, prefix] of [
  ['::', 128], ['64:ff9b::', 96], ['100::', 64], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8],
] as const) inner.addSubnet(network, prefix, 'ipv6'); // prettier-ignore
const own = new BlockList();
own.addSubnet('127.0.0.0', 8, 'ipv4');
own.addAddress('::1', 'ipv6');

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

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
  const bad = found.find(({ address }) => isIn(inner, address) || (led && isIn(own, address)));
  if (bad === undefined) return;
  const what = isIn(own, bad.address) ? 'this machine itself' : 'no machine of the internet';
  throw new CommandError(`${url.href} is not read: ${host} is ${what}.`, [
    'Save the page as a file and give that instead.',
  ]);
}
