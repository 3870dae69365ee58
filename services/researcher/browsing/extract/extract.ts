import { decodeText } from '../../../../shared/knowledge/decode-text.ts';
import { ANY_MARK, MARK } from '../../../../shared/knowledge/raised/marks.ts';
import { signatureOf } from '../../../../shared/knowledge/file-signature.ts';
import { withoutTeaserLines } from '../../../../shared/knowledge/teasers/teaser-lines.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import { extractArticle } from './article.ts';
import { charsetOf, mediaType, pageKind } from './content-type.ts';
import { extractFeed } from './feed.ts';
import { plainText } from './plain-text.ts';
import type { PageLink } from '../page.ts';
import { readFrontMatter } from '../../../../shared/knowledge/front-matter.ts';
import { ownDay } from '../../../../shared/knowledge/own-day.ts';
import type { Published } from '../../../../shared/knowledge/published.ts';

/** What a document says, without where and when it was had. */
export interface Extract extends Published {
  title: string;
  byline?: string;
  /** Markdown */
  text: string;
  links: readonly PageLink[];
}

/**
 * Bytes to title, text and links, by their media type.
 * @param contentType the Content-Type header, with its charset
 * @throws PageRefusedError content_type_not_allowed
 */
export function extract(bytes: Uint8Array, contentType: string | undefined, url: URL): Extract {
  const type = mediaType(contentType);
  const kind = pageKind(type);
  const signature = signatureOf(bytes);
  if (signature !== undefined) {
    const why = `${nameOf(url)} is ${signature}, whatever it is called; it is not read.`;
    throw new PageRefusedError('content_type_not_allowed', nameOf(url), why);
  }
  const content = decodeText(bytes, charsetOf(contentType));
  if (kind === 'html') return withoutTeasers(extractArticle(content, url));
  if (kind === 'text') return withoutTeasers(extractText(content, type, url));
  const feed = kind === 'xml' ? extractFeed(content, url) : undefined;
  if (feed !== undefined) return feed;
  const what = kind === 'xml' ? 'XML that is no feed' : `"${type === '' ? 'no media type' : type}"`;
  throw new PageRefusedError('content_type_not_allowed', nameOf(url), `${nameOf(url)} is ${what}; it is not read.`);
}

/** Of a page that says nothing else all of it. */
const withoutTeasers = (found: Extract): Extract => ({
  ...found,
  text: plainText(withoutTeaserLines(found.text)) || found.text,
});

/** HTML within Markdown that is not to be read, or raised; and links that are the mark of a note: "4.2%[1](#notes)". */
const STRUCK = /~~[^~\n]{1,2000}~~|<(s|del|strike)\b[^<>]{0,200}>[^<]{0,2000}<\/\1>/giu;
const RAISED = /<(sup|sub)\b[^<>]{0,200}>([^<>]{0,60})<\/\1>/giu;
const NOTE_LINK = /(?<=[\d%])\[\^?[\d*†‡]{1,3}\]\([^()\s]{0,500}\)/gu;

function extractText(content: string, type: string, url: URL): Extract {
  const { fields, rest } = readFrontMatter(content);
  const text = plainText(
    rest
      .replace(ANY_MARK, '')
      .replace(STRUCK, '')
      .replace(NOTE_LINK, '')
      .replace(RAISED, (_all, name: string, words: string) => {
        return `${name.toLowerCase() === 'sup' ? MARK.raised : MARK.lowered}${words}${MARK.end}`;
      }),
  );
  const contentType = type === 'text/markdown' ? type : 'text/plain';
  const published = ownDay({ url: url.href, contentType, content });
  const title = fields.title ?? '';
  return { title: title || titleOfText(text), text, links: [], ...(published !== undefined && { published }) };
}

/** The first heading of Markdown, or the first line. */
function titleOfText(text: string): string {
  const lines = text.split('\n', 200);
  const heading = lines.find((line) => /^#{1,6} \S/.test(line))?.replace(/^#+ /, '');
  return (heading ?? lines[0] ?? '').slice(0, 200);
}
