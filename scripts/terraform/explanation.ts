/** One kind of failure, by Terraform's or AWS's words. */
export interface Explanation {
  readonly when: RegExp;
  /**
   * What is wrong, then what to do about it, a line each.
   *
   * @param found the groups of `when`
   * @param all the error that it stands in, and no other
   * @param about what Terraform was at there, in brackets after a space; empty where it does not say
   */
  readonly says: (
    found: RegExpExecArray,
    all: string,
    about: string,
  ) => readonly [message: string, ...remedies: string[]];
}
