import { Parser } from 'htmlparser2';
import { plainText } from './plain-text.ts';

const blocks = new Set(
  'address article aside blockquote body details dd div dl dt fieldset figcaption figure footer header hr html main nav p section summary'.split(
    ' ',
  ),
);
const silent = ['script', 'style', 'head', 'title', 'template'];

/**
 * HTML as Markdown for reading: headings, paragraphs, lists, tables, quotes and code keep their form; of links and
 * emphasis the words remain, of pictures nothing. Made for text that is searched and quoted, not for drawing again.
 * @param without elements to leave out, by name
 */
export function markdownOf(html: string, without: readonly string[] = []): string {
  const writer = new Writer(new Set([...silent, ...without]));
  const parser = new Parser(
    {
      onopentag: (name) => {
        writer.open(name);
      },
      ontext: (text) => {
        writer.text(text);
      },
      onclosetag: (name) => {
        writer.close(name);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return plainText(writer.end());
}

class Writer {
  readonly #lines: string[] = [];
  readonly #lists: { ordered: boolean; count: number }[] = [];
  #line = '';
  /** Whether the line, where there is one, ends with a space: to look at its end would be to walk it for each word. */
  #spaced = false;
  #quotes = 0;
  #pre = 0;
  #silent = 0;
  #row: string[] | undefined;
  #rows = 0;
  readonly #without: ReadonlySet<string>;

  constructor(without: ReadonlySet<string>) {
    this.#without = without;
  }

  open(name: string): void {
    if (this.#without.has(name)) this.#silent += 1;
    else if (/^h[1-6]$/.test(name)) {
      this.#paragraph();
      this.#begin(`${'#'.repeat(Number(name.charAt(1)))} `);
    } else if (name === 'li') {
      this.#break();
      this.#begin(this.#bullet());
    } else if (name === 'ul' || name === 'ol') {
      if (this.#lists.length === 0) this.#paragraph();
      else this.#break();
      this.#lists.push({ ordered: name === 'ol', count: 0 });
    } else if (name === 'br') {
      if (this.#row === undefined) this.#break();
      else this.text(' ');
    } else if (name === 'table') {
      this.#paragraph();
      this.#rows = 0;
    } else if (name === 'tr') {
      this.#break();
      this.#row = [];
    } else if (name === 'pre') {
      this.#paragraph();
      this.#lines.push('```');
      this.#pre += 1;
    } else if (blocks.has(name)) {
      this.#block();
      if (name === 'blockquote') this.#quotes += 1;
    }
  }

  text(text: string): void {
    if (this.#silent > 0) return;
    if (this.#pre > 0) {
      const [first = '', ...rest] = text.split('\n');
      this.#line += first;
      for (const line of rest) {
        this.#lines.push(this.#line);
        this.#line = line;
      }
      return;
    }
    const words = text.replace(/\s+/gu, ' ');
    const added = this.#line === '' || this.#spaced ? words.trimStart() : words;
    if (added === '') return;
    this.#line += added;
    this.#spaced = added.endsWith(' ');
  }

  close(name: string): void {
    if (this.#without.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    else if (name === 'td' || name === 'th') {
      this.#row?.push(this.#line.trim().replaceAll('|', '/'));
      if (this.#row !== undefined) this.#line = '';
    } else if (name === 'tr') this.#endRow();
    else if (name === 'ul' || name === 'ol') {
      this.#break();
      this.#lists.pop();
      if (this.#lists.length === 0) this.#paragraph();
    } else if (name === 'pre' && this.#pre > 0) {
      this.#pre -= 1;
      if (this.#line !== '') this.#lines.push(this.#line);
      this.#line = '';
      this.#lines.push('```', '');
    } else if (name === 'blockquote') {
      this.#block();
      this.#quotes = Math.max(0, this.#quotes - 1);
    } else if (/^h[1-6]$/.test(name) || name === 'table') this.#paragraph();
    else if (blocks.has(name)) this.#block();
  }

  end(): string {
    this.#break();
    return this.#lines.join('\n');
  }

  /** A line with what stands before its words, and ends with a space. */
  #begin(mark: string): void {
    this.#line = mark;
    this.#spaced = true;
  }

  /** A block inside a table's cell or a list's item begins no paragraph of its own. */
  #block(): void {
    if (this.#row !== undefined) this.text(' ');
    else if (this.#lists.length > 0) {
      if (!/^\s*(?:-|\d+\.) $/.test(this.#line)) this.#break();
    } else this.#paragraph();
  }

  #paragraph(): void {
    this.#break();
    if (this.#lines.at(-1) !== '') this.#lines.push('');
  }

  #break(): void {
    const line = this.#line.trimEnd();
    this.#line = '';
    if (line.trim() === '' || /^#+$/.test(line)) return;
    this.#lines.push(`${'> '.repeat(Math.min(this.#quotes, 5))}${line}`);
  }

  #bullet(): string {
    const list = this.#lists.at(-1);
    if (list !== undefined) list.count += 1;
    const depth = Math.min(Math.max(0, this.#lists.length - 1), 8);
    return `${'  '.repeat(depth)}${list?.ordered === true ? `${list.count}.` : '-'} `;
  }

  #endRow(): void {
    const cells = this.#row ?? [];
    this.#row = undefined;
    this.#line = '';
    if (cells.every((cell) => cell === '')) return;
    this.#lines.push(`| ${cells.join(' | ')} |`);
    this.#rows += 1;
    if (this.#rows === 1) this.#lines.push(`|${' --- |'.repeat(cells.length)}`);
  }
}
