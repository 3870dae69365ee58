import { readRaised } from '../../../../shared/knowledge/raised/read-raised.ts';

/**
 * Characters that a reader does not see but a model may read: controls but tab and newline, zero-width and bidirectional
 * marks, soft hyphens, byte order marks, Unicode's tag characters and the supplementary variation selectors.
 */
const invisible = /[^\P{Cc}\t\n]|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E0FFF}]/gu;

/** What pages say after their links to whoever hears them read, in the middle of sentences. */
const ofLinks = /,\s*opens (?:in )?(?:an? )?new (?:tab|window)\b|\s*\(opens (?:in )?(?:an? )?new (?:tab|window)\)/giu;

/** The text in NFC without invisible characters, marks of notes, trailing blanks and long gaps. */
export function plainText(text: string): string {
  return readRaised(text.replace(/\r\n?/g, '\n').replace(invisible, '').replace(ofLinks, '').normalize('NFC'))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export function oneLine(text: string): string {
  return plainText(text.replace(/\s+/gu, ' '));
}

/** At most `most` characters, cut between characters and marked where it was cut. */
export function cut(text: string, most: number): { text: string; truncated: boolean } {
  if (text.length <= most) return { text, truncated: false };
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return { text: text.slice(0, end).trimEnd(), truncated: true };
}
