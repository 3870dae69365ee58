/** Where a page stands, in the place of what it is called. */
export const HOST =
  /^(?:untitled|localhost|\[[\da-f:]+\](?::\d+)?|(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+(?::\d+)?|[\p{L}\p{N}-]+:\d+)$/iu;

/** A page's title as it is printed: in quotation marks, since the words are its page's; a host without. */
export function quotedTitle(title: string): string {
  return HOST.test(title) ? title : `“${title.replace(/[“”]/gu, '"')}”`;
}
