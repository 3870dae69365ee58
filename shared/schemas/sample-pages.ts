/**
 * Where the invented pages of examples/research say that they stand. Nobody can publish there (RFC 2606, section 3), so that an
 * address alone tells a sample from what somebody wrote, wherever the file was copied to.
 */
const SAMPLES = 'samples.example.com';

/** Whether an address is of one of Alex's own invented sample pages. */
export function isSampleAddress(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname === SAMPLES;
}

/** Whether something rests on a sample page: it is one, or was written from one. */
export function isSample({ url, sources = [] }: { url: string; sources?: readonly { url: string }[] }): boolean {
  return isSampleAddress(url) || sources.some((one) => isSampleAddress(one.url));
}
