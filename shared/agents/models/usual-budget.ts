/** The most that one job may use of language models. */
export interface JobBudget {
  /** Tokens, in and out. */
  tokens: number;
  /** US dollars, by the dated price table; it cannot hold back a model whose price is not known. */
  usd: number;
}

/**
 * Where ALEX_JOB_TOKENS and ALEX_JOB_USD say nothing else: enough for a question's plan, eight unknown instruments, and four texts that are
 * each repaired once and judged, were every answer as long as allowed: 286,000 tokens for the 21 positions of examples/portfolio.csv (see
 * the README).
 */
export const USUAL_BUDGET: JobBudget = { tokens: 300_000, usd: 0.5 };
