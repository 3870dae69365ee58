import { isIP } from 'node:net';
import { isWrittenPlainly } from '../../../../shared/knowledge/public-address/why-not-public.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';

/** An http or https address in one form: host without trailing dot, port as a number, an IPv6 host without brackets. */
export interface WebAddress {
  url: URL;
  host: string;
  port: number;
  tls: boolean;
}

const longest = 2_048;

/**
 * Reads an address and refuses what is no plain web page's: other schemes, user names, and IPv4 hosts that are written
 * to hide (2130706433, 0x7f.1, 0177.0.0.1). Knows nothing of where a host is; the guard asks that.
 * @throws PageRefusedError invalid_url, scheme_not_allowed, credentials_in_url, disguised_address
 */
export function readWebAddress(text: string, base?: URL): WebAddress {
  const refuse = (reason: PageRefusedError['reason'], why: string) => new PageRefusedError(reason, nameOf(text), why);
  if (text.length > longest) throw refuse('invalid_url', `The address is longer than ${longest} characters.`);
  const url = URL.parse(text, base?.href);
  if (url === null) throw refuse('invalid_url', `"${nameOf(text)}" is not a web address.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refuse('scheme_not_allowed', `Only http and https pages are read, not "${url.protocol}".`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refuse('credentials_in_url', 'The address carries a user name or password.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === '' || host.endsWith('.')) throw refuse('invalid_url', `"${nameOf(text)}" has no host.`);
  if (isIP(host) === 4 && !isWrittenPlainly(text, host)) {
    throw refuse('disguised_address', `The host is the address ${host} written in another form.`);
  }
  if (isIP(host) === 0) url.hostname = host;
  const tls = url.protocol === 'https:';
  return { url, host, port: url.port === '' ? (tls ? 443 : 80) : Number(url.port), tls };
}
