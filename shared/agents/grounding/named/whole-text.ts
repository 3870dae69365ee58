import type { Context } from '../context.ts';
import type { Mention } from '../mentions.ts';

/** A whole text with all that it names: what a named figure is of may have been said anywhere in it. */
export interface WholeText {
  text: string;
  named: ReadonlySet<string>;
}

export const wholeText = (text: string, mentions: readonly Mention[]): WholeText => {
  return { text, named: new Set(mentions.flatMap(({ subjects }) => subjects)) };
};

/** The words around a figure with those of its whole text. */
export const widened = (context: Context, { text, named }: WholeText): Context => {
  return { ...context, passage: text, around: named, named: new Set([...context.named, ...named]) };
};
