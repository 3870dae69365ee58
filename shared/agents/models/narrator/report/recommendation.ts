/** Something to do, or to decide, with the figures behind it. */
export interface Recommendation {
  /** What to do, in a few words; set in bold. */
  title: string;
  /** Why, how much, and what it would bring. */
  text: string;
  /**
   * For the order: the share of the portfolio, or of the chance of success, that it is about. Debts, which cost for
   * certain, come before everything; what only improves the figures comes last.
   */
  effect: number;
}
