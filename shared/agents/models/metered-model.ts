import { createHash } from 'node:crypto';
import { Usage } from '@openai/agents-core';
import type { Model, ModelRequest, ModelResponse, StreamEvent } from '@openai/agents-core';
import { AgentError } from '../../errors.ts';
import type { CallPurpose } from '../../schemas/model-call.ts';
import type { Speaker } from '../agent-names.ts';
import type { AgentLogger } from '../agent-run.ts';
import { BudgetError } from '../call-ledger.ts';
import type { CallEnd, CallLedger, PlannedCall } from '../call-ledger.ts';
import { DeadlineError } from '../deadline.ts';
import { untraced } from '../trace.ts';
import type { OpenSpan, Trace } from '../trace.ts';
import { untilAborted } from '../until-aborted.ts';
import { endOfFailure, nothingUsed, unknownUsage } from './call-failure.ts';
import { callSpan, describeEnd } from './call-span.ts';
import type { ChosenModel } from './chosen-model.ts';
import { ModelCallError } from './model-call-error.ts';
import type { MeteredRequest } from './remote-model.ts';
import { storedItems } from './stored-items.ts';

/** Characters of a prompt that make a token, at the least: facts in a prompt are JSON full of digits, which
 * take more tokens than prose (3.3 to 3.7 measured in the o200k encoding). */
const CHARACTERS_A_TOKEN = 3.25;
/** Where a request sets no limit. */
const MOST_OUTPUT = 8000;

export interface Meter {
  agent: Speaker;
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
 * A language model whose every call is reserved in the job's ledger before it is made, and settled after; a further try is one more
 * call where its provider may have charged for the last. Not for the narrator: it uses nothing.
 *
 * @throws {BudgetError} from `getResponse`, before anything is sent, where the budget does not allow the call, or not once more
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
    const call = this.#planned(request);
    const reserved = await this.#reserve(call);
    if (reserved !== undefined && 'answer' in reserved) return this.#remembered(reserved.answer);
    return trace(callSpan(agent, chosen.name, this.#purpose), (span) => this.#ask(request, call, reserved?.id, span));
  }

  /** An answer that an earlier run of the job had paid for and did not live to use; it costs nothing. */
  #remembered(answer: unknown): ModelResponse {
    const { agent, chosen, logger } = this.#meter;
    logger?.info('A model had answered this before', { agent, model: chosen.name, purpose: this.#purpose });
    const response = { usage: new Usage(), output: storedItems(answer) };
    this.answered.push({ text: textOf(response) });
    return response;
  }

  async #ask(request: ModelRequest, call: PlannedCall, id: string | undefined, span: OpenSpan): Promise<ModelResponse> {
    const { chosen, signal } = this.#meter;
    let open: { id: string | undefined; started: number } | null = { id, started: performance.now() };
    const settle = (end: End): Promise<void> => {
      if (open === null) return Promise.resolve();
      const { id, started } = open;
      open = null;
      span.set(describeEnd(end));
      return this.#settle(id, { ...end, durationMs: performance.now() - started });
    };
    // A try that was lost on the way may be charged for as well as the next one: it stays in the ledger as a call of its own.
    const beforeAgain = async (lost: ModelCallError) => {
      await settle(endOfFailure(lost, chosen));
      const again = await this.#reserve(call);
      if (again !== undefined && 'answer' in again) throw new AnsweredMeanwhile(again.answer);
      open = { id: again?.id, started: performance.now() };
      if (signal.aborted) await settle({ ...stoppedEnd(signal.reason), ...nothingUsed });
    };
    const metered: MeteredRequest = { ...request, beforeAgain };
    try {
      const response = await untilAborted(chosen.model.getResponse(metered), signal);
      this.answered.push({ text: textOf(response) });
      await settle({ ...answeredEnd(response, chosen), answer: response.output });
      return response;
    } catch (error) {
      if (error instanceof AnsweredMeanwhile) return this.#remembered(error.answer);
      await settle(signal.aborted ? stoppedEnd(signal.reason) : endOfFailure(error, chosen));
      this.#logRefusal(error);
      throw error;
    }
  }

  /** What a provider says of an account is what to look for; whatever else it says may quote what it was sent. */
  #logRefusal(error: unknown): void {
    if (!(error instanceof ModelCallError) || error.loggable === undefined) return;
    const { agent, chosen, logger } = this.#meter;
    logger?.warn("A model's provider said why it did not answer", { agent, model: chosen.name, said: error.loggable });
  }

  /** @throws {AgentError} always: Alex's agents do not stream, and a stream would go past the ledger */
  getStreamedResponse(): AsyncIterable<StreamEvent> {
    throw new AgentError('A metered model does not stream.', { retryable: false });
  }

  /** The call with the most that one try of it may use. */
  #planned(request: ModelRequest): PlannedCall {
    const { agent, chosen } = this.#meter;
    const [input, output] = [estimatedInput(request), request.modelSettings.maxTokens ?? MOST_OUTPUT];
    const cost = { tokens: input + output, usd: chosen.usd(input, output) };
    return { agent, model: chosen.name, purpose: this.#purpose, ...cost, key: this.#keyOf(request) };
  }

  async #reserve(call: PlannedCall): Promise<{ id: string } | { answer: unknown } | undefined> {
    const { ledger } = this.#meter;
    if (ledger === undefined) return undefined;
    const reserved = await ledger.reserve(call).catch((cause: unknown) => {
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

/** Another run of the job was answered while this one waited to ask again. */
class AnsweredMeanwhile extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('Another run of the job was answered.');
    this.answer = answer;
  }
}

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
