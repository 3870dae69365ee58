/** What answers for the model behind the endpoint: a vector for each token of a text. */
export interface Embedder {
  /** What it is, for a person: `lexical`, or the model's name. */
  readonly name: string;
  /**
   * @param truncate whether a text of more than 512 tokens loses its end; otherwise it is an error, as it is of the model
   * @throws {TooManyTokensError}
   */
  tokenVectors(text: string, truncate: boolean): Promise<readonly ArrayLike<number>[]>;
}

/** As PyTorch words it, where a text has more tokens than the model has positions. */
export class TooManyTokensError extends Error {
  override readonly name = 'TooManyTokensError';
  constructor(tokens: number, most: number) {
    super(`The size of tensor a (${tokens}) must match the size of tensor b (${most}) at non-singleton dimension 1`);
  }
}
