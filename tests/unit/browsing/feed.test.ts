import { describe, expect, test } from '@jest/globals';
import { extractFeed } from '../../../services/researcher/browsing/extract/feed.ts';

const url = new URL('https://example.com/feed.xml');

test('RSS 2.0: titles with HTML in CDATA, entities, relative links, dates of RFC 2822, a guid instead of a link', () => {
  const feed = extractFeed(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>News &amp; Rates</title><link>https://example.com/</link>
    <image><title>Logo</title><url>https://example.com/logo.png</url></image>
    <item><title><![CDATA[Fed <b>holds</b>]]></title><link>/fed?a=1&amp;b=2</link><pubDate>Thu, 19 Nov 2026 21:30:00 -0500</pubDate>
      <description>&lt;p&gt;Rates are &lt;i&gt;unchanged&lt;/i&gt;.&lt;/p&gt;</description></item>
    <item><title>Second</title><guid>https://example.com/second</guid></item>
    <item><title>No address</title><guid isPermaLink="false">17</guid></item>
    <item><title>Not of the web</title><link>javascript:alert(1)</link></item></channel></rss>`,
    url,
  );
  expect(feed).toEqual({
    title: 'News & Rates',
    links: [
      { title: 'Fed holds', url: 'https://example.com/fed?a=1&b=2', published: '2026-11-19' },
      { title: 'Second', url: 'https://example.com/second' },
    ],
    text: '# News & Rates\n\n- [Fed holds](https://example.com/fed?a=1&b=2) (2026-11-19): Rates are unchanged.\n- [Second](https://example.com/second)',
  });
});

test('Atom: the alternate link among others, XHTML text, published before updated', () => {
  const feed = extractFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><link rel="self" href="https://example.com/atom"/>
    <entry><title type="html">A &lt;em&gt;title&lt;/em&gt;</title><link rel="edit" href="/edit"/><link rel="alternate" href="/post"/>
      <updated>2026-11-19T00:00:00Z</updated><published>2026-11-18T23:00:00-05:00</published>
      <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Words <b>here</b></div></summary></entry></feed>`,
    url,
  );
  expect(feed?.links).toEqual([{ title: 'A title', url: 'https://example.com/post', published: '2026-11-18' }]);
  expect(feed?.text).toContain('Words here');
});

test('RSS 1.0 is a feed; a site map and HTML are none', () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>Old</title></channel>
    <item rdf:about="https://example.com/a"><title>A</title><link>https://example.com/a</link><dc:date>2026-11-01</dc:date></item></rdf:RDF>`;
  expect(extractFeed(rdf, url)?.links).toEqual([{ title: 'A', url: 'https://example.com/a', published: '2026-11-01' }]);
  expect(extractFeed('<urlset><url><loc>https://example.com/</loc></url></urlset>', url)).toBeUndefined();
  expect(extractFeed('<html><item><title>x</title></item></html>', url)).toBeUndefined();
  expect(extractFeed('no markup at all', url)).toBeUndefined();
});

describe('a feed made to hurt', () => {
  test("a document type's entities are never expanded, inner or outer", () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const feed = extractFeed(
      `<!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY file SYSTEM "file:///etc/passwd">]>
      <rss><channel><title>T</title><item><title>&l9; &file;</title><link>https://example.com/</link></item></channel></rss>`,
      url,
    );
    expect(feed?.text.length).toBeLessThan(200);
    expect(feed?.text).not.toContain('root:');
  });

  test('of endless depth, or of more entries than anyone reads, is left early', () => {
    expect(extractFeed(`<rss>${'<a>'.repeat(1_000_000)}`, url)?.links).toEqual([]);
    const item = '<item><title>a</title><link>https://example.com/</link></item>';
    expect(extractFeed(`<rss><channel>${item.repeat(50_000)}</channel></rss>`, url)?.links).toHaveLength(100);
  });
});

test('the words of an entry’s paragraphs do not run together, and an entry within its text is none of the feed’s', () => {
  const feed = extractFeed(
    `<feed><entry><title>T</title><link href="https://example.com/a"/>
    <content type="xhtml"><div><p>One.</p><p>Two.</p><entry><link href="https://example.com/within"/></entry></div></content>
    <updated>2026-11-19</updated></entry></feed>`,
    url,
  );
  expect(feed?.links).toEqual([{ title: 'T', url: 'https://example.com/a', published: '2026-11-19' }]);
  expect(feed?.text).toContain('One. Two.');
});
