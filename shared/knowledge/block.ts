/** A document as a sequence of what it is made of, whatever it was written in. */
export type Block =
  | { kind: 'heading'; /** 1 to 6. */ level: number; text: string }
  /** A paragraph, an entry of a list, a row of a table. */
  | { kind: 'text'; text: string };
