import { Option } from 'commander';
import { documentKinds, searchModes, searchRequest, type SearchRequest } from '../../shared/schemas/knowledge.ts';
import { issueMessage, valueAt } from '../../shared/schemas/issue-message.ts';
import { CommandError } from '../analysis/command-error.ts';
import { targetCommand } from '../target/target-command.ts';
import type { TargetFlag } from '../target/target-option.ts';

interface RawFlags extends TargetFlag {
  most: string;
  kinds?: string;
  tickers?: string;
  from?: string;
  to?: string;
  mode: string;
  recent: boolean;
  json: boolean;
}

export interface SearchOptions extends TargetFlag {
  request: SearchRequest;
  json: boolean;
}

/** The flag behind each field of the request, and its words. */
const FLAGS: Readonly<Record<string, string>> = {
  query: 'what to look for',
  k: '--most',
  kinds: '--kinds',
  tickers: '--tickers',
  publishedFrom: '--from',
  publishedTo: '--to',
};

/** A message about two fields names the other one. */
const inFlags = (message: string): string =>
  message.replace(/\bpublished(?:From|To)\b/g, (field) => FLAGS[field] ?? field);

/** Reads the command line. @throws {CommandError} with all that is wrong */
export function readSearchOptions(argv: readonly string[]): SearchOptions {
  const command = targetCommand({
    script: 'search',
    does: 'Looks something up in the knowledge base: passages with their score, source and date, the best first.',
    examples: [
      ['npm run search -- what did the Fed decide', 'by words and by meaning'],
      ['npm run search -- bond yields --tickers "BND,AGG" --from 2026-06-01', 'about these, since June'],
      ['npm run search -- inflation --kinds "note,article" --most 10', 'of these kinds, ten of them'],
      ['npm run search -- inflation --recent', 'younger ones first'],
      ['npm run --silent search -- inflation --json', 'as JSON'],
    ],
    notes: [
      `Kinds: ${documentKinds.join(', ')}.`,
      'Exit code: 0 something was found; 3 nothing was; 1 it could not be asked.',
    ],
  })
    .argument('<words...>', 'what to look for')
    .allowExcessArguments(true)
    .addOption(new Option('--most <n>', 'no more passages than so many').default('5'))
    .addOption(new Option('--kinds <kinds>', 'only of these kinds: "note,article"'))
    .addOption(new Option('--tickers <symbols>', 'only about any of these: "BND,AGG"'))
    .addOption(new Option('--from <date>', 'only what was published on that day or later'))
    .addOption(new Option('--to <date>', 'only what was published on that day or earlier'))
    .addOption(
      new Option('--mode <mode>', 'by words and meaning, or one of them').choices(searchModes).default('hybrid'),
    )
    .addOption(new Option('--recent', 'put younger passages first').default(false))
    .addOption(new Option('--json', 'as JSON on standard output').default(false));
  command.parse([...argv], { from: 'user' });
  const { most, kinds, tickers, from, to, mode, recent, json, target } = command.opts<RawFlags>();
  const list = (text: string): string[] => text.split(/[\s,]+/).filter((one) => one !== '');
  const asked = {
    query: command.args.join(' '),
    k: /^\d+$/.test(most) ? Number(most) : most,
    mode,
    ...(kinds !== undefined && { kinds: list(kinds) }),
    ...(tickers !== undefined && { tickers: list(tickers.toUpperCase()) }),
    ...(from !== undefined && { publishedFrom: from }),
    ...(to !== undefined && { publishedTo: to }),
    ...(recent && { recency: {} }),
  };
  const checked = searchRequest.safeParse(asked);
  if (!checked.success) {
    const lines = checked.error.issues.map(
      (issue) =>
        `${FLAGS[String(issue.path[0])] ?? String(issue.path[0])}: ${inFlags(issueMessage(issue, valueAt(asked, issue.path)))}`,
    );
    const words = checked.error.issues.some(({ path }) => path[0] === 'query');
    const flags = lines.length === 1 ? 'A flag is wrong:' : `${lines.length} flags are wrong:`;
    throw new CommandError(words ? 'This cannot be looked up:' : flags, lines);
  }
  return { target, request: checked.data, json };
}
