/** What the narrator answers in one part, from the text of the prompt and the name of the form asked for. */
export type Play = (prompt: string, form: string) => unknown;
