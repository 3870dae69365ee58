import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readType, type SettingType } from './setting-type.ts';

/** The variables that there are, with their types. */
export type Declared = ReadonlyMap<string, SettingType>;

/** What the .tf files of a folder declare as variables. */
export function declaredSettings(folder: string): Declared {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.tf'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'));
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/^variable "([\w-]+)" \{(?:\}|\n([\s\S]*?)^\})/gm)].map(([, name = '', body = '']) => [
        name,
        readType(assignmentsIn(body).get('type') ?? '', assignmentsIn),
      ]),
    ),
  );
}

/** Of a .tf file: a heredoc, a string, a comment: what is in them is no name. A quoted name may stand before = all the same. */
const OPAQUE =
  /<<-?([A-Za-z_]\w*)[^\n]*\n[\s\S]*?^[ \t]*\1[ \t]*$|"((?:[^"\\\n]|\\.)*)"|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//gm;

/** What stands before each = that is in no bracket, with the text after it, in HCL. */
function assignmentsIn(text: string): Map<string, string> {
  const bare = text.replaceAll(OPAQUE, (whole: string, heredoc?: string, quoted?: string) => {
    if (quoted !== undefined && /^[A-Za-z_][\w-]*$/.test(quoted)) return quoted;
    return heredoc !== undefined || quoted !== undefined ? '""' : whole.startsWith('/*') ? ' ' : '';
  });
  const found: { name: string; from: number; to: number }[] = [];
  let depth = 0;
  for (const { 0: token, 1: name, index } of bare.matchAll(
    /[([{]|[)\]}]|(?<![\w.-])([A-Za-z_][\w-]*)[ \t]*[=:](?![=>])/g,
  )) {
    if (name === undefined) depth += '([{'.includes(token) ? 1 : -1;
    else if (depth === 0) {
      const last = found.at(-1);
      if (last !== undefined) last.to = index;
      found.push({ name, from: index + token.length, to: bare.length });
    }
  }
  return new Map(found.map(({ name, from, to }) => [name, bare.slice(from, to).trim().replace(/,$/, '')]));
}
