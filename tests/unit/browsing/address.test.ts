// Which IP addresses may be connected to: IANA's special-purpose registries are the outside word on it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressKind } from '../../../shared/knowledge/public-address/address-kind.ts';

describe('an address that is not public is known for what it is', () => {
  test.each([
    ['loopback_address', ['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1']],
    ['private_address', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1', 'fec0::1']],
    ['link_local_address', ['169.254.1.1', 'fe80::1', 'febf::1', 'fe80::1%eth0']],
    [
      'metadata_address',
      ['169.254.169.254', '169.254.170.2', 'fd00:ec2::254', 'fd00:ec2::23', '168.63.129.16', '100.100.100.200'],
    ],
    ['shared_address', ['100.64.0.1', '100.127.255.255']],
    ['multicast_address', ['224.0.0.1', '239.255.255.255', 'ff02::1']],
    [
      'embedded_address',
      [
        ...[
          '::ffff:127.0.0.1',
          '::ffff:7f00:1',
          '::ffff:8.8.8.8',
          '::ffff:0:127.0.0.1',
          '2002:7f00:1::',
          '2002:a00:1::1',
        ],
        ...['2001:0:4136:e378:8000:63bf:3fff:fdd2', '64:ff9b:1::a00:1'],
      ],
    ],
    [
      'reserved_address',
      [
        ...['0.0.0.0', '0.1.2.3', '192.0.0.1', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
        ...['240.0.0.1', '255.255.255.255', '::', '::7f00:1', '2001:db8::1', '3fff::1', '100::1', '5f00::1', '4000::1'],
        ...['not an address', '', '1.2.3', '127.1'],
      ],
    ],
  ] as const)('%s', (kind, addresses) => {
    expect(Object.fromEntries(addresses.map((address) => [address, addressKind(address)]))).toEqual(
      Object.fromEntries(addresses.map((address) => [address, kind])),
    );
  });
});

test('behind NAT64 the address inside is judged', () => {
  expect(addressKind('64:ff9b::8.8.8.8')).toBe('public');
  expect(addressKind('64:ff9b::')).toBe('reserved_address');
  expect(addressKind('64:ff9b::a9fe:a9fe')).toBe('metadata_address');
  expect(addressKind('64:ff9b::7f00:1')).toBe('loopback_address');
  expect(addressKind('64:ff9b::a00:0')).toBe('private_address');
  expect(addressKind('64:ff9b::1')).toBe('reserved_address');
});

test('public addresses of both families are public, also right beside the special ranges', () => {
  const open = [
    ...[
      '8.8.8.8',
      '93.184.215.14',
      '1.1.1.1',
      '9.255.255.255',
      '11.0.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '192.167.255.255',
    ],
    ...[
      '192.169.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.0',
      '169.253.255.255',
      '223.255.255.255',
    ],
    ...['2606:2800:220:1:248:1893:25c8:1946', '2001:4860:4860::8888', '2a00:1450:4001::1', '2001:200::1'],
  ];
  expect(open.filter((address) => addressKind(address) !== 'public')).toEqual([]);
});

const byte = fc.integer({ min: 0, max: 255 });
const inner = fc.oneof(
  fc.tuple(fc.constant(10), byte, byte, byte),
  fc.tuple(fc.constant(127), byte, byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
);

test('no way of putting an inner IPv4 address into an IPv6 address makes it public', () => {
  fc.assert(
    fc.property(inner, ([a, b, c, d]) => {
      const dotted = `${a}.${b}.${c}.${d}`;
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
      const forms = [
        dotted,
        `::ffff:${dotted}`,
        `::ffff:${hex}`,
        `::${dotted}`,
        `64:ff9b::${hex}`,
        `64:ff9b:1::${hex}`,
      ];
      for (const form of [...forms, `2002:${hex}::1`, `2001:0:${hex}::1`, `::ffff:0:${hex}`]) {
        expect(`${form} ${addressKind(form)}`).not.toBe(`${form} public`);
      }
    }),
  );
});
