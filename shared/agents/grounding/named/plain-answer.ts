import { readMarks } from './marks.ts';
import type { Marked } from './marks.ts';

/** An answer without marks, and the texts that had some, by their path in it: "sections.2.body", "observations.0". */
export interface PlainAnswer {
  answer: unknown;
  marked: ReadonlyMap<string, Marked>;
}

/** Takes the marks out of every string of a model's parsed answer; all else stays as it is. */
export function plainAnswer(raw: unknown): PlainAnswer {
  const marked = new Map<string, Marked>();
  const plain = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      const read = readMarks(value);
      if (read.marks.length > 0) marked.set(path, read);
      return read.text;
    }
    if (Array.isArray(value)) return value.map((one: unknown, at) => plain(one, below(path, String(at))));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, below(path, key))]));
  };
  return { answer: plain(raw, ''), marked };
}

const below = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);
