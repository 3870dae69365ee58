// npm run ingest -- FILES: texts into the knowledge base.
import { Option } from 'commander';
import { documentKinds, ingestAnswer } from '../shared/schemas/knowledge.ts';
import { standWhereCalled } from './analysis/caller-folder.ts';
import { CommandError } from './analysis/command-error.ts';
import { asOne } from './analysis/complaints.ts';
import { runCommand } from './analysis/run-command.ts';
import { batches } from './knowledge/batches.ts';
import { callKnowledge } from './knowledge/call-knowledge.ts';
import { documentOf, type Document, type SaidOfAll } from './knowledge/document-of.ts';
import { matchingFiles } from './knowledge/matching-files.ts';
import { readSource } from './knowledge/read-source.ts';
import { tellAside } from './knowledge/tell-aside.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, tellTarget, type TargetFlag } from './target/target-option.ts';
import { withTarget } from './target/with-target.ts';
import { counted } from './terminal/counted.ts';

const REPLACED =
  '           What was known by this name before is gone. To keep two files of one name, give one an address: --url urn:alex:file:NAME\n';

interface Flags extends TargetFlag, SaidOfAll {
  json: boolean;
  dryRun: boolean;
}

function readFlags(argv: readonly string[]): { flags: Flags; given: string[] } {
  const command = targetCommand({
    script: 'ingest',
    does: 'Puts texts into the knowledge base: Markdown, HTML and plain text, from files or addresses. The same one again replaces itself.',
    examples: [
      ['npm run ingest -- notes/*.md', 'files: each is known by its name'],
      ['npm run ingest -- fed.html --date 2026-09-18 --kind article', 'with what the page does not say itself'],
      ['npm run ingest -- https://www.sec.gov/newsroom/press-releases', 'what is at an address'],
      ['npm run ingest -- vti.txt --title "VTI, 2026" --tickers "VTI,VOO"', 'about these instruments'],
      ['npm run ingest -- notes/*.md --dry-run', 'how they would be read'],
    ],
    notes: [
      'Markdown and text may begin with lines of their own between two of "---": title, date, tickers, kind, url. Flags win over them, they\nover the first heading, that over the name of the file.',
      'A saved page (HTML) is known by the address that it was saved from, and of the day that it gives for itself; files without one by their names.',
      `Kinds: ${documentKinds.join(', ')}. Default: page for what has an address, also a saved one; note for a file without.`,
      'Exit code: 0 all are in; 1 they are not.',
    ],
  })
    .argument('<files...>', 'files (.md, .html, .txt) or addresses')
    .allowExcessArguments(true)
    .addOption(new Option('--title <text>', 'for a single document'))
    .addOption(new Option('--date <date>', 'the day it was published'))
    .addOption(new Option('--tickers <symbols>', 'what it is about: "VTI,BND"'))
    .addOption(new Option('--kind <kind>', 'what it is').choices(documentKinds))
    .addOption(new Option('--url <address>', 'what a single document is known by, https://… or urn:…'))
    .addOption(new Option('--dry-run', 'only tell how they are read').default(false))
    .addOption(new Option('--json', 'as JSON on standard output').default(false));
  command.parse([...argv], { from: 'user' });
  const flags = command.opts<Flags>();
  const given = matchingFiles(command.args);
  if (given.length > 1 && (flags.title !== undefined || flags.url !== undefined)) {
    throw new CommandError('--title and --url are for a single document.', [
      'Give them one by one, or write them into the files.',
    ]);
  }
  return { flags, given };
}

/** Every document, or all that is wrong with any of them. */
async function readAll(given: readonly string[], said: SaidOfAll): Promise<Document[]> {
  const documents: Document[] = [];
  const refused: CommandError[] = [];
  for (const one of given) {
    try {
      documents.push(documentOf(await readSource(one), said));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      refused.push(error);
    }
  }
  if (refused.length > 0) throw asOne(refused);
  const second = documents.findIndex(({ url }, index) => documents.findIndex((other) => other.url === url) !== index);
  const twice = documents[second];
  if (twice !== undefined) {
    const first = documents.findIndex(({ url }) => url === twice.url);
    throw new CommandError(
      `${String(given[first])} and ${String(given[second])} are known by the same address, ${twice.url}, and one would replace the other.`,
      [
        twice.url.startsWith('urn:alex:file:')
          ? 'Files are known by their names: rename one, or write "url: …" into it.'
          : 'Leave one out; or are they two? Then send one by itself, with an address of its own: --url ADDRESS',
      ],
    );
  }
  return documents;
}

/** Under the line of its document, and on standard error: what is stored is stored. */
const warn = (lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`           ${line}\n`);
};

const describe = ({ title, url, published, kind, tickers = [] }: Document): string =>
  [`${title} (${kind}${published === undefined ? '' : `, ${published}`})`, ...tickers, url].join('  ');

async function ingest({ flags, given }: ReturnType<typeof readFlags>): Promise<number> {
  const documents = await readAll(given, flags);
  if (flags.dryRun) {
    for (const document of documents) {
      process.stdout.write(`${describe(document)}\n`);
      warn(tellAside(document));
    }
    return 0;
  }
  return withTarget(targetOf(flags), async (target) => {
    tellTarget(flags, target);
    for (const batch of batches(documents)) {
      const answer = await callKnowledge(target, 'ingest', { documents: batch }, ingestAnswer);
      answer.documents.forEach((stored, index) => {
        const document = batch[index];
        if (document === undefined) return;
        const line = flags.json
          ? JSON.stringify({ ...stored, url: document.url, title: document.title })
          : `${stored.status.padEnd(9)}  ${stored.id}  ${counted(stored.chunks, 'piece')}  ${describe(document)}`;
        process.stdout.write(`${line}\n`);
        if (stored.status === 'replaced' && document.url.startsWith('urn:alex:file:')) process.stderr.write(REPLACED);
        warn(tellAside(document, stored));
      });
    }
    return 0;
  });
}

standWhereCalled('ingest');
await runCommand(() => ingest(readFlags(process.argv.slice(2))));
