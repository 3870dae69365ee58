// npm run migrate: brings the database to this checkout's schema.
import { Option } from 'commander';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { readMigrationState } from './database/migration-state.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, type TargetFlag } from './target/target-option.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import { counted } from './terminal/counted.ts';

interface Flags extends TargetFlag {
  dryRun: boolean;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'migrate',
    does: 'Brings the database to the schema of this checkout. What is there is kept; done twice, the second time changes nothing.',
    examples: [
      ['npm run migrate', 'the laptop (which does so at every start), or what .env names on AWS'],
      ['npm run migrate -- --target aws', 'the one on AWS, over the Data API'],
      ['npm run migrate -- --dry-run', 'which migrations would be applied'],
    ],
    notes: [
      'Exit code: 0 the database is up to date; 1 it could not be brought there. With --dry-run 3 where migrations are missing.',
    ],
  }).addOption(new Option('--dry-run', 'only tell').default(false));
  command.parse([...argv], { from: 'user' });
  return command.opts<Flags>();
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function migrate(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), (target) =>
    withDatabase(target, async (db) => {
      const { applied, pending, unknown } = await readMigrationState(db);
      if (unknown > 0) {
        throw new CommandError(
          `The database of ${target.label} has ${counted(unknown, 'migration')} that this checkout does not know.`,
          ['Another, newer checkout made them. Bring this one up to date: git pull'],
        );
      }
      if (pending.length === 0) {
        print(`The database of ${target.label} is up to date (${counted(applied.length, 'migration')}).`);
        return 0;
      }
      if (flags.dryRun) {
        print(`To be applied to the database of ${target.label}: ${pending.join(', ')}`);
        return 3;
      }
      const { migrateDatabase } = await import('../shared/database/migrate.ts');
      await migrateDatabase(db);
      print(`Applied to the database of ${target.label}: ${pending.join(', ')}`);
      return 0;
    }),
  );
}

await runCommand(() => migrate(readFlags(process.argv.slice(2))));
