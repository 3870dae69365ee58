import { CommandError } from '../analysis/command-error.ts';
import { quoted } from '../terminal/in-this-shell.ts';

/**
 * What to write instead of a filter pattern that CloudWatch does not take; undefined for any other failure. People copy what a line
 * shows (`step=report`), and in the log itself it is JSON.
 */
export function explainPattern(error: unknown, pattern: string | undefined): CommandError | undefined {
  if (pattern === undefined || !(error instanceof Error) || error.name !== 'InvalidParameterException')
    return undefined;
  const [, field, value] = /^\s*["']?([A-Za-z_][\w.]*)\s*=\s*["']?([^"'\s]+)["']?\s*$/.exec(pattern) ?? [];
  const said = (error.message.split('\n', 1)[0] ?? '')
    .replace(/^Invalid filter pattern(?: '.*')?:? ?/, '')
    .replace(/\.$/, '');
  const text = pattern.replaceAll(/["'%]/g, '').trim();
  return new CommandError(
    `--filter ${pattern} is no filter pattern${said === '' ? '' : ` (${said})`}.`,
    [
      ...(field === undefined || value === undefined
        ? []
        : [
            `Lines that say so: --filter ${quoted(`{ $.${field} = ${/^[A-Za-z\d]+$|^\d+\.\d+$/.test(value) ? value : `"${value}"`} }`)}`,
          ]),
      ...(text === '' ? [] : [`Lines with this text in them, in quotes of its own: --filter ${quoted(`"${text}"`)}`]),
      `A word is a pattern as it is: --filter ERROR`,
      'All of them: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html',
    ],
    error,
  );
}
