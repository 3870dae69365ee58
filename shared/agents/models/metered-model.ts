import { createHash } from 'node:crypto';
import { protocol, Usage } from '@openai/agents-core';
import type { Model, ModelRequest, ModelResponse, StreamEvent } from '@openai/agents-core';
import { AgentError } from '../../errors.ts';
import type { CallPurpose } from '../../schemas/model-call.ts';
import type { AgentName } from '../agent-names.ts';
import type { AgentLogger } from '../agent-run.ts';
import { BudgetError } from '../call-ledger.ts';
import type { CallEnd, CallLedger } from '../call-ledger.ts';
import { DeadlineError } from '../deadline.ts';
import { untraced } from '../trace.ts';
import type { OpenSpan, Trace } from '../trace.ts';
import { untilAborted } from '../until-aborted.ts';
import { endOfFailure, unknownUsage } from './call-failure.ts';
import { callSpan, describeEnd } from './call-span.ts';
import type { ChosenModel } from './chosen-model.ts';

/** Characters of a prompt that make a token, at the least: facts in a prompt are JSON full of digits, which
 * take more tokens than prose (3.3 to 3.7 measured in the o200k encoding). */
const CHARACTERS_A_TOKEN = 3.25;
/** Where a request sets no limit. */
const MOST_OUTPUT = 8000;

export interface Meter {
  agent: AgentName;
  chosen: ChosenModel;
  ledger: CallLedger | undefined;
  /** Ends a call under way. */
  signal: AbortSignal;
  logger: AgentLogger | undefined;
  trace?: Trace | undefined;
}

/** One answered call: what a repair turn quotes. */
export interface AnsweredCall {
  text: string;
}

/**
 * A language model whose every call is reserved in the job's ledger before it is made, and settled after. Not for the
 * narrator: it uses nothing.
 *
 * @throws {BudgetError} from `getResponse`, before anything is sent, where the budget does not allow the call
 * @throws {AgentError} where the call could not be noted, and so was not made
 */
export class MeteredModel implements Model {
  readonly answered: AnsweredCall[] = [];
  readonly #meter: Meter;
  readonly #asked = new Map<string, number>();
  #purpose: CallPurpose = 'answer';
  #settling: Promise<unknown> = Promise.resolve();

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  /** What the calls from now on are for. */
  for(purpose: CallPurpose): this {
    this.#purpose = purpose;
    return this;
  }

  /** Resolves when every call is settled, those included whose caller has gone on without them. Never rejects. */
  async settled(): Promise<void> {
    await this.#settling;
  }

