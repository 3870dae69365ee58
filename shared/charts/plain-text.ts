/** Letters that reorder or hide text around them: a name with these could make the line it stands in read otherwise. */
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const control = /\p{Cc}/gu;

/** What colours a terminal: an escape and its parameters. */
const ansi = /\p{Cc}\[[0-9;?]*[A-Za-z]/gu;

/** The text without terminal escapes, bidirectional overrides and other control characters; its lines stay lines. */
export const plainLines = (text: string): string =>
  text
    .replace(ansi, '')
    .replace(invisible, '')
    .replace(control, (character) => (character === '\n' ? '\n' : ' '));

/**
 * A text typed by a person or read from a file, on one line and without control characters, terminal escapes and bidirectional
 * overrides. Letters of every script, accents and emoji stay.
 */
export const plainText = (text: string): string => plainLines(text).replace(/\s+/g, ' ').trim();
