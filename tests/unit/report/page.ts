// Reading an HTML report in a test: is it well formed, does it load anything, do its references hold.
const voids = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', 'col', 'wbr']);

const withoutStyle = (page: string): string => page.replace(/<style>[\s\S]*?<\/style>/g, '<style></style>');

/** Every tag in order: name, whether it closes, its attributes. */
export const tagsOf = (page: string) =>
  [...withoutStyle(page).matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*>/g)].map(
    ([, slash, name, attributes]) => ({
      closes: slash === '/',
      name: (name ?? '').toLowerCase(),
      attributes: attributes ?? '',
    }),
  );

/** The first tag that is closed out of turn or never, or null. Also what starts like a tag and is none. */
export function unbalanced(page: string): string | null {
  const open: string[] = [];
  const tags = tagsOf(page);
  const angles = [...withoutStyle(page).matchAll(/</g)].length;
  if (angles !== tags.length + 1) return `${angles - tags.length - 1} stray "<"`; // + 1: the doctype
  for (const { closes, name } of tags) {
    if (voids.has(name)) continue;
    if (!closes) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes nothing`;
  }
  return open.length === 0 ? null : `<${open.at(-1) ?? ''}> stays open`;
}

export const valuesOf = (page: string, attribute: string): string[] =>
  tagsOf(page).flatMap(({ attributes }) =>
    [...attributes.matchAll(new RegExp(`(?<=\\s)${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value ?? ''),
  );

/** The text a reader sees, entities read. */
export const textOf = (page: string): string =>
  withoutStyle(page)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
