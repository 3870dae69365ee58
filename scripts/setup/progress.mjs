// One line for each thing that takes time, on stderr so that a script's own output stays clean. On a terminal the line
// counts the seconds; in a pipe it is written once at the start and once at the end.

/**
 * Runs `work` while saying so.
 * @template T
 * @param {string} doing e.g. "installing the dependencies"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(doing, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const line = `set-up: ${doing} ...`;
  const { stderr } = process;
  stderr.write(stderr.isTTY ? line : `${line}\n`);
  const ticker = stderr.isTTY ? setInterval(() => stderr.write(`\r${line} ${String(seconds())} s`), 1000) : undefined;
  try {
    const result = await work();
    stderr.write(`${stderr.isTTY ? '\r' : ''}set-up: ${doing}: done in ${String(seconds())} s\n`);
    return result;
  } catch (error) {
    if (stderr.isTTY) stderr.write('\n');
    throw error;
  } finally {
    clearInterval(ticker);
  }
}
