/**
 * Data inside a prompt, between `<tag>` and `</tag>`, as JSON. In the JSON every `<`, `>` and `&` is written as a JSON
 * escape, so that no account name, instrument name or passage can close the fence or open another one; JSON.parse gives
 * the text back unchanged.
 */
export type FenceTag =
  'facts' | 'charts' | 'instruments' | 'question' | 'asked' | 'text' | 'topic' | 'links' | 'pages' | 'passages';

const escapes: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };

/** @example fence('instruments', [{ symbol: 'VTI' }]) // "<instruments>\n[{"symbol":"VTI"}]\n</instruments>" */
export function fence(tag: FenceTag, data: unknown): string {
  return fenceJson(tag, JSON.stringify(data));
}

/** JSON that is laid out already, e.g. a row to a line. */
export function fenceJson(tag: FenceTag, laidOut: string): string {
  const json = laidOut.replace(/[<>&]/g, (character) => escapes[character] ?? character);
  return `<${tag}>\n${json}\n</${tag}>`;
}

/** The data that `fence` put into a prompt, not yet validated; undefined where the prompt has no such fence. */
export function unfence(prompt: string, tag: FenceTag): unknown {
  const start = prompt.indexOf(`<${tag}>\n`);
  const end = prompt.indexOf(`\n</${tag}>`, start);
  if (start === -1 || end === -1) return undefined;
  return JSON.parse(prompt.slice(start + tag.length + 3, end));
}
