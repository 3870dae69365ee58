import { Option } from 'commander';
import { CommandError } from '../analysis/command-error.ts';
import { FlagProblems, targetCommand } from '../target/target-command.ts';
import type { TargetFlag } from '../target/target-option.ts';
import { momentOf } from './since.ts';

export interface LogsOptions extends TargetFlag {
  /** Functions, services or APIs; all where none is named. */
  names: string[];
  /** What --since says, milliseconds since 1970; undefined without it. */
  since: number | undefined;
  /** The pattern is a job's ID. */
  ofJob: boolean;
  pattern: string | undefined;
  /** Only what failed. */
  failures: boolean;
  follow: boolean;
  json: boolean;
  all: boolean;
}

interface RawFlags extends TargetFlag {
  since?: string;
  filter?: string;
  job?: string;
  failures: boolean;
  follow: boolean;
  json: boolean;
  all: boolean;
}

/** Reads the command line. @throws {CommandError} with all that is wrong */
export function readOptions(argv: readonly string[], now: number): LogsOptions {
  const command = targetCommand({
    script: 'logs',
    does: 'Shows what all functions, services and APIs log, as one: coloured by agent, errors and traces standing out.',
    examples: [
      ['npm run logs', 'the last ten minutes of everything'],
      ['npm run logs -- --follow', 'and what comes, until Ctrl-C'],
      ['npm run logs -- planner reporter --since 2h', 'of two of them, of two hours'],
      [
        'npm run logs -- --failures --since 1d',
        'what failed: errors, timeouts, functions that were killed, answers of 500 and above',
      ],
      ['npm run logs -- --filter "job ended" --since 1d', 'lines with these words in them'],
      ['npm run logs -- --filter "{ $.step = report }"', 'lines of JSON that say so: CloudWatch filter patterns'],
      ['npm run logs -- --job 0190b6a2-3f4e-7c1d-9a55-2b1c3d4e5f60', 'all that was said about one analysis'],
      ['npm run --silent logs -- --json --since 1h > log.jsonl', 'a JSON document a line, with all that there is'],
    ],
    notes: [
      'Patterns: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html. A laptop has terms and JSON conditions.',
      'Exit code: 0, also where nothing was logged; 1 where the log cannot be read; 3 where that of some cannot, and the rest is shown.',
    ],
  })
    .argument('[names...]', 'only these: planner, reporter, api, researcher, …')
    .addOption(
      new Option(
        '--since <time>',
        'from when on: 30s, 10m, 2h, 1d ago, or 2026-03-31T14:00 (UTC) (default: 10m; of a --job all that a laptop keeps, on AWS 1d)',
      ),
    )
    .addOption(new Option('--filter <pattern>', 'only lines that fit a CloudWatch filter pattern'))
    .addOption(new Option('--job <id>', 'only lines about this analysis').conflicts('filter'))
    .addOption(
      new Option('--failures', 'only lines of level ERROR, as they are shown, whoever wrote them').default(false),
    )
    .addOption(new Option('--follow', 'go on with what comes').default(false))
    .addOption(new Option('--all', "Lambda's own lines (START, END, REPORT) and metrics too").default(false))
    .addOption(new Option('--json', 'each line as JSON').default(false));
  command.parse([...argv], { from: 'user' });
  const { since: moment, filter, job, target, ...flags } = command.opts<RawFlags>();
  const problems = new FlagProblems();
  const since = problems.read('--since', moment, (text) => momentOf(text, now));
  problems.read('--job', job, (text) => {
    if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text))
      throw new CommandError('It must be the ID of a job.');
  });
  problems.throwIfAny();
  const pattern = job === undefined ? filter : `"${job.toLowerCase()}"`;
  return {
    target,
    names: command.args,
    since,
    pattern,
    ofJob: job !== undefined,
    ...flags,
  };
}
