import { describe, expect, test } from '@jest/globals';
import { holdsEverything } from '../../../scripts/setup/installed-tree.mjs';

const linux = { platform: 'linux', arch: 'x64' };
const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-linux-x64': {
      version: '1.0.0',
      integrity: 'sha512-l',
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
    },
    'node_modules/a-darwin': { version: '1.0.0', integrity: 'sha512-d', optional: true, os: ['darwin'] },
    'node_modules/a-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    'node_modules/of-a-variant': { version: '1.0.0', optional: true },
  },
};
const {
  'node_modules/a': a,
  'node_modules/a-linux-x64': linuxVariant,
  'node_modules/a-darwin': darwin,
} = lock.packages;

describe('an installed tree', () => {
  test('is taken as it is when it holds what the lock file says for this machine', () => {
    const packages = { 'node_modules/a': a, 'node_modules/a-linux-x64': linuxVariant };
    expect(holdsEverything(lock, { packages }, linux)).toBe(true);
  });

  test('is not taken when a package has another version or content', () => {
    const other = { ...a, version: '1.0.1' };
    const tampered = { ...a, integrity: 'sha512-x' };
    for (const found of [other, tampered]) {
      const packages = { 'node_modules/a': found, 'node_modules/a-linux-x64': linuxVariant };
      expect(holdsEverything(lock, { packages }, linux)).toBe(false);
    }
  });

  test('is not taken when a package is missing, or one is there that the lock file does not know', () => {
    const complete = { 'node_modules/a': a, 'node_modules/a-linux-x64': linuxVariant };
    expect(holdsEverything(lock, { packages: { 'node_modules/a-linux-x64': linuxVariant } }, linux)).toBe(false);
    expect(holdsEverything(lock, { packages: { ...complete, 'node_modules/b': a } }, linux)).toBe(false);
  });

  test('is not taken when it was copied from another kind of machine', () => {
    const packages = { 'node_modules/a': a, 'node_modules/a-darwin': darwin };
    expect(holdsEverything(lock, { packages }, linux)).toBe(false);
    expect(holdsEverything(lock, { packages }, { platform: 'darwin', arch: 'arm64' })).toBe(true);
  });
});
