import {
  LONGEST_NOTE,
  MOST_NOTE_CHARACTERS,
  MOST_NOTES_OF_A_TOPIC,
  noteTopics,
  type InputNotes,
  type NoteTopic,
} from '../schemas/input-notes.ts';
import type { FileNote } from './file-problem.ts';

/** One thing to be told of how the input was read. */
export interface InputNote {
  topic: NoteTopic;
  text: string;
}

/** What a file's notes say in a report; those that a report says of itself are not among them. */
export const inputNotesOf = (notes: readonly FileNote[]): InputNote[] =>
  notes.flatMap(({ topic, file, line, column, message }) => {
    if (topic === null) return [];
    const place = [file, line === null ? '' : `line ${line}`, column ?? ''].filter((part) => part !== '').join(', ');
    return [{ topic, text: place === '' ? message : `${place}: ${message}` }];
  });

/**
 * Notes by topic, after those that are grouped already, within what a job stores: what is too long is cut, and what is too
 * many is counted. Topics share the room evenly, so that a thousand notes of one do not hide the only one of another.
 */
export function groupNotes(notes: readonly InputNote[], earlier: InputNotes = []): InputNotes {
  const byTopic = noteTopics.flatMap((topic) => {
    const before = earlier.filter((group) => group.topic === topic);
    const own = notes.filter((one) => one.topic === topic).map(({ text }) => cut(text));
    const items = [...new Set([...before.flatMap((group) => group.items), ...own])].filter((text) => text !== '');
    const more = before.reduce((sum, group) => sum + group.more, 0);
    return items.length === 0 ? [] : [{ topic, items, more }];
  });
  let room = MOST_NOTE_CHARACTERS;
  const counts = byTopic.map(() => 0);
  for (let next = 0; next < MOST_NOTES_OF_A_TOPIC; next += 1) {
    for (const [index, { items }] of byTopic.entries()) {
      const text = items[next];
      if (text === undefined || counts[index] !== next || text.length > room) continue;
      room -= text.length;
      counts[index] = next + 1;
    }
  }
  return byTopic.map(({ topic, items, more }, index) => {
    const listed = items.slice(0, counts[index]);
    return { topic, items: listed, more: Math.min(1_000_000, more + items.length - listed.length) };
  });
}

/** On one line, without characters that command a terminal, and no longer than is stored. */
function cut(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  if (plain.length <= LONGEST_NOTE) return plain;
  return `${plain
    .slice(0, LONGEST_NOTE - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}
