// The same rule as the researcher's guard, by what is written alone: tests/unit/browsing has its ranges.
import { describe, expect, test } from '@jest/globals';
import { whyNotPublic } from '../../../shared/knowledge/public-address/why-not-public.ts';

describe('an address that a reader’s browser would look for in their own network', () => {
  test.each([
    ['http://169.254.169.254/latest/meta-data/', "169.254.169.254 is a cloud's metadata service"],
    ['http://localhost/x', '"localhost" is a name of the own machine or network'],
    ['https://LOCALHOST.:8443/x', '"localhost" is a name of the own machine or network'],
    ['http://printer/x', '"printer" is a name of the own machine or network'],
    ['https://wiki.corp/x', '"wiki.corp" is a name of the own machine or network'],
    ['http://10.0.0.1/x', '10.0.0.1 is a private network'],
    ['http://127.0.0.1:3000/', '127.0.0.1 is this machine itself'],
    ['http://2130706433/', 'its host is 127.0.0.1 written in another form'],
    ['http://0x7f.1/', 'its host is 127.0.0.1 written in another form'],
    ['http://①②⑦.0.0.1/', 'its host is 127.0.0.1 written in another form'],
    ['http://134744072/', 'its host is 8.8.8.8 written in another form'],
    ['http://[::1]/', '::1 is this machine itself'],
    ['http://[::ffff:10.0.0.1]/', '::ffff:a00:1 is an IPv4 address inside an IPv6 address'],
    ['http://[fd00:ec2::254]/', "fd00:ec2::254 is a cloud's metadata service"],
    ['http://[64:ff9b::a00:1]/', '64:ff9b::a00:1 is a private network'],
  ])('%s is told', (url, why) => {
    expect(whyNotPublic(url)).toBe(why);
  });

  test.each([
    ...['https://example.com/10.0.0.1', 'https://localhost.example.com/', 'http://8.8.8.8/', 'http://[2606:4700::1]/'],
    ...['urn:alex:file:localhost', 'HTTPS://Example.com:8443/x?u=http://localhost/', 'https://samples.example.com/a'],
  ])('%s is none', (url) => {
    expect(whyNotPublic(url)).toBeNull();
  });
});
