import { open, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ConfigurationError } from '../../../../shared/errors.ts';
import { decodeText } from '../../../../shared/knowledge/decode-text.ts';
import { fieldPath } from '../../../../shared/middleware/validate.ts';
import { issueMessage, valueAt } from '../../../../shared/schemas/issue-message.ts';
import { mediaType, pageKind } from '../extract/content-type.ts';
import type { Guard } from '../guard/guard.ts';
import { readWebAddress } from '../guard/web-address.ts';
import { sizeText } from '../limit-text.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import { addEntries } from './add-entries.ts';
import type { SavedFeed } from './add-entries.ts';
import { keyOf, originInside, savedIndex, typeOfFile } from './saved-page.ts';
import type { SavedPage } from './saved-page.ts';
import { NO_ADDRESS, NOT_CITABLE, isBeside, whyNoPage } from './unused-files.ts';
import type { UnusedFile } from './unused-files.ts';

const mostFiles = 10_000;
const startBytes = 4_096;

/** Which folder is read, and how. */
export interface FolderOptions {
  folder: string;
  guard: Pick<Guard, 'examinePlace'>;
  /**
   * The most bytes of a feed whose entries are pages, where they are: without a network what a feed says of a page is all that can be
   * read of it, with one the page itself is.
   */
  feedBytes?: number | undefined;
  now?: () => Date;
}

/** Pages and feeds that a person saved: what a laptop without a network reads, and what tests read. */
export class FolderSource {
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #guard: Pick<Guard, 'examinePlace'>;
  readonly #feedBytes: number | undefined;
  #unused: readonly UnusedFile[] = [];
  #pages: Promise<ReadonlyMap<string, SavedPage>> | undefined;

  constructor({ folder, guard, feedBytes, now = () => new Date() }: FolderOptions) {
    this.#folder = folder;
    this.#guard = guard;
    this.#feedBytes = feedBytes;
    this.#now = now;
  }

