import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Folders without Markdown of ours: what git ignores, and files that tests read. */
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.alex', '.terraform', 'coverage', 'fixtures']);

/** Every Markdown file below a folder, with / between folders. */
export function markdownFiles(root: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return NOT_OURS.has(entry.name) || path === join(root, 'report') ? [] : markdownFiles(root, path);
    return entry.name.endsWith('.md') ? [relative(root, path).split(sep).join('/')] : [];
  });
}

/** A text without its code, line by line as long as it was. */
export const withoutCode = (text: string): string =>
  text
    .replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, (block) => block.replaceAll(/[^\n]/g, ''))
    .replaceAll(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '')
    .replaceAll(/^ {4,}\S[^\n]*$/gm, '');

/** The anchors of a text's headings, as GitHub makes them. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  const body = text.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, '');
  for (const [, heading = ''] of body.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
    const slug = plain
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again += 1) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** @returns a sentence for each link of a file that leads nowhere inside the project; the web is not asked */
export function brokenLinks(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [
    ...withoutCode(text).matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)|^\[[^\]]+\]:\s*<?(\S+?)>?\s*$/gm),
  ];
  return found.flatMap(([, inline, defined]) => {
    const target = inline ?? defined ?? '';
    if (/^[a-z][a-z+.-]*:/i.test(target)) return URL.canParse(target) ? [] : [`${file}: ${target} is no address`];
    const [path = '', anchor] = target.split('#', 2);
    const to = path === '' ? join(root, file) : join(root, dirname(file), decodeURIComponent(path));
    if (!existsSync(to)) return [`${file}: ${target} is not there`];
    if (anchor === undefined || anchor === '' || !to.endsWith('.md')) return [];
    return anchorsOf(readFileSync(to, 'utf8')).has(anchor) ? [] : [`${file}: ${target} has no such heading`];
  });
}
