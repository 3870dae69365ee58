/** How much one page may cost. Bytes are counted after decompression and before it; whichever is more. */
export interface Limits {
  /** Milliseconds for one address to accept a connection, and for TLS. */
  connectMs: number;
  /** Milliseconds until the head of an answer is complete. */
  headMs: number;
  /** Milliseconds without a byte of the body. */
  idleMs: number;
  /** Milliseconds for one request, its redirects not counted. */
  requestMs: number;
  /** Milliseconds for reading a page by fetch: redirects, robots.txt and polite waiting included. */
  readMs: number;
  /** Bytes of one answer. */
  bodyBytes: number;
  /** Bytes of robots.txt that are looked at; the rest is not read (RFC 9309, 2.5: at least 500 KiB). */
  robotsBytes: number;
  redirects: number;
  /** Milliseconds between the starts of two page requests to one host. */
  hostDelayMs: number;
  /** The longest wait that a site may ask for by Crawl-delay, milliseconds. */
  crawlDelayMs: number;
  /** Milliseconds for a page in the browser. */
  browserMs: number;
  /** Milliseconds that a page in the browser which is quiet and has little text is given to draw more. */
  drawMs: number;
  /** Requests that a page may make in the browser; what it asks for beyond them it does not get. */
  browserRequests: number;
  /** Bytes that a page may load in the browser, all requests together. */
  browserBytes: number;
  /** Characters of a page's text; longer text is cut and says so. */
  textCharacters: number;
  /** Fewer characters than this from an HTML page, and the browser is tried. */
  littleText: number;
}

export const defaultLimits: Limits = {
  connectMs: 5_000,
  headMs: 10_000,
  idleMs: 5_000,
  requestMs: 20_000,
  readMs: 60_000,
  bodyBytes: 5 * 1024 * 1024,
  robotsBytes: 512 * 1024,
  redirects: 5,
  hostDelayMs: 1_000,
  crawlDelayMs: 10_000,
  browserMs: 30_000,
  drawMs: 4_000,
  browserRequests: 100,
  browserBytes: 20 * 1024 * 1024,
  textCharacters: 200_000,
  littleText: 400,
};
