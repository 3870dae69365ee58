/** What an agent is told: `instructions` are ours alone, `input` carries the data first and the question last. */
export interface Prompt {
  instructions: string;
  input: string;
  /** What may be cited beside the facts; it is in the input, too. */
  passages?: readonly PromptPassage[];
}

/** A piece of something that was read elsewhere. Whoever wrote it may have written anything. */
export interface PromptPassage {
  /** How it is cited: [1]. */
  number: number;
  title: string;
  /** The day it is of, and whether it was published then or only read. */
  date: string;
  dated: 'published' | 'read';
  /** One of Alex's own invented pages: nobody published it, and its figures are made up. */
  sample?: true;
  text: string;
}

/** What is asked for, without the data: all that stands after the last fence, which no data can close. */
export function questionOf({ input }: Prompt): string {
  const [, question = input] = /^[\s\S]*\n<\/[a-z]+>\n([\s\S]*)$/.exec(input) ?? [];
  return question.trim();
}
