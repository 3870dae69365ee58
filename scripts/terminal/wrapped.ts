/**
 * A text in lines of at most `width` characters, broken between words; a longer word has a line of its own. Without control
 * characters: what is somebody else's text could command a terminal with them.
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
