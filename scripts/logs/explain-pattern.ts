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
  const said = reasonIn(error.message, pattern);
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

/** What a refusal says beside the pattern, which may have quotation marks of its own, as may the reason. */
function reasonIn(message: string, pattern: string): string {
  const begins = 'Invalid filter pattern';
  const after = [`${begins} '${pattern}'`, begins].find((one) => message.startsWith(one)) ?? '';
  const reason = message.slice(after.length).replace(/^:?\s*/, '');
  return (reason.split('\n', 1)[0] ?? '').replace(/\.$/, '');
}
