import type { ContentType } from '../../shared/schemas/knowledge.ts';

/** What a text calls itself: an HTML page's title or heading, Markdown's first heading; undefined where it says none. */
export function titleOf(text: string, type: ContentType): string | undefined {
  if (type === 'text/markdown') return line(/^#{1,2}[ \t]+(.+?)[ \t]*#*$/m.exec(text)?.[1]);
  if (type === 'text/plain') return undefined;
  const found = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(text) ?? /<h1[^>]*>([\s\S]*?)<\/h1>/i.exec(text);
  return line(found?.[1]?.replaceAll(/<[^>]*>/g, ''));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
};

function line(text: string | undefined): string | undefined {
  const said = text
    ?.replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10_ffff)))
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300);
  return said === '' ? undefined : said;
}
