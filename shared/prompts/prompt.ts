/** What an agent is told: `instructions` are ours alone, `input` carries the data first and the question last. */
export interface Prompt {
  instructions: string;
  input: string;
}

/** What is asked for, without the data: all that stands after the last fence, which no data can close. */
export function questionOf({ input }: Prompt): string {
  const [, question = input] = /^[\s\S]*\n<\/[a-z]+>\n([\s\S]*)$/.exec(input) ?? [];
  return question.trim();
}
