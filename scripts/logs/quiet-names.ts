import { parseLine } from './parse-line.ts';

/** What was read of one name without a line that was shown. */
interface Hidden {
  lines: number;
  /** The requests that Lambda's own lines are of. */
  readonly requests: Set<string>;
  /** Those of them that came to an end. */
  readonly ended: Set<string>;
}

/** Of whom lines were read and none was shown, as without --all Lambda's own lines and metrics are not: an empty screen says that nothing ran. */
export class QuietNames {
  readonly #shown = new Set<string>();
  readonly #hidden = new Map<string, Hidden>();

  /** Takes notice of a line, and of whether it was shown. */
  read({ name, text }: { name: string; text: string }, shown: boolean): void {
    if (shown) {
      this.#shown.add(name);
      return;
    }
    const hidden = this.#hidden.get(name) ?? { lines: 0, requests: new Set(), ended: new Set() };
    const { requestId, kind, message } = parseLine(text);
    hidden.lines += 1;
    if (requestId !== undefined) hidden.requests.add(requestId);
    if (requestId !== undefined && kind === 'platform' && message !== 'START') hidden.ended.add(requestId);
    this.#hidden.set(name, hidden);
  }

  /**
   * A sentence for each of them: for those asked for by name, or for all where no line of anybody was shown.
   *
   * @param filtered whether only lines that fit a pattern were read: others may have been written
   */
  says(asked: readonly string[], filtered: boolean): string[] {
    return [...this.#hidden].flatMap(([name, { lines, requests, ended }]) => {
      if (this.#shown.has(name) || (this.#shown.size > 0 && !asked.includes(name))) return [];
      if (filtered || requests.size === 0)
        return [
          `Of ${name} only Lambda's own lines or metrics ${filtered ? 'fit' : 'are there'} (${lines}): --all shows them.`,
        ];
      if (ended.size < requests.size)
        return [`${name} is at work, and has written no line of its own yet: ask again, or follow it with --follow.`];
      return [
        `${name} ran ${times(requests.size)} and wrote no line of its own: --all shows START, END and how long it took.`,
      ];
    });
  }
}

const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count.toLocaleString('en-US')} times`;
