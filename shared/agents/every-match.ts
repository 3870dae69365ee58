/**
 * All matches of a global expression, from first to last. `matchAll` makes a copy of the expression for each text, and what V8
 * has compiled of a copy goes with the next collections.
 */
export function everyMatch(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    // What fits nothing stays where it is.
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
