import type { CallEnd, CallLedger, PlannedCall } from '../../shared/agents/call-ledger.ts';
import { costOf } from '../../shared/agents/models/prices.ts';

/** The most that a run may use of language models, over all its cases. */
export interface RunBudget {
  /** In and out. */
  tokens: number;
  /** US dollars, by the dated price table; it cannot hold back a model whose price is not known. */
  usd: number;
}

/** What calls of models came to. */
export interface Spent {
  calls: number;
  /** Tries beyond the first of each call. */
  retries: number;
  /** Calls that never reached a model, or were turned away: they cost nothing. */
  unanswered: number;
  /** What the providers said, and what was reserved for a call of which none said anything. */
  inputTokens: number;
  outputTokens: number;
  /** US dollars; null: the price of a model that was called is not known. */
  usd: number | null;
}

/** The longest answer that an agent asks for: what of a reservation counts as output. */
const LONGEST_ANSWER = 8000;

/** Keeps a run within its budget. Each task has a ledger of its own, so that its costs are known. */
export class Spending {
  readonly #budget: RunBudget;
  #tokens = 0;
  #usd = 0;

  constructor(budget: RunBudget) {
    this.#budget = budget;
  }

  /** A ledger for one task; `nameOf` gives the model's name in the price table, which a model brought along does not know. */
  ledger(nameOf: (agent: PlannedCall['agent']) => string): TaskLedger {
    return new TaskLedger(
      nameOf,
      (tokens, usd) => this.#reserve(tokens, usd),
      (tokens, usd) => {
        this.#tokens += tokens;
        this.#usd += usd;
      },
    );
  }

  #reserve(tokens: number, usd: number): string | null {
    if (this.#tokens + tokens > this.#budget.tokens) return 'the run’s budget of tokens is used up';
    if (this.#usd + usd > this.#budget.usd) return 'the run’s budget of dollars is used up';
    this.#tokens += tokens;
    this.#usd += usd;
    return null;
  }
}

interface Reserved {
  model: string;
  inputTokens: number;
  outputTokens: number;
}

export class TaskLedger implements CallLedger {
  /** A call was not made for want of budget: its task says nothing of the model. */
  refused = false;
  readonly #open = new Map<string, Reserved>();
  #spent: Spent = { calls: 0, retries: 0, unanswered: 0, inputTokens: 0, outputTokens: 0, usd: 0 };
  readonly #nameOf: (agent: PlannedCall['agent']) => string;
  readonly #reserve: (tokens: number, usd: number) => string | null;
  readonly #correct: (tokens: number, usd: number) => void;

  constructor(
    nameOf: (agent: PlannedCall['agent']) => string,
    reserve: (tokens: number, usd: number) => string | null,
    correct: (tokens: number, usd: number) => void,
  ) {
    this.#nameOf = nameOf;
    this.#reserve = reserve;
    this.#correct = correct;
  }

  /** What was spent; a call that was never settled counts with all that was reserved for it. */
  spent(): Spent {
    return [...this.#open.values()].reduce((spent, call) => withCall(spent, call), this.#spent);
  }

  reserve({ agent, tokens }: PlannedCall): Promise<{ id: string } | { refused: string }> {
    const outputTokens = Math.min(tokens, LONGEST_ANSWER);
    const call = { model: this.#nameOf(agent), inputTokens: tokens - outputTokens, outputTokens };
    const refused = this.#reserve(tokens, costOf(call.model, call) ?? 0);
    if (refused !== null) {
      this.refused = true;
      return Promise.resolve({ refused });
    }
    const id = `${this.#spent.calls + this.#open.size}`;
    this.#open.set(id, call);
    return Promise.resolve({ id });
  }

  settle(id: string, { outcome, inputTokens, outputTokens, retries }: CallEnd): Promise<void> {
    const reserved = this.#open.get(id);
    if (reserved === undefined) return Promise.resolve();
    this.#open.delete(id);
    const used = inputTokens === null || outputTokens === null ? reserved : { ...reserved, inputTokens, outputTokens };
    this.#correct(
      used.inputTokens + used.outputTokens - reserved.inputTokens - reserved.outputTokens,
      (costOf(used.model, used) ?? 0) - (costOf(reserved.model, reserved) ?? 0),
    );
    const unanswered = outcome !== 'answered' && used.inputTokens + used.outputTokens === 0;
    this.#spent = { ...withCall(this.#spent, used, unanswered), retries: this.#spent.retries + retries };
    return Promise.resolve();
  }
}

function withCall(spent: Spent, call: Reserved, unanswered = false): Spent {
  // Nothing costs nothing, also of a model whose price is not known.
  const usd = unanswered ? 0 : costOf(call.model, call);
  return {
    ...spent,
    calls: spent.calls + 1,
    unanswered: spent.unanswered + (unanswered ? 1 : 0),
    inputTokens: spent.inputTokens + call.inputTokens,
    outputTokens: spent.outputTokens + call.outputTokens,
    usd: spent.usd === null || usd === null ? null : spent.usd + usd,
  };
}
