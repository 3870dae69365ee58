import { publishedDay } from './published.ts';
import { writtenDay } from './written-day.ts';

/** What a text says of itself above its first line, between two lines of `---` (YAML) or `+++` (TOML). */
export interface FrontMatter {
  fields: Readonly<Record<string, string>>;
  /** The text without it, and without the comments of a browser or a program that saved it. */
  rest: string;
}

/** Comments before the first word: "saved from url", "fetched". */
const COMMENTS = /^\uFEFF?(?:\s{0,99}<!--(?:(?!-->)[^]){0,4000}-->)+\s*/u;
const FENCED = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([^]{0,20000}?)\r?\n\1[ \t]*(?:\r?\n|$)/u;
const FIELD = /^"?([A-Za-z][\w-]*)"?\s*[:=]\s*(.*)$/u;
/** An entry of a list, a line that goes on, a comment, a table of TOML, and nothing. */
const BESIDE_FIELDS = /^(?:\s|-\s|-$|#|\[|\]|$)/u;
/** Names of the day on which a text was published; that on which somebody only clipped it ("created") is none. */
const DAYS = ['published', 'publisheddate', 'published_at', 'publishdate', 'publish_date', 'pubdate', 'datepublished', 'date', 'issued']; // prettier-ignore
const CHANGES = ['updated', 'lastmod', 'modified', 'last_modified_at', 'datemodified'];

/** Reads `name: value` lines, a value in quotes or brackets or as it is. A text without them is left as it is, but for such comments. */
export function readFrontMatter(text: string): FrontMatter {
  const told = text.replace(COMMENTS, '');
  const [whole, , head = ''] = FENCED.exec(told) ?? [];
  const lines = head.split(/\r?\n/u);
  const isFields = lines.some((line) => FIELD.test(line)) && lines.every((line) => FIELD.test(line) || BESIDE_FIELDS.test(line)); // prettier-ignore
  if (whole === undefined || !isFields) return { fields: {}, rest: told };
  const fields = lines.flatMap((line): [string, string][] => {
    const [, name, value = ''] = FIELD.exec(line.trimEnd()) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), bare(value)]];
  });
  return { fields: Object.fromEntries(fields), rest: told.slice(whole.length) };
}

/** The day of publication that it says, else that of the last change, as YYYY-MM-DD. */
export function dayOfFields(fields: FrontMatter['fields']): string | undefined {
  const said = [...DAYS, ...CHANGES].map((name) => (Object.hasOwn(fields, name) ? fields[name] : undefined));
  // Of 11/03/2019 nobody knows which is the month.
  const days = said.map((value = '') => writtenDay(value) ?? (value.includes('/') ? undefined : publishedDay(value)));
  return days.find((day) => day !== undefined);
}

const bare = (value: string): string =>
  value
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replaceAll(/^["']|["']$/g, '');
