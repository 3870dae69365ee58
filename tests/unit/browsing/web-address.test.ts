import { describe, expect, test } from '@jest/globals';
import { readWebAddress } from '../../../services/researcher/browsing/guard/web-address.ts';
import { PageRefusedError } from '../../../services/researcher/browsing/refusal.ts';

function reasonOf(text: string, base?: URL): string {
  try {
    return `read as ${readWebAddress(text, base).url.href}`;
  } catch (error) {
    return error instanceof PageRefusedError ? error.reason : String(error);
  }
}

describe('what is no plain web address is refused before anything is looked up', () => {
  test.each([
    ...[
      'file:///etc/passwd',
      'data:text/html,<p>hi',
      'javascript:alert(1)',
      'ftp://example.com/',
      'blob:https://example.com/1',
    ],
    ...[
      'view-source:https://example.com/',
      'chrome://settings',
      'gopher://example.com',
      'ws://example.com/',
      'about:blank',
    ],
  ])('%s has another scheme', (text) => {
    expect(reasonOf(text)).toBe('scheme_not_allowed');
  });

  test.each([
    ...[
      'http://2130706433/',
      'http://0x7f000001/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://0x7f.1/',
      'http://017700000001/',
    ],
    ...[
      'http://134744072/',
      'http://0x08.8.8.8/',
      'http://①②⑦.0.0.1/',
      'http://%31%32%37.0.0.1/',
      'http://127.0.0.01/',
    ],
  ])('%s is an address in disguise, whether it is public or not', (text) => {
    expect(reasonOf(text)).toBe('disguised_address');
  });

  test.each(['http://user@example.com/', 'http://user:secret@example.com/', 'https://example.com@10.0.0.1/'])(
    '%s carries credentials',
    (text) => {
      expect(reasonOf(text)).toBe('credentials_in_url');
    },
  );

  test.each([
    '',
    'not an address',
    'http://',
    'http://exa mple.com/',
    'http://example.com:99999/',
    'http://[::1',
    'http://a..',
    '/news',
  ])('%j cannot be read', (text) => {
    expect(reasonOf(text)).toBe('invalid_url');
  });

  test('an address that is longer than any page has', () => {
    expect(reasonOf(`http://example.com/${'a'.repeat(3_000)}`)).toBe('invalid_url');
  });
});

test('a disguise in a redirect is seen as well, and a relative redirect is not taken for one', () => {
  const base = new URL('https://8.8.8.8/page');
  expect(reasonOf('//2130706433/', base)).toBe('disguised_address');
  expect(reasonOf('\\\\0x7f.1\\', base)).toBe('disguised_address');
  expect(reasonOf('file:///etc/passwd', base)).toBe('scheme_not_allowed');
  expect(reasonOf('/next', base)).toBe('read as https://8.8.8.8/next');
});

test('one form for what means the same: case, trailing dot, default port, IPv6 brackets', () => {
  expect(readWebAddress('HTTPS://Example.COM.:443/a?b#c')).toMatchObject({ host: 'example.com', port: 443, tls: true });
  expect(readWebAddress('HTTPS://Example.COM./').url.href).toBe('https://example.com/');
  expect(readWebAddress('http://[0:0:0:0:0:0:0:1]:8080/')).toMatchObject({ host: '::1', port: 8080, tls: false });
  expect(readWebAddress('http://127.0.0.1./')).toMatchObject({ host: '127.0.0.1' });
});

test('no credentials, query or control characters get into a message', () => {
  const error = new Map<string, string>();
  for (const text of ['http://me:secret@example.com/?token=secret#secret', 'file:///a\nb?secret']) {
    try {
      readWebAddress(text);
    } catch (caught) {
      if (caught instanceof PageRefusedError) error.set(text, `${caught.message} ${caught.url}`);
    }
  }
  expect(error.size).toBe(2);
  expect([...error.values()].filter((said) => /secret|\n/.test(said))).toEqual([]);
});
