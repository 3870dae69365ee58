// The runtime inside one execution environment (a worker thread): loads the bundle, then runs one event after another.
// Plain JavaScript, since stripping types costs each new worker some 10 ms and 6 MB (Node 24).
import { getHeapStatistics } from 'node:v8';
import { workerData } from 'node:worker_threads';
import { patchConsole } from './console.mjs';
import { invocationContext } from './context.mjs';
import { describeError, describeRejection } from './error-answer.mjs';
import { standIn } from './file-system.mjs';
import { nextEvent, thaw } from './freeze.mjs';
import { loadHandler } from './load-handler.mjs';

/** @typedef {import('../protocol.ts').WorkerData} WorkerData */
/** @typedef {import('../protocol.ts').WorkerMessage} WorkerMessage */

/** @type {unknown} */
const given = workerData;
const { port, signal, taskRoot, handler: handlerName } = /** @type {WorkerData} */ (given);
const send = (/** @type {WorkerMessage} */ message) => {
  port.postMessage(message);
};
const log = patchConsole((text) => {
  send({ type: 'log', text });
});
const { stringify } = JSON;

process.on('uncaughtException', (error) => {
  die(describeError(error), 'Uncaught Exception', 129);
});
process.on('unhandledRejection', (reason) => {
  die(describeRejection(reason), 'Unhandled Promise Rejection', 128);
});
// Nothing is left that could settle the handler's promise: the process would end here, unanswered.
process.on('beforeExit', () => {
  const errorMessage =
    'The Lambda runtime client detected an unexpected Node.js exit code. ' +
    'This is most commonly caused by a Promise that was never settled.';
  die({ errorType: 'Runtime.NodeJsExit', errorMessage, trace: [] }, 'Node.js exit', 13);
});

/** @param {import('../protocol.ts').ErrorAnswer} error @param {string} what @param {number} exitCode */
function die(error, what, exitCode) {
  log.error(what, error);
  log.flush();
  send({ type: 'fatal', error });
  process.exit(exitCode);
}

/** Bytes this thread holds: its heap, and the buffers outside it. */
function memoryUsed() {
  const { total_heap_size, external_memory, malloced_memory } = getHeapStatistics();
  return total_heap_size + external_memory + malloced_memory;
}

async function run() {
  standIn(taskRoot);
  const handler = await loadHandler(taskRoot, handlerName);
  log.flush();
  send({ type: 'ready', memoryUsed: memoryUsed() });
  for (;;) {
    const event = nextEvent(port, signal);
    log.begin(event.requestId);
    await thaw();
    const answer = await answerOf(handler, event);
    log.flush();
    send({ ...answer, memoryUsed: memoryUsed() });
  }
}

/**
 * @param {(event: unknown, context: object) => unknown} handler
 * @param {import('../protocol.ts').InvocationEvent} event
 */
async function answerOf(handler, event) {
  try {
    process.env._X_AMZN_TRACE_ID = event.traceId;
    const result = await handler(JSON.parse(event.payload), invocationContext(event));
    /** @type {unknown} */
    const payload = stringify(result === undefined ? null : result);
    if (typeof payload !== 'string') throw unserialisable();
    return /** @type {const} */ ({ type: 'result', payload });
  } catch (thrown) {
    const error = describeError(thrown);
    log.error('Invoke Error', error);
    return /** @type {const} */ ({ type: 'error', error });
  }
}

function unserialisable() {
  const error = new Error('Unable to stringify response body');
  error.name = 'Runtime.JSONStringifyError';
  return error;
}

run().catch((/** @type {unknown} */ error) => {
  die(describeError(error), 'Uncaught Exception', 1);
});
