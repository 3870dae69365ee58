// npm run reset-db: deletes everything in the database and the knowledge base, and makes both anew. Asks first.
import { Option } from 'commander';
import { runCommand } from './analysis/run-command.ts';
import { confirm } from './asking/confirm.ts';
import { emptyIndex } from './database/empty-index.ts';
import { emptyQueues } from './database/empty-queues.ts';
import { readTables } from './database/read-tables.ts';
import { dropEverything } from './database/reset-database.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, type TargetFlag } from './target/target-option.ts';
import type { Target } from './target/target.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import type { Database } from '../shared/database/client.ts';

interface Flags extends TargetFlag {
  yes: boolean;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'reset-db',
    does: 'DELETES everything in the database (people, keys, accounts, analyses, knowledge) and its vectors, then makes it anew, migrated and seeded.',
    examples: [
      ['npm run reset-db', 'asks first, and says what would be lost'],
      ['npm run reset-db -- --target aws', 'the one on AWS'],
      ['npm run reset-db -- --target laptop --yes', 'without asking'],
    ],
    notes: [
      'On a laptop its person is made anew as well; on AWS make one with: npm run seed -- --target aws --person NAME',
      'Exit code: 0 done; 1 not done, or nothing was deleted.',
    ],
  }).addOption(new Option('--yes', 'do not ask').default(false));
  command.parse([...argv], { from: 'user' });
  return command.opts<Flags>();
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** What would be lost, as a person counts it. */
async function lost(db: Database): Promise<string> {
  const { tables } = await readTables(db);
  const count = (table: string, one: string, more: string): string => {
    const rows = tables.find(({ name }) => name === table)?.rows ?? 0;
    return `${rows.toLocaleString('en-US')} ${rows === 1 ? one : more}`;
  };
  const counted = [
    count('users', 'person', 'people'),
    count('accounts', 'account', 'accounts'),
    count('jobs', 'analysis', 'analyses'),
    count('knowledge_documents', 'document of the knowledge base', 'documents of the knowledge base'),
  ];
  return counted.join(', ');
}

async function reset(target: Target, { yes }: Flags): Promise<number> {
  return withDatabase(target, async (db) => {
    const what = await lost(db);
    await confirm(`This deletes the whole database of ${target.label} for good: ${what}. Go on?`, { yes });
    await dropEverything(db);
    await emptyQueues(target);
    const vectors = await emptyIndex(target);
    print(`Deleted: ${what}, ${vectors.toLocaleString('en-US')} ${vectors === 1 ? 'vector' : 'vectors'}.`);
    if (target.name === 'laptop') {
      const { prepareDatabase } = await import('./laptop/prepare-database.ts');
      await prepareDatabase();
    } else {
      const [{ migrateSchema }, { ensureLogins }, { seedDatabase }] = await Promise.all([
        import('./database/migrate-schema.ts'),
        import('./database/role-logins.ts'),
        import('./database/seed-database.ts'),
      ]);
      await migrateSchema(db);
      await ensureLogins(db, target, { all: false });
      await seedDatabase(db);
    }
    print(`The database of ${target.label} is migrated and seeded anew.`);
    if (target.name === 'laptop') print('The person of this laptop has a new API key; npm start shows it.');
    return 0;
  });
}

async function resetDatabase(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), (target) => reset(target, flags));
}

await runCommand(() => resetDatabase(readFlags(process.argv.slice(2))));
