/**
 * Whether the list has the host, or a domain that it is part of: "example.com" lists www.example.com too, but not
 * badexample.com. Upper case, a leading "*." or "." and a trailing dot in the list are as one would mean them.
 */
export function hostListed(host: string, list: readonly string[]): boolean {
  return list.some((entry) => {
    const domain = entry
      .trim()
      .toLowerCase()
      .replace(/^\*?\./, '')
      .replace(/\.$/, '');
    return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
  });
}
