/** A link's address in full, without its fragment; undefined where it is not a web page's. */
export function webLink(href: string | undefined, base: URL): string | undefined {
  if (href === undefined || href.length > 2_048) return undefined;
  const url = URL.parse(href.trim(), base.href);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url.href;
}