  /**
   * All pages of the folder, in the order of its index and then of its file names, and after them the entries of its feeds that it
   * has no page of. Looked for anew each time, for people put pages there while the researcher runs.
   * @throws ConfigurationError where the folder is not there or its index.json has a mistake
   */
  async pages(): Promise<readonly SavedPage[]> {
    this.#pages = this.#find();
    return [...(await this.#pages).values()];
  }

  /** The files, and entries of feeds, that `pages` passed over when it last looked, and why. */
  get unused(): readonly UnusedFile[] {
    return this.#unused;
  }

  /** The saved page of an address; undefined where there is none. */
  async find(url: URL): Promise<SavedPage | undefined> {
    const known = await this.#pages?.catch(() => undefined);
    const page = known?.get(keyOf(url));
    if (page !== undefined) return page;
    await this.pages();
    return (await this.#pages)?.get(keyOf(url));
  }

  /**
   * The bytes of a saved page, or of a file of the folder.
   * @throws PageRefusedError too_large, folder_invalid (outside of the folder, or gone)
   */
  async read(
    page: Pick<SavedPage, 'file' | 'html'> & { url?: string | undefined },
    mostBytes: number,
  ): Promise<Buffer> {
    if (page.html !== undefined) return Buffer.from(page.html, 'utf8');
    const refuse = (why: string, cause?: unknown) =>
      new PageRefusedError('folder_invalid', nameOf(page.url ?? page.file), why, { cause });
    try {
      const [root, file] = await Promise.all([realpath(this.#folder), realpath(join(this.#folder, page.file))]);
      const inside = relative(root, file);
      if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || join(root, inside) !== file) {
        throw refuse(`"${page.file}" is not in the folder of saved pages.`);
      }
      const { size } = await stat(file);
      if (size > mostBytes) {
        throw new PageRefusedError(
          'too_large',
          nameOf(page.url ?? page.file),
          `"${page.file}" is larger than ${sizeText(mostBytes)}.`,
        );
      }
      return await readFile(file);
    } catch (error) {
      if (error instanceof PageRefusedError) throw error;
      throw refuse(`"${page.file}" cannot be read.`, error);
    }
  }

  async #find(): Promise<ReadonlyMap<string, SavedPage>> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      throw new ConfigurationError(`The folder of saved pages, ${this.#folder}, cannot be read: ${String(error)}`);
    });
    const names = entries
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => relative(this.#folder, join(parentPath, name)));
    const found = new Map<string, SavedPage>();
    const unused: UnusedFile[] = [];
    const feeds: SavedFeed[] = [];
    const take = async (file: string, contentType: string, page: SavedPage | undefined): Promise<void> => {
      if (page === undefined && isBeside(file)) return;
      const why = page === undefined ? NO_ADDRESS : this.#addPage(found, page);
      if (this.#feedBytes !== undefined && pageKind(mediaType(contentType)) === 'xml') {
        const fetched = page?.fetched ?? (await this.#readAt(file, undefined));
        feeds.push({ file, contentType, url: page?.url, fetched, why });
      } else if (why !== null) unused.push({ file, why });
    };
    const listed = names.includes('index.json') ? await this.#index() : [];
    for (const page of listed) await take(page.file, page.contentType, page);
    const known = new Set(listed.map(({ file }) => file));
    for (const name of names.sort().slice(0, mostFiles)) {
      const file = name.replaceAll(sep, '/');
      const contentType = typeOfFile(file);
      if (known.has(file)) continue;
      if (contentType !== undefined) await take(file, contentType, await this.#origin(file, contentType));
      else if (!isBeside(file)) unused.push({ file, why: whyNoPage(file) });
    }
    const notUsed = await addEntries(found, feeds, {
      read: (feed) => this.read(feed, this.#feedBytes ?? 0),
      whyNot: (url) => this.#whyNot({ url }),
    });
    this.#unused = [...unused, ...notUsed];
    return found;
  }

  /** Adds a page to those found, where nothing speaks against it; why it is passed over else. */
  #addPage(found: Map<string, SavedPage>, page: SavedPage): string | null {
    const key = keyOf(new URL(page.url));
    const same = found.get(key);
    const why = this.#whyNot(page) ?? (same === undefined ? null : `the same address as ${same.file}`);
    if (why === null) found.set(key, page);
    return why;
  }

  /** Why the address of a page is nothing to cite, or null: nobody else can look up what stands in a private network. */
  #whyNot({ url }: Pick<SavedPage, 'url'>): string | null {
    try {
      this.#guard.examinePlace(readWebAddress(url));
      return null;
    } catch (error) {
      if (!(error instanceof PageRefusedError)) throw error;
      return `${NOT_CITABLE}: ${error.message.replace(/; it is not read\.$|\.$/u, '')}`;
    }
  }

  async #index(): Promise<SavedPage[]> {
    const place = join(this.#folder, 'index.json');
    const refuse = (why: string) => new ConfigurationError(`${place} is not an index of saved pages: ${why}`);
    let written: unknown;
    try {
      written = JSON.parse(decodeText(await readFile(place)));
    } catch (error) {
      throw refuse(`it cannot be read as JSON (${error instanceof Error ? error.message : String(error)})`);
    }
    const checked = savedIndex.safeParse(written);
    if (!checked.success) {
      const problems = checked.error.issues.map((issue) => {
        const at = fieldPath(issue.path);
        return `${at === '' ? 'the whole' : at} ${issueMessage(issue, valueAt(written, issue.path))}`;
      });
      throw refuse(problems.join('; '));
    }
    return Promise.all(
      checked.data.pages.map(async ({ file, url, fetched, contentType = typeOfFile(file) ?? 'text/html' }) => {
        return { file, url, contentType, fetched: await this.#readAt(file, fetched) };
      }),
    );
  }

  /** When a page was read: as is written, unless that is yet to come; else its file's time; never a time to come. */
  async #readAt(file: string, written: string | undefined): Promise<string> {
    const now = this.#now().toISOString();
    if (written !== undefined && written <= now) return written;
    const about = await stat(join(this.#folder, file)).catch(() => undefined);
    const changed = about?.mtime.toISOString() ?? now;
    return changed < now ? changed : now;
  }

  /** A page that says itself where it came from; without a time of its own, its file's counts. */
  async #origin(file: string, contentType: string): Promise<SavedPage | undefined> {
    const handle = await open(join(this.#folder, file)).catch(() => undefined);
    if (handle === undefined) return undefined;
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(startBytes), 0, startBytes, 0);
      const origin = originInside(decodeText(buffer.subarray(0, bytesRead)));
      if (origin === undefined) return undefined;
      return { file, url: origin.url, fetched: await this.#readAt(file, origin.fetched), contentType };
    } catch {
      return undefined;
    } finally {
      await handle.close();
    }
  }
}
