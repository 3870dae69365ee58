import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilAborted } from '../../../shared/agents/until-aborted.ts';
import type { Database } from '../../../shared/database/client.ts';
import {
  claimRun,
  completeRun,
  failRun,
  findScheduledRun,
  findStrandedRuns,
  forgetOldRuns,
  noteProgress,
  releaseRun,
  renewRun,
  requestRun,
  secondsToLapse,
} from '../../../shared/database/research-runs.ts';
import { AlexError, UnavailableError } from '../../../shared/errors.ts';
import { describeFailure, reasonFor } from '../../../shared/middleware/failure.ts';
import { heartbeat, LEASE_SECONDS } from '../../../shared/middleware/heartbeat.ts';
import type { ResearchProgress, ResearchRequest, ResearchRun } from '../../../shared/schemas/research.ts';
import { TopicUnreadError } from '../topic/topic-unread.ts';
import type { Logger } from './logger.ts';
import type { RunContext, RunOutcome } from './perform-run.ts';

/** Runs are looked up for this long; their notes stay in the knowledge for as long as its own policy says. */
const KEPT_DAYS = 90;
/** Milliseconds after the end of a lease at which it has surely run out. */
const LAPSED = 100;

/** The process is told to end: what runs goes back undone. */
class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

export interface RunnerOptions {
  db: Database;
  /** Runs under way at once. */
  atOnce: number;
  /** The longest that a run may take. */
  seconds: number;
  perform: (run: ResearchRun, context: Pick<RunContext, 'signal' | 'tell'>) => Promise<RunOutcome>;
  logger: Logger;
  now?: () => Date;
}

