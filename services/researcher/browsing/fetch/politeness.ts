import { setTimeout as wait } from 'node:timers/promises';

/**
 * Keeps the pages that are asked of one host apart, also when several are read at a time: each asker takes the next free
 * moment of that host and waits for it.
 */
export class Politeness {
  readonly #next = new Map<string, number>();

  /** Waits until the host may be asked again; `delayMs` is then kept free after this request. */
  async turn(host: string, delayMs: number, signal?: AbortSignal): Promise<void> {
    const now = performance.now();
    const start = Math.max(now, this.#next.get(host) ?? 0);
    for (const [other, free] of this.#next) if (free < now) this.#next.delete(other);
    this.#next.set(host, start + delayMs);
    if (start > now) await wait(start - now, undefined, signal === undefined ? {} : { signal });
  }
}
