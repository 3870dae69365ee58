import { Command, type ParseOptions } from 'commander';
import { forgottenDashes } from './forgotten-dashes.ts';

/**
 * `npm run SCRIPT --`, whose complaints begin with the script's name. Refuses flags that npm took for its own: without them the command
 * would do something else than was asked.
 */
export class NpmCommand extends Command {
  readonly #script: string;

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
    const meant = forgottenDashes(this.#script, this.options, argv, process.env);
    if (meant !== undefined) {
      this.error(
        `error: npm took a flag for its own. Two dashes have to come before it: ${meant}\n(in PowerShell '--' in quotes)`,
      );
    }
    return super.parse(argv, options);
  }
}

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
