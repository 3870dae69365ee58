/** The elements of a one-dimensional array in PostgreSQL's text form, or null when it has more dimensions. */
export function parseArrayLiteral(text: string): (string | null)[] | null {
  // A literal with bounds, "[0:1]={…}", has them in front.
  const body = text.slice(text.indexOf('{') + 1, -1);
  const elements: (string | null)[] = [];
  const element = /\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^,"{}]+)|(\{))\s*(?:,|$)?/y;
  while (element.lastIndex < body.length) {
    const found = element.exec(body);
    if (found === null || found[3] !== undefined) return null;
    const [, quoted, bare = ''] = found;
    if (quoted !== undefined) elements.push(quoted.replace(/\\([\s\S])/g, '$1'));
    else elements.push(bare.toUpperCase() === 'NULL' ? null : bare);
  }
  return elements;
}
