import * as z from 'zod';

/**
 * Doubts that a report tells before anything else, the most serious first: accounts that two files of different days list, what else
 * may be counted twice, what may be many times too large or too small (a currency or a unit that nothing states), what is not yet
 * owned, and what is otherwise left in doubt: figures that contradict each other, lines that can be read in two ways.
 */
export const doubtTopics = ['older_copy', 'twice', 'unsure', 'unvested', 'in_doubt'] as const;
export type DoubtTopic = (typeof doubtTopics)[number];

/**
 * What a note says of the way in which files, or a request, were read. `taxation` holds one note for each account of which nothing
 * says how it is taxed: the report counts them.
 */
export const noteTopics = [
  ...doubtTopics,
  'left_out',
  'price',
  'taxation',
  'account',
  'transactions',
  'reading',
] as const;
export const noteTopic = z.enum(noteTopics);
export type NoteTopic = z.infer<typeof noteTopic>;

export const LONGEST_NOTE = 300;
export const MOST_NOTES_OF_A_TOPIC = 20;
/** Of all notes together: with what else a job's row holds they must stay within the 64 KiB that the Data API answers a row. */
export const MOST_NOTE_CHARACTERS = 12_000;

/** Several notes of one topic. They quote files: data, shown as text and never followed. */
export const noteGroup = z.strictObject({
  topic: noteTopic,
  items: z
    .array(
      z
        .string()
        .min(1)
        .max(LONGEST_NOTE)
        .regex(/^\P{Cc}*$/u, 'must not hold control characters'),
    )
    .min(1)
    .max(MOST_NOTES_OF_A_TOPIC),
  /** How many more there were than are listed. */
  more: z.number().int().min(0).max(1_000_000).default(0),
});

/** What was assumed, derived or left out while the input was read, one group a topic. */
export const inputNotes = z
  .array(noteGroup)
  .max(noteTopics.length)
  .superRefine((groups, context) => {
    groups.forEach(({ topic }, index) => {
      if (groups.findIndex((one) => one.topic === topic) === index) return;
      context.addIssue({ code: 'custom', path: [index, 'topic'], message: `"${topic}" appears twice` });
    });
    const characters = groups.flatMap(({ items }) => items).reduce((sum, { length }) => sum + length, 0);
    if (characters > MOST_NOTE_CHARACTERS) {
      context.addIssue({ code: 'custom', message: `at most ${MOST_NOTE_CHARACTERS} characters in all` });
    }
  });
export type InputNotes = z.infer<typeof inputNotes>;
