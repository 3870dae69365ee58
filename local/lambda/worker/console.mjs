import { format } from 'node:util';

/** @typedef {import('../protocol.ts').ErrorAnswer} ErrorAnswer */

/** Lambda's name for each console method's level. */
const levels = /** @type {const} */ ({
  trace: 'TRACE',
  debug: 'DEBUG',
  log: 'INFO',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
});

/**
 * Sends what the bundle prints straight to the host, in Lambda's text format: a console call is one event with the
 * time, the request and the level before it; what is written to stdout or stderr is an event a line, as it is.
 * A worker's own streams would go through its event loop, which stops with the answer.
 *
 * @param {(text: string) => void} send
 */
export function patchConsole(send) {
  let requestId = 'undefined';
  /** @param {string} level @param {string} text */
  const event = (level, text) => {
    send([new Date().toISOString(), requestId, level, text].join('\t'));
  };
  for (const method of /** @type {(keyof typeof levels)[]} */ (Object.keys(levels))) {
    console[method] = (/** @type {unknown[]} */ ...values) => {
      event(levels[method], format(...values));
    };
  }
  const streams = [lines(process.stdout, send), lines(process.stderr, send)];
  return {
    /** An invocation begins: its id goes before every console line. @param {string} id */
    begin(id) {
      requestId = id;
    },
    /** The runtime's own report of an error. @param {string} what @param {ErrorAnswer} error */
    error(what, error) {
      const { trace, ...rest } = error;
      event('ERROR', `${what}\t${JSON.stringify({ ...rest, stack: trace })}`);
    },
    /** Sends what was written without a newline at its end. */
    flush() {
      for (const flush of streams) flush();
    },
  };
}

/** @param {NodeJS.WriteStream} stream @param {(text: string) => void} send */
function lines(stream, send) {
  let partial = '';
  /**
   * @param {string | Uint8Array} chunk
   * @param {BufferEncoding | ((error?: Error | null) => void)} [encoding]
   * @param {(error?: Error | null) => void} [callback]
   */
  stream.write = (chunk, encoding, callback) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    const parts = (partial + text).split('\n');
    partial = parts.pop() ?? '';
    for (const line of parts) if (line !== '') send(line);
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done) queueMicrotask(done);
    return true;
  };
  return () => {
    if (partial !== '') send(partial);
    partial = '';
  };
}