  async getResponse(request: ModelRequest): Promise<ModelResponse> {
    const { agent, chosen, signal, trace = untraced } = this.#meter;
    signal.throwIfAborted();
    const reserved = await this.#reserve(request);
    if (reserved !== undefined && 'answer' in reserved) return this.#remembered(reserved.answer);
    return trace(callSpan(agent, chosen.name, this.#purpose), (span) => this.#ask(request, reserved?.id, span));
  }

  /** An answer that an earlier run of the job had paid for and did not live to use; it costs nothing. */
  #remembered(answer: unknown): ModelResponse {
    const { agent, chosen, logger } = this.#meter;
    logger?.info('A model had answered this before', { agent, model: chosen.name, purpose: this.#purpose });
    const response = { usage: new Usage(), output: protocol.OutputModelItem.array().parse(answer) };
    this.answered.push({ text: textOf(response) });
    return response;
  }

  async #ask(request: ModelRequest, id: string | undefined, span: OpenSpan): Promise<ModelResponse> {
    const { chosen, signal } = this.#meter;
    const started = performance.now();
    const settle = (end: End): Promise<void> => {
      span.set(describeEnd(end));
      return this.#settle(id, { ...end, durationMs: performance.now() - started });
    };
    try {
      const response = await untilAborted(chosen.model.getResponse(request), signal);
      this.answered.push({ text: textOf(response) });
      await settle({ ...answeredEnd(response, chosen), answer: response.output });
      return response;
    } catch (error) {
      await settle(signal.aborted ? stoppedEnd(signal.reason) : endOfFailure(error, chosen));
      throw error;
    }
  }

  /** @throws {AgentError} always: Alex's agents do not stream, and a stream would go past the ledger */
  getStreamedResponse(): AsyncIterable<StreamEvent> {
    throw new AgentError('A metered model does not stream.', { retryable: false });
  }

  async #reserve(request: ModelRequest): Promise<{ id: string } | { answer: unknown } | undefined> {
    const { agent, chosen, ledger } = this.#meter;
    if (ledger === undefined) return undefined;
    const [input, output] = [estimatedInput(request), request.modelSettings.maxTokens ?? MOST_OUTPUT];
    const key = this.#keyOf(request);
    const call = { agent, model: chosen.name, purpose: this.#purpose, tokens: input + output, key };
    const reserved = await ledger.reserve({ ...call, usd: chosen.usd(input, output) }).catch((cause: unknown) => {
      throw new AgentError('The call could not be noted, so it was not made.', { retryable: true, cause });
    });
    if ('refused' in reserved) throw new BudgetError(reserved.refused);
    return reserved;
  }

  /** Names a request: alike in every run of the job, and of two that are the same in one run not for the second one. */
  #keyOf({ systemInstructions, input, modelSettings, outputType, tools }: ModelRequest): string {
    const { agent, chosen } = this.#meter;
    const request = JSON.stringify([agent, chosen.name, systemInstructions, input, modelSettings, outputType, tools]);
    const time = (this.#asked.get(request) ?? 0) + 1;
    this.#asked.set(request, time);
    return createHash('sha256').update(request).update(String(time)).digest('base64url');
  }

  /** What cannot be settled stays reserved, and the answer that was paid for is used. */
  #settle(id: string | undefined, end: CallEnd): Promise<void> {
    const { agent, chosen, ledger, logger } = this.#meter;
    const { outcome, inputTokens, outputTokens, durationMs, retries } = end;
    const entry = { agent, model: chosen.name, purpose: this.#purpose, outcome, retries };
    logger?.info('A model was called', { ...entry, inputTokens, outputTokens, durationMs: Math.round(durationMs) });
    if (ledger === undefined || id === undefined) return Promise.resolve();
    const settled = ledger.settle(id, end).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : typeof error;
      logger?.warn('A call could not be settled; it counts as reserved', { agent, error: name });
    });
    this.#settling = Promise.all([this.#settling, settled]);
    return settled;
  }
}

/** Tokens of a request, estimated from its characters: no two providers count alike, and the ledger learns the truth after. */
export function estimatedInput({ systemInstructions, input, outputType, tools }: ModelRequest): number {
  const characters = JSON.stringify([systemInstructions ?? '', input, outputType, tools]).length;
  return Math.ceil(characters / CHARACTERS_A_TOKEN);
}

type End = Omit<CallEnd, 'durationMs'>;

function answeredEnd({ usage, providerData }: ModelResponse, { usd }: ChosenModel): End {
  const { inputTokens, outputTokens } = usage;
  const told: unknown = providerData?.retries;
  const retries = typeof told === 'number' ? told : 0;
  // A server that does not count says 0, which no prompt is.
  if (inputTokens + outputTokens === 0) return { outcome: 'answered', ...unknownUsage, retries, detail: null };
  return {
    outcome: 'answered',
    inputTokens,
    outputTokens,
    usd: usd(inputTokens, outputTokens),
    retries,
    detail: null,
  };
}

function stoppedEnd(reason: unknown): End {
  const late = reason instanceof DeadlineError;
  const detail = late ? 'There was no answer in time.' : 'Whoever asked stopped waiting.';
  return { outcome: late ? 'timed_out' : 'cancelled', ...unknownUsage, retries: 0, detail };
}

function textOf({ output }: ModelResponse): string {
  return output
    .flatMap((item) => (item.type === 'message' && item.role === 'assistant' ? item.content : []))
    .flatMap((part) => (part.type === 'output_text' ? [part.text] : []))
    .join('');
}
