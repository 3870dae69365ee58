import type { Option } from 'commander';

/** A command line as its flags divide it, before commander reads it. */
export interface Words {
  /** Flags that want a value and are followed by another flag, or by nothing; each once. */
  valueless: string[];
  /** The command line without them. */
  others: string[];
  /** The last flag that has the word after it for its value, and that word. */
  lastTaken: { flag: string; value: string } | undefined;
}

/**
 * Finds flags without their values, wherever they stand. Commander gives such a flag whatever follows it, another flag too, and
 * then complains of something else or of nothing: `--out --json` would write to a folder called --json.
 */
export function readWords(options: readonly Option[], argv: readonly string[]): Words {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const valueless = new Set<string>();
  const others: string[] = [];
  let lastTaken: Words['lastTaken'];
  for (let at = 0; at < end; at += 1) {
    const word = argv[at] ?? '';
    const option = options.find(({ short, long }) => word === short || word === long);
    if (option?.required !== true) {
      others.push(word);
      continue;
    }
    const value = at + 1 < end ? argv[at + 1] : undefined;
    if (value === undefined || isFlag(value)) {
      valueless.add(word);
      continue;
    }
    others.push(word, value);
    lastTaken = { flag: word, value };
    at += 1;
  }
  return { valueless: [...valueless], others: [...others, ...argv.slice(end)], lastTaken };
}

/** "--json", "--out=x" and "-h"; not "-5", and nothing with a space in its name, which is somebody's text. */
const isFlag = (word: string): boolean => /^(?:--[a-z][a-z-]*(?:=.*)?|-[a-z])$/s.test(word);
