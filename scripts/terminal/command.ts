import { Command } from 'commander';

/**
 * A command as npm runs it, whose --help ends with `help` and whose complaints begin with its name.
 *
 * @param script as in package.json: `deploy`
 * @param does what it does, one sentence
 */
export const newCommand = (script: string, does: string, help: string): Command =>
  new Command(`npm run ${script} --`)
    .description(does)
    .addHelpText('after', help)
    .showHelpAfterError(`Run "npm run ${script} -- --help" for all flags.`)
    .allowExcessArguments(false)
    .configureOutput({
      outputError: (text, write) => {
        write(text.replace(/^error: /, `${script}: `));
      },
    });
