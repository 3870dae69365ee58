/** What stands for anything: a whole line of it for any lines (none, too), in a line for any text. */
const ANYTHING = '…';

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function lineMatches(expected: string, actual: string): boolean {
  return new RegExp(`^${expected.trimEnd().split(ANYTHING).map(escape).join('.*')}$`, 'u').test(actual.trimEnd());
}

const linesOf = (text: string): string[] => text.replace(/\n+$/, '').split(/\r?\n/);

/**
 * Compares what a guide says a command prints with what it printed. Both have to agree from the first line to the last, but for what
 * `…` stands for and blanks at the ends of lines.
 *
 * @returns what differs, or undefined
 */
export function differenceOf(expected: string, actual: string): string | undefined {
  const [wanted, found] = [linesOf(expected), linesOf(actual)];
  // reachable[j]: whether the lines of `wanted` so far can be the first j of `found`.
  let reachable = found.map(() => false);
  reachable = [true, ...reachable];
  let furthest = 0;
  for (const [index, line] of wanted.entries()) {
    const next = reachable.map(() => false);
    if (line.trim() === ANYTHING) {
      const first = reachable.indexOf(true);
      next.fill(true, first);
    } else {
      for (const [j, at] of found.entries()) {
        if (reachable[j] === true && lineMatches(line, at)) next[j + 1] = true;
      }
    }
    if (!next.includes(true)) {
      return `line ${index + 1} of what is expected is not there:\n  expected: ${line}\n  there is: ${found[furthest] ?? '(the end)'}`;
    }
    reachable = next;
    furthest = reachable.indexOf(true);
  }
  if (reachable[found.length] === true) return undefined;
  return `more was printed than is expected: ${found[reachable.lastIndexOf(true)] ?? ''}`;
}
