import type { Command } from 'commander';
import { CommandError } from '../analysis/command-error.ts';
import { asOne } from '../analysis/complaints.ts';
import { newCommand } from '../terminal/command.ts';
import { addTargetFlag } from './target-option.ts';

export interface CommandWords {
  /** As npm runs it: `check-db`. */
  script: string;
  /** What it does, one sentence. */
  does: string;
  /** What to type, each with a word on it: `['npm run logs', 'the last ten minutes']`. */
  examples: readonly (readonly [command: string, says: string])[];
  /** What else has to be said, a paragraph each; the exit codes last. */
  notes?: readonly string[];
}

/** A command with --target, and --help with examples. */
export function targetCommand({ script, does, examples, notes = [] }: CommandWords): Command {
  const width = Math.max(...examples.map(([command]) => command.length));
  const lines = examples.map(([command, says]) => `  ${command.padEnd(width)}  ${says}`);
  const help = ['', 'Examples:', ...lines, ...notes.flatMap((note) => ['', note])].join('\n');
  return addTargetFlag(newCommand(script, does, help));
}

/** Gathers what is wrong with flags, so that all of it is told at once. */
export class FlagProblems {
  readonly #problems: CommandError[] = [];

  /** What `read` makes of a flag's text; undefined where it is not given or cannot be read. */
  read<T>(flag: string, text: string | undefined, read: (text: string) => T): T | undefined {
    if (text === undefined) return undefined;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.#problems.push(new CommandError(`${flag} is "${text}". ${error.message}`, error.lines));
      return undefined;
    }
  }

  /** @throws {CommandError} with everything that is wrong */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw asOne(this.#problems);
  }
}

/** A whole number of at least `least` and at most `most`. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d{1,9}$/.test(text.trim()) && number >= least && number <= most) return number;
    throw new CommandError(`It must be a whole number from ${least} to ${most}.`);
  };
