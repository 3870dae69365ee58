// Which addresses `npm run ingest` does not ask.
import { expect, test } from '@jest/globals';
import { refuseInnerAddress } from '../../../../scripts/knowledge/refuse-inner-address.ts';

const refused = (address: string, led = false) =>
  refuseInnerAddress(new URL(address), { led }).then(
    () => false,
    (error: unknown) => String(error).includes('is not read'),
  );

test.each([
  'http://169.254.169.254/latest',
  'http://2852039166/latest',
  'http://0xa9fea9fe/',
  'http://10.0.0.1/',
  'http://192.168.1.1/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/',
  'http://[::ffff:10.0.0.1]/',
  'http://0.0.0.0/',
])('%s is refused', async (address) => {
  expect(await refused(address)).toBe(true);
});

test('this machine is read where the person names it, and not where a redirect leads to it', async () => {
  expect(await refused('http://127.0.0.1:8080/page.html')).toBe(false);
  expect(await refused('http://127.0.0.1:8080/page.html', true)).toBe(true);
  expect(await refused('http://[::1]/', true)).toBe(true);
  expect(await refused('https://93.184.215.14/')).toBe(false);
});
