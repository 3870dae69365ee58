/** A model's files, or the program that runs them, cannot be used; the message says what to do. */
export class ModelProblem extends Error {
  override readonly name = 'ModelProblem';
}
