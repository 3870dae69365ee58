/** What a text says of itself above its first line, between two lines of `---`. */
export interface FrontMatter {
  fields: Readonly<Record<string, string>>;
  /** The text without it. */
  rest: string;
}

/** Reads `name: value` lines, a value in quotes or brackets or as it is. A text without them is left as it is. */
export function readFrontMatter(text: string): FrontMatter {
  const [whole, head = ''] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  if (whole === undefined) return { fields: {}, rest: text };
  const fields = head.split(/\r?\n/).flatMap((line): [string, string][] => {
    const [, name, value = ''] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line.trim()) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), bare(value)]];
  });
  return { fields: Object.fromEntries(fields), rest: text.slice(whole.length) };
}

const bare = (value: string): string =>
  value
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replaceAll(/^["']|["']$/g, '');
