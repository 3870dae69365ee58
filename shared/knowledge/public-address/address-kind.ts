import { BlockList, isIP } from 'node:net';

/** What an IP address is for; only `public` may be connected to. */
export type AddressKind =
  | 'public'
  | 'loopback_address'
  | 'private_address'
  | 'link_local_address'
  | 'metadata_address'
  | 'shared_address'
  | 'multicast_address'
  | 'embedded_address'
  | 'reserved_address';

/**
 * Ranges that no public page lives in, from IANA's registries of special-purpose addresses (IPv4: RFC 6890 and
 * successors; IPv6 likewise) and of multicast addresses; the first that matches names the kind. Metadata services: AWS
 * (169.254.169.254, fd00:ec2::254; its ECS credentials at 169.254.170.2 and fd00:ec2::23), Azure (168.63.129.16) and
 * Alibaba (100.100.100.200).
 */
const ranges: readonly (readonly [Exclude<AddressKind, 'public'>, ...string[]])[] = [
  [
    'metadata_address',
    ...['169.254.169.254/32', '169.254.170.2/32', '168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::/32'],
  ],
  ['loopback_address', '127.0.0.0/8', '::1/128'],
  ['private_address', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10'],
  ['link_local_address', '169.254.0.0/16', 'fe80::/10'],
  ['shared_address', '100.64.0.0/10'],
  ['multicast_address', '224.0.0.0/4', 'ff00::/8'],
  // IPv6 that carries an IPv4 address inside: mapped, compatible, translated (RFC 8215), Teredo, 6to4.
  ['embedded_address', '::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b:1::/48', '2001::/32', '2002::/16'],
  [
    'reserved_address',
    ...['0.0.0.0/8', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24'],
    ...['203.0.113.0/24', '240.0.0.0/4', '2001::/23', '2001:db8::/32', '3fff::/20'],
  ],
];

const lists = ranges.map(([kind, ...blocks]) => {
  const [v4, v6] = [new BlockList(), new BlockList()];
  for (const block of blocks) {
    const [network = '', prefix] = block.split('/');
    if (isIP(network) === 4) v4.addSubnet(network, Number(prefix), 'ipv4');
    else v6.addSubnet(network, Number(prefix), 'ipv6');
  }
  return { kind, v4, v6 };
});

/** IPv6 as given out to networks (IANA: global unicast); all else is special, unknown or not given out yet. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** The well-known prefix of NAT64 (RFC 6052), by which networks without IPv4 name every IPv4 site. */
const nat64 = new BlockList();
nat64.addSubnet('64:ff9b::', 96, 'ipv6');

/**
 * What the address is for. An address behind NAT64 is judged by the IPv4 address inside it; other ways of carrying one
 * inside are refused whatever they carry. Text that is no IP address is `reserved_address`, so never connected to.
 */
export function addressKind(address: string): AddressKind {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return address.includes('%') ? 'link_local_address' : 'reserved_address';
  if (family === 4) return lists.find(({ v4 }) => v4.check(address, 'ipv4'))?.kind ?? 'public';
  if (nat64.check(address, 'ipv6')) return addressKind(lastFourBytes(address));
  const special = lists.find(({ v6 }) => v6.check(address, 'ipv6'))?.kind;
  return special ?? (globalUnicast.check(address, 'ipv6') ? 'public' : 'reserved_address');
}

/** Whether the address is this machine's own: the only one that a host admitted for tests may have. */
export function isLoopback(address: string): boolean {
  return addressKind(address) === 'loopback_address';
}

/** The IPv4 address in the last four bytes of an IPv6 address. */
function lastFourBytes(address: string): string {
  // URL writes every IPv6 address in one form: hexadecimal groups, so the last two are the last four bytes.
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [high = '', low = ''] = canonical.endsWith('::') ? ['0', '0'] : canonical.split(':').slice(-2);
  const bytes = [high, low].flatMap((group) => {
    const value = Number.parseInt(group === '' ? '0' : group, 16);
    return [value >> 8, value & 255];
  });
  return bytes.join('.');
}
