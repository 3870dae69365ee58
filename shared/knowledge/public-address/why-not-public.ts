import { isIP } from 'node:net';
import { addressKind } from './address-kind.ts';
import type { AddressKind } from './address-kind.ts';

/** Names that are of the own machine or network by definition (RFC 6761, 6762, 8375, 9476 and ICANN's "internal"). */
const localNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa|alt|onion)$/;

/** What an address that is not public is. */
export const whatItIs: Readonly<Record<Exclude<AddressKind, 'public'>, string>> = {
  loopback_address: 'this machine itself',
  private_address: 'a private network',
  link_local_address: 'the own network segment',
  metadata_address: "a cloud's metadata service",
  shared_address: "a provider's inner network",
  multicast_address: 'a group of machines',
  embedded_address: 'an IPv4 address inside an IPv6 address',
  reserved_address: 'no public machine',
};

/** Whether a host name, which is no IP address, means something in the own network alone. */
export const isLocalName = (host: string): boolean => localNames.test(host) || !host.includes('.');

/** URL reads "http://2130706433/" as 127.0.0.1 without a word: whether the text had the four decimal numbers itself. */
export function isWrittenPlainly(text: string, host: string): boolean {
  const authority = /^\s*(?:https?:)?[/\\]*([^/\\?#]*)/i.exec(text)?.[1] ?? '';
  const written = authority.replace(/:\d*$/, '').replace(/\.$/, '').trim();
  // A reference without a host ("/news") takes the base's, which was looked at when it came.
  const relative = !/^\s*(?:https?:|[/\\]{2})/i.test(text);
  return relative || written === host;
}

/**
 * Why nobody else can look up what is at an address of http or https, as the end of a sentence, or null: what is cited has to be where
 * others find it. Told by what is written alone; no name is resolved. Null also for what is no such address.
 */
export function whyNotPublic(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  if (isIP(host) === 0) return isLocalName(host) ? `"${host}" is a name of the own machine or network` : null;
  if (isIP(host) === 4 && !isWrittenPlainly(text, host)) return `its host is ${host} written in another form`;
  const kind = addressKind(host);
  return kind === 'public' ? null : `${host} is ${whatItIs[kind]}`;
}
