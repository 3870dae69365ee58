/** What an agent is told: `instructions` are ours alone, `input` carries the data first and the question last. */
export interface Prompt {
  instructions: string;
  input: string;
}
