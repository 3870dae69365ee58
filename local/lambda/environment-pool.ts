import type { ExecutionEnvironment } from './execution-environment.ts';

/** An environment to use; `warm` when its module is loaded already. */
export interface TakenEnvironment {
  environment: ExecutionEnvironment;
  warm: boolean;
}

interface Idle {
  name: string;
  environment: ExecutionEnvironment;
  reaping: NodeJS.Timeout;
}

/**
 * The environments of all functions: those that wait (frozen) for their next event, and a count of all, which never
 * exceeds `size`: where a new one is needed, the one that has waited longest is ended.
 */
export class EnvironmentPool {
  readonly #size: number;
  readonly #idleMilliseconds: number;
  /** The longest waiting first. */
  #idle: Idle[] = [];
  readonly #busy = new Set<ExecutionEnvironment>();

  constructor(options: { size: number; idleMilliseconds: number }) {
    this.#size = options.size;
    this.#idleMilliseconds = options.idleMilliseconds;
  }

  get count(): number {
    return this.#idle.length + this.#busy.size;
  }

  /** The most recently used environment of the function, or a new one. */
  take(name: string, start: () => ExecutionEnvironment): TakenEnvironment {
    const index = this.#idle.findLastIndex((idle) => idle.name === name);
    const [found] = index < 0 ? [] : this.#idle.splice(index, 1);
    if (found) clearTimeout(found.reaping);
    else if (this.count >= this.#size) this.#reap(this.#idle[0]);
    const environment = found?.environment ?? start();
    this.#busy.add(environment);
    return { environment, warm: found !== undefined };
  }

  /** Takes an environment back; a dead one is forgotten. */
  give(name: string, environment: ExecutionEnvironment): void {
    this.#busy.delete(environment);
    if (!environment.alive) return;
    const idle: Idle = {
      name,
      environment,
      reaping: setTimeout(() => {
        this.#reap(idle);
      }, this.#idleMilliseconds).unref(),
    };
    this.#idle.push(idle);
  }

  /** Ends every environment, the working ones too. */
  async end(): Promise<void> {
    const all = [...this.#busy, ...this.#idle.map((idle) => idle.environment)];
    for (const idle of this.#idle) clearTimeout(idle.reaping);
    this.#idle = [];
    await Promise.all(all.map((environment) => environment.terminate()));
  }

  #reap(idle: Idle | undefined): void {
    if (!idle) return;
    clearTimeout(idle.reaping);
    this.#idle = this.#idle.filter((other) => other !== idle);
    void idle.environment.terminate();
  }
}
