// npm run logs [-- NAMES] [flags]: what all functions log, as one.
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { awsLimits, awsPatience } from './target/aws-limits.ts';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { explainPattern } from './logs/explain-pattern.ts';
import { groupsOf } from './logs/groups-of.ts';
import { saysFailed } from './logs/parse-line.ts';
import { readOptions, type LogsOptions } from './logs/options.ts';
import { createPace } from './logs/pace.ts';
import { QuietNames } from './logs/quiet-names.ts';
import { lookBack } from './logs/look-back.ts';
import { lineWriter } from './logs/show-line.ts';
import { follow, showSince, type Tail } from './logs/tail.ts';
import { unreadLines } from './logs/unread.ts';
import { onInterruption } from './laptop/interruption.ts';
import { NOT_THERE, passesByItself } from './target/explain-aws-failure.ts';
import { targetOf, tellTarget } from './target/target-option.ts';
import type { Target } from './target/target.ts';
import { withTarget } from './target/with-target.ts';

/** Lines of one group that are read at once. */
const MOST = 10_000;
/** Milliseconds between two looks, and between two questions of a look: AWS takes some a second, of a whole account. */
const EVERY = { laptop: 300, aws: 3000 } as const;
const BETWEEN = { laptop: 0, aws: 100 } as const;

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

function noneIsThere({ label }: Target, names: readonly string[]): CommandError {
  return new CommandError(
    `No log group is on ${label} for ${names.join(', ')}, though .env names ${names.length === 1 ? 'it' : 'them'}.`,
    NOT_THERE,
  );
}

async function logs(options: LogsOptions, now: number): Promise<number> {
  const { target: asked, names, pattern, follow: goesOn, ...shown } = options;
  const { failures, json, all } = shown;
  const flag = { target: asked };
  return withTarget(
    targetOf(flag),
    async (target) => {
      tellTarget(flag, target);
      const client = new CloudWatchLogsClient(awsLimits());
      const groups = await groupsOf(target, names);
      const width = Math.max(...Object.keys(groups).map(({ length }) => length));
      const write = lineWriter({ stream: process.stdout, json, all, width });
      const quiet = new QuietNames();
      const show: Tail['show'] = (line) => {
        quiet.read(line, write(line));
      };
      const keep = failures ? saysFailed : undefined;
      const { from, says: lookedBack, nothing } = lookBack(options, target, now);
      const pace = createPace({ interval: BETWEEN[target.name], patience: 2 * awsPatience() });
      const tail: Tail = { client, groups, from, pattern, keep, most: MOST, pace, show };
      const stopping = new AbortController();
      const off = onInterruption(() => {
        if (!goesOn) process.exit(130);
        stopping.abort();
      });
      try {
        const seen = await showSince(tail, stopping.signal).catch((error: unknown) => {
          throw explainPattern(error, pattern) ?? error;
        });
        if (stopping.signal.aborted) return 0;
        if (target.name === 'aws' && seen.missing.length === Object.keys(groups).length)
          throw noneIsThere(target, seen.missing);
        for (const name of seen.cut)
          tell(
            `Of ${name} only the first ${MOST.toLocaleString('en-US')} lines are shown: choose a later --since, --failures, or a --filter.`,
          );
        if (target.name === 'aws' && seen.missing.length > 0)
          tell(`No log group is there for ${seen.missing.join(', ')}. ${NOT_THERE.join('. ')}.`);
        if (lookedBack !== undefined) tell(lookedBack);
        for (const says of quiet.says(names, pattern !== undefined)) tell(says);
        const tellUnread = (unread: ReadonlyMap<string, unknown>) => {
          unreadLines(unread, { where: target, goesOn }).forEach(tell);
        };
        tellUnread(seen.unread);
        if (goesOn) {
          const passes = target.name === 'aws' ? passesByItself : () => false;
          await follow(tail, seen, { every: EVERY[target.name], signal: stopping.signal, passes, unread: tellUnread });
        } else if (seen.unread.size > 0) return 3;
        else if (seen.count === 0) tell(nothing);
      } finally {
        off();
        client.destroy();
      }
      return 0;
    },
    { running: goesOn },
  );
}

const now = Date.now();
await runCommand(() => logs(readOptions(process.argv.slice(2), now), now));
