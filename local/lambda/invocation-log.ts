import { LOG_TAIL_BYTES } from './limits.ts';

/** What a REPORT line says. Durations in milliseconds, memory in MB. */
export interface InvocationReport {
  duration: number;
  /** Of the module's loading, when this invocation was the environment's first. */
  initDuration: number | undefined;
  memorySize: number;
  maxMemoryUsed: number;
  status?: 'timeout' | 'error';
  errorType?: string;
}

/** The log of one invocation: sends every line to the function's log stream, and keeps the last 4 KB. */
export class InvocationLog {
  readonly requestId: string;
  readonly #write: (line: string) => void;
  #tail = '';

  constructor(requestId: string, write: (line: string) => void) {
    this.requestId = requestId;
    this.#write = write;
  }

  line(text: string): void {
    this.#write(text);
    this.#tail += text.endsWith('\n') ? text : `${text}\n`;
    // Cut now and then, so that a talkative function does not cost its whole output.
    if (this.#tail.length > 4 * LOG_TAIL_BYTES) this.#tail = this.#tail.slice(-LOG_TAIL_BYTES);
  }

  start(version = '$LATEST'): void {
    this.line(`START RequestId: ${this.requestId} Version: ${version}`);
  }

  end(report: InvocationReport): void {
    this.line(`END RequestId: ${this.requestId}`);
    this.line(reportLine(this.requestId, report));
  }

  /** The last 4 KB, cut between characters. */
  tail(): string {
    const bytes = Buffer.from(this.#tail);
    let start = Math.max(0, bytes.length - LOG_TAIL_BYTES);
    while (((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1; // Not in the middle of a UTF-8 character.
    return bytes.subarray(start).toString('utf8');
  }
}

/** Since August 2025 Lambda bills the loading of the module too: https://aws.amazon.com/blogs/compute/ */
function reportLine(requestId: string, report: InvocationReport): string {
  const { duration, initDuration, memorySize, maxMemoryUsed, status, errorType } = report;
  const fields = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${duration.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(duration + (initDuration ?? 0))} ms`,
    `Memory Size: ${memorySize} MB`,
    `Max Memory Used: ${maxMemoryUsed} MB`,
  ];
  if (initDuration !== undefined) fields.push(`Init Duration: ${initDuration.toFixed(2)} ms`);
  if (status) fields.push(`Status: ${status}`);
  if (errorType) fields.push(`Error Type: ${errorType}`);
  return `${fields.join('\t')}\t`;
}
