// Alex said that it was running where nothing could ask it: on ports that fetch refuses.
import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { basePort } from '../../../scripts/laptop/base-port.ts';

test.each([5057, 5058, 5060, 5061, 6000, 6663, 10_077, 4042])(
  'no port of the four may be one that fetch refuses: %s',
  (port) => {
    expect(() => basePort(String(port))).toThrow(/that browsers and Node refuse to ask/);
  },
);

test('all others are taken, those beside them too', () => {
  for (const port of [1024, 4041, 4046, 4050, 4100, 5056, 5062, 6001, 65_532])
    expect(basePort(String(port))).toBe(port);
});

test('each port of the list is one that the fetch of this Node refuses', async () => {
  for (const port of [
    1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6667, 6669, 6679, 6697, 10_080,
  ]) {
    const why: unknown = await fetch(`http://127.0.0.1:${port}/`).catch((error: unknown) => error);
    expect(inspect(why)).toContain('bad port');
    expect(() => basePort(String(port))).toThrow('refuse to ask');
  }
});
