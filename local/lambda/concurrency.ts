import { ServiceException } from '../wire/service-exception.ts';

/** Counts running invocations against the account's limit and each function's reserved concurrency. */
export class Concurrency {
  readonly #limit: number;
  readonly #reserved: ReadonlyMap<string, number | null>;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  #total = 0;

  constructor(limit: number, reserved: ReadonlyMap<string, number | null>) {
    this.#limit = limit;
    this.#reserved = reserved;
  }

  /** @throws {ServiceException} TooManyRequestsException, with the `Reason` that Lambda gives */
  begin(name: string): void {
    const running = this.#running.get(name) ?? 0;
    if (running >= (this.#reserved.get(name) ?? Infinity)) {
      throw throttled('ReservedFunctionConcurrentInvocationLimitExceeded');
    }
    if (this.#total >= this.#limit) throw throttled('ConcurrentInvocationLimitExceeded');
    this.#running.set(name, running + 1);
    this.#total += 1;
  }

  end(name: string): void {
    this.#running.set(name, (this.#running.get(name) ?? 1) - 1);
    this.#total -= 1;
    if (this.#total === 0) for (const tell of this.#waiting) tell();
  }

  /** Resolves when nothing runs, or after that many milliseconds. */
  async idle(milliseconds: number): Promise<void> {
    if (this.#total === 0) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const tell = (): void => {
      resolve(undefined);
    };
    this.#waiting.add(tell);
    const timer = setTimeout(tell, milliseconds);
    await promise;
    clearTimeout(timer);
    this.#waiting.delete(tell);
  }
}

function throttled(reason: string): ServiceException {
  return new ServiceException('TooManyRequestsException', 429, 'Rate Exceeded.', { Reason: reason, Type: 'User' });
}
