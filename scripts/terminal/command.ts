import { Command, type ErrorOptions, type ParseOptions } from 'commander';
import { allOf } from './all-of.ts';
import { forgottenDashes } from './forgotten-dashes.ts';
import { readWords, type Words } from './read-words.ts';

/**
 * `npm run SCRIPT --`, whose complaints begin with the script's name. Refuses flags that npm took for its own, and flags that lack
 * their values: without them the command would do something else than was asked.
 */
export class NpmCommand extends Command {
  readonly #script: string;
  #lastTaken: Words['lastTaken'];

  constructor(script: string) {
    super(`npm run ${script} --`);
    this.#script = script;
    this.configureOutput({
      outputError: (text, write) => {
        write(text.replace(/^error: /, `${script}: `));
      },
    });
  }

  override parse(argv: readonly string[], options?: ParseOptions): this {
    return this.parseWords(argv, readWords(this.options, argv), options);
  }

  /** The same of a command line whose words are read already. */
  parseWords(argv: readonly string[], { valueless, others, lastTaken }: Words, options?: ParseOptions): this {
    const meant = forgottenDashes(this.#script, this.options, argv, process.env);
    if (meant !== undefined) {
      this.error(
        `error: npm took a flag for its own. Two dashes have to come before it: ${meant}\n(in PowerShell '--' in quotes)`,
      );
    }
    this.#lastTaken = lastTaken;
    if (valueless.length > 0 && !asksForHelp(others)) {
      this.error(`error: ${lackValues(valueless)}`);
    }
    return super.parse(others, options);
  }

  /** A flag whose value was forgotten may have taken the argument that commander then misses. */
  override error(message: string, options?: ErrorOptions): never {
    const { flag, value } = this.#lastTaken ?? { flag: '', value: '' };
    const isTaken = options?.code === 'commander.missingArgument' && /^[^\d-]/.test(value);
    super.error(isTaken ? `${message}: "${value}" was taken for the value of ${flag}` : message, options);
  }
}

/** Who asks for help is told nothing of what is wrong beside it. */
export const asksForHelp = (words: readonly string[]): boolean =>
  words.some((word) => word === '--help' || word === '-h');

/** "--age has no value.", "--age and --income have no value." */
export const lackValues = (flags: readonly string[]): string =>
  `${allOf(flags)} ${flags.length === 1 ? 'has' : 'have'} no value.`;

/**
 * A command as npm runs it, whose --help ends with `help` and whose complaints begin with its name.
 *
 * @param script as in package.json: `deploy`
 * @param does what it does, one sentence
 */
export const newCommand = (script: string, does: string, help: string): Command =>
  new NpmCommand(script)
    .description(does)
    .addHelpText('after', help)
    .showHelpAfterError(`Run "npm run ${script} -- --help" for all flags.`)
    .allowExcessArguments(false);
