/** Something said without a figure of its own, or of two figures that stand in the text, that is not so. */
export interface Saying {
  start: number;
  end: number;
  /** What is wrong with it, for whoever wrote it. */
  fault: string;
}

/** What only weighs a possibility states nothing: "if bonds were larger than stocks". */
export const SUPPOSED = /\b(?:if|were|would|could|should|might|may|whether|suppose|imagine|unless|after (?:the|that|those|these)|target\w*|instead)\b|\?\s*$/i; // prettier-ignore

/** The sentence around a place of a text. */
export function sentenceAt(text: string, at: number): string {
  const from = Math.max(...['. ', '! ', '? ', '\n'].map((end) => text.lastIndexOf(end, at)));
  const until = /[.!?](?=\s|$)|\n/.exec(text.slice(at))?.index ?? text.length;
  return text.slice(from + 1, at + until + 1);
}