/** Takes runs, carries out so many at once, and stores how each went. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #underWay = new Map<string, { done: Promise<void>; stop: AbortController }>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #ending = new AbortController();
  #taking = 0;
  #looking = 0;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    return this.#underWay.size + this.#taking >= this.#options.atOnce;
  }

  /** No run is under way, being taken or looked for: nothing is lost if the process ends now. */
  get isIdle(): boolean {
    return this.#underWay.size + this.#taking + this.#looking === 0;
  }

  get #isStopping(): boolean {
    return this.#ending.signal.aborted;
  }

  /**
   * Notes a run and begins it. For a scheduled moment that has a run already it is that one: begun again where it failed or was
   * left behind, else as it stands.
   *
   * @throws {UnavailableError} where as many runs as may be are under way, or the process is ending: nothing is noted
   */
  async request({ topic, scheduledFor }: ResearchRequest): Promise<{ id: string }> {
    const { db } = this.#options;
    if (this.#isStopping) throw new UnavailableError('The researcher is being stopped.', { retryAfter: 30 });
    if (this.isBusy) {
      const known = scheduledFor === undefined ? undefined : await findScheduledRun(db, scheduledFor);
      if (known !== undefined) return known;
      throw new UnavailableError('The researcher is busy with another run.', { retryAfter: 30 });
    }
    this.#taking += 1;
    try {
      const { id } = await requestRun(db, { topic: topic ?? null, scheduledFor: scheduledFor ?? null });
      await this.#begin(id);
      return { id };
    } finally {
      this.#taking -= 1;
    }
  }

  /** Takes up what an earlier process left behind, and forgets what is long over. For the start of a process. */
  async resume(): Promise<void> {
    const { db } = this.#options;
    this.#looking += 1;
    try {
      await forgetOldRuns(db, KEPT_DAYS);
      await this.#takeUpStranded();
      // A process that was killed just now still holds its run, until its lease runs out.
      const seconds = await secondsToLapse(db, [...this.#underWay.keys()]);
      if (seconds === undefined) return;
      const { signal } = this.#ending;
      await sleep(1000 * seconds + LAPSED, undefined, { signal, ref: false }).catch(() => undefined);
      await this.#takeUpStranded();
    } finally {
      this.#looking -= 1;
    }
  }

  /** As many as may be under way at once; the end of each run looks for the next. */
  async #takeUpStranded(): Promise<void> {
    const { db, atOnce, logger } = this.#options;
    const takesNone = () => this.isBusy || this.#isStopping;
    if (takesNone()) return;
    this.#looking += 1;
    try {
      for (const { id } of await findStrandedRuns(db, atOnce)) {
        if (takesNone()) return;
        if (await this.#begin(id)) logger.info('a run that was left behind goes on', { runId: id });
      }
    } finally {
      this.#looking -= 1;
    }
  }

  /** Calls back when a run of this process has come further; @returns takes it back. */
  onProgress(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  /** Takes no more; lets what runs end for `graceMilliseconds`, then gives it back for the next process to take up. */
  async stop(graceMilliseconds: number): Promise<void> {
    this.#ending.abort();
    const all = [...this.#underWay.values()];
    const over = AbortSignal.timeout(Math.max(0, graceMilliseconds));
    over.addEventListener('abort', () => {
      for (const { stop } of all) stop.abort(new StoppedError('the process is ending'));
    });
    await Promise.all(all.map(({ done }) => done));
  }

  /** False where there is nothing to begin: it is done, another process has it, or its attempts are used up. */
  async #begin(id: string): Promise<boolean> {
    if (this.#underWay.has(id)) return false;
    const { db, logger } = this.#options;
    const owner = randomUUID();
    const run = await claimRun(db, id, { owner, leaseSeconds: LEASE_SECONDS });
    if (run === undefined) return false;
    const stop = new AbortController();
    const done = this.#carryOut(run, owner, stop.signal).finally(() => {
      this.#underWay.delete(id);
      this.#tellListeners(id);
      this.#takeUpStranded().catch((error: unknown) => {
        logger.warn('runs left behind could not be looked for', { error: describeFailure(error) });
      });
    });
    this.#underWay.set(id, { done, stop });
    return true;
  }

  /** Never rejects: how it went is in the run. */
  async #carryOut(run: ResearchRun, owner: string, stopped: AbortSignal): Promise<void> {
    const { db, perform, logger, seconds, now = () => new Date() } = this.#options;
    const { id } = run;
    const beat = heartbeat(() => renewRun(db, id, { owner, leaseSeconds: LEASE_SECONDS }));
    const late = AbortSignal.timeout(seconds * 1000);
    const signal = AbortSignal.any([stopped, beat.lost, late]);
    const progress: ResearchProgress[] = [];
    const tell: RunContext['tell'] = async (stage, detail, topic, unread) => {
      progress.push({ at: now().toISOString(), stage, detail, ...(unread !== undefined && { unread }) });
      await noteProgress(db, id, owner, { progress, ...(topic !== undefined && { topic }) });
      this.#tellListeners(id);
    };
    logger.info('run began', { runId: id, attempt: run.attempt, scheduled: run.scheduledFor !== null });
    try {
      const outcome = await untilAborted(perform(run, { signal, tell }), signal);
      await beat.stop();
      const kept = await completeRun(db, id, owner, outcome);
      const { note, degraded } = outcome;
      if (!kept) logger.warn('a run was taken over by another process', { runId: id });
      else logger.info('run completed', { runId: id, pages: note.sources.length, degraded: degraded !== null });
    } catch (error) {
      await beat.stop();
      await this.#notDone(run, owner, error, { stopped, late }).catch((failure: unknown) => {
        // Its lease runs out, and the next process finds it.
        logger.error('the end of a run could not be stored', { runId: id, error: describeFailure(failure) });
      });
    }
  }

  async #notDone(
    { id, scheduledFor }: ResearchRun,
    owner: string,
    error: unknown,
    { stopped, late }: { stopped: AbortSignal; late: AbortSignal },
  ): Promise<void> {
    const { db, logger, seconds } = this.#options;
    if (stopped.aborted) {
      logger.warn('a run was given back, for its process is ending', { runId: id });
      await releaseRun(db, id, owner);
      return;
    }
    const reason = late.aborted ? `The run took longer than ${seconds} seconds.` : reasonFor(error);
    const final = error instanceof AlexError && !error.retryable && !late.aborted;
    // A topic of a person's own that nobody writes about is nothing to mend: they are told. A schedule's runs have many to choose from.
    const isTheirs = scheduledFor === null && error instanceof TopicUnreadError && !late.aborted;
    logger[isTheirs ? 'warn' : 'error']('run failed', { runId: id, final, error: describeFailure(error) });
    await failRun(db, id, owner, { error: reason, final });
  }

  #tellListeners(id: string): void {
    for (const listener of this.#listeners.get(id) ?? []) listener();
  }
}
