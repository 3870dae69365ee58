import { plainLines } from '../../charts/plain-text.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Addresses that stay text: GitHub's Markdown makes links of what begins with a scheme or with "www." by itself. (Of mail
 * addresses too, which no escape prevents.)
 */
const unlinked = (text: string): string =>
  text.replace(/(?<=\b(?:https?|ftp|mailto|xmpp)):/gi, '\\:').replace(/(?<=\bwww)\./gi, '\\.');

/** Plain text as Markdown that shows exactly it: no tag, no link, no emphasis, no cell's end can come of a name. */
export const escapeMarkdown = (text: string): string =>
  unlinked(
    text
      .replace(/[\\`*_[\]|~#!]/g, (character) => `\\${character}`)
      .replace(/[&<>]/g, (character) => entities[character] ?? '')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(/^([-+=])(?=[-+=\s]|$)/, '\\$1'),
  );

/**
 * An agent's Markdown made harmless: its paragraphs, lists and tables stay, but no HTML, link or image comes of what a
 * name in it looks like.
 */
export const harmless = (body: string): string =>
  unlinked(
    plainLines(body)
      // An escape of its own would be left before the entity.
      .replace(/(\\*)<(?=[A-Za-z/!?])/g, (_, slashes: string) => `${slashes.slice(slashes.length % 2)}&lt;`)
      .replace(/!\[/g, '!\\[')
      // Escaped already where an odd number of backslashes stands before it.
      .replace(/(\\*)\](?=[([:])/g, (all: string, slashes: string) =>
        slashes.length % 2 === 1 ? all : `${slashes}\\]`,
      ),
  );
