import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { decodeText } from '../../shared/knowledge/decode-text.ts';
import { signatureOf } from '../../shared/knowledge/file-signature.ts';
import { knowledgeLimits, type ContentType } from '../../shared/schemas/knowledge.ts';
import { CommandError } from '../analysis/command-error.ts';
import { explainSystemFailure } from '../analysis/system-failure.ts';
import { refuseInnerAddress } from './refuse-inner-address.ts';

/** A text as it was read, before anything is made of it. */
export interface Source {
  /** As the person gave it: a path or an address. */
  given: string;
  /** The address of a page. */
  url: string | undefined;
  type: ContentType;
  content: string;
  fallbackTitle: string;
}

const TYPES: Readonly<Record<string, ContentType>> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.txt': 'text/plain',
};
/** Milliseconds for a page. */
const PATIENCE = 30_000;
const MOST_REDIRECTS = 5;
/** Files of a folder that are named at most. */
const NAMED = 4;

export const isAddress = (given: string): boolean => /^https?:\/\//i.test(given);

/** @throws {CommandError} for what cannot be read, is too long, or of a kind that is not taken */
export function readSource(given: string): Promise<Source> {
  return isAddress(given) ? readPage(given) : Promise.resolve(readTextFile(given));
}

function readTextFile(path: string): Source {
  try {
    const about = statSync(path, { throwIfNoEntry: false });
    if (about === undefined) throw new CommandError(`Cannot read ${path}: there is no such file.`);
    // Before its kind: what is no file has none.
    if (about.isDirectory()) {
      throw new CommandError(`${path} is a folder, and files are taken.`, whatIsIn(path));
    }
    const type = TYPES[extname(path).toLowerCase()];
    if (type === undefined) {
      throw new CommandError(`${path} is of a kind that is not taken.`, [
        `Files that are: ${Object.keys(TYPES).join(', ')}`,
      ]);
    }
    refuseLong(path, about.size);
    const content = textOf(path, readFileSync(path));
    return { given: path, url: undefined, type, content, fallbackTitle: basename(path, extname(path)) };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw explainSystemFailure(error) ?? error;
  }
}

/** Some files of a folder that can be taken, named one by one: not every terminal knows what *.md means. */
function whatIsIn(folder: string): string[] {
  const files = readdirSync(folder)
    .filter((name) => TYPES[extname(name).toLowerCase()] !== undefined)
    .sort();
  if (files.length === 0) return [`None is in it that can be: ${Object.keys(TYPES).join(', ')}`];
  const named = files.slice(0, NAMED).map((name) => join(folder, name));
  const quoted = named.map((path) => (/[^\w./\\:-]/.test(path) ? `"${path}"` : path)).join(' ');
  return [
    `Name what is in it: npm run ingest -- ${quoted}${files.length > NAMED ? ` and so on (${files.length} files)` : ''}`,
  ];
}

async function readPage(url: string): Promise<Source> {
  const response = await followed(url);
  if (!response.ok) {
    await response.body?.cancel();
    throw new CommandError(`Cannot read ${url}: it answers ${response.status}.`);
  }
  const [mime = ''] = (response.headers.get('content-type') ?? '').split(';', 1);
  const type = typeOfPage(mime.trim().toLowerCase(), url);
  const content = await limitedText(response, url);
  return { given: url, url: response.url, type, content, fallbackTitle: new URL(url).hostname };
}

/** What is at an address, or where it leads: each hop is an address like any other. */
async function followed(url: string): Promise<Response> {
  const signal = AbortSignal.timeout(PATIENCE);
  let at = new URL(url);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    await refuseInnerAddress(at, { led: hop > 0 });
    const response = await fetch(at, {
      headers: { accept: 'text/html, text/markdown;q=0.9, text/plain;q=0.8', 'user-agent': 'Alex (npm run ingest)' },
      redirect: 'manual',
      signal,
    }).catch((error: unknown) => {
      const cause =
        error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
      throw new CommandError(`Cannot read ${url} (${cause}).`, [], error);
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(next, at.href) || !isAddress(new URL(next, at).href)) {
      throw new CommandError(`Cannot read ${url}: it leads to ${next}, which is no page.`);
    }
    at = new URL(next, at);
  }
  throw new CommandError(`Cannot read ${url}: it leads on and on.`);
}

function typeOfPage(mime: string, url: string): ContentType {
  if (mime === 'text/html' || mime === 'application/xhtml+xml') return 'text/html';
  if (mime === 'text/markdown') return 'text/markdown';
  if (mime === 'text/plain') return TYPES[extname(new URL(url).pathname).toLowerCase()] ?? 'text/plain';
  throw new CommandError(
    `${url} is ${mime === '' ? 'of an unknown kind' : mime}, and HTML, Markdown and text are taken.`,
  );
}

async function limitedText(response: Response, url: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const body: ReadableStream<Uint8Array> | null = response.body;
  const reader = body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) break;
    const part = read.value;
    bytes += part.byteLength;
    if (bytes > knowledgeLimits.contentBytes) await reader?.cancel();
    refuseLong(url, bytes);
    parts.push(part);
  }
  const charset = /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  return textOf(url, Buffer.concat(parts), charset);
}

/** Bytes as the researcher reads them: in the encoding that they declare, and no text where their signature says so. */
function textOf(given: string, bytes: Uint8Array, charset?: string): string {
  const signature = signatureOf(bytes);
  if (signature === undefined) return decodeText(bytes, charset);
  throw new CommandError(`${given} is ${signature}, whatever it is called.`, ['HTML, Markdown and text are taken.']);
}

function refuseLong(given: string, bytes: number): void {
  if (bytes <= knowledgeLimits.contentBytes) return;
  throw new CommandError(
    `${given} is too long: a document may have ${knowledgeLimits.contentBytes.toLocaleString('en-US')} bytes.`,
    ['Split it into chapters.'],
  );
}
