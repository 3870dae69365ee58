// npm run migrate: brings the database to this checkout's schema.
import { Option } from 'commander';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { readMigrationState } from './database/migration-state.ts';
import { roleProblems } from './database/role-problems.ts';
import { targetCommand } from './target/target-command.ts';
import { targetOf, type TargetFlag } from './target/target-option.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';
import { counted } from './terminal/counted.ts';

interface Flags extends TargetFlag {
  dryRun: boolean;
  newPasswords: boolean;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'migrate',
    does: 'Brings the database to the schema of this checkout, and its roles to their privileges and passwords. What is there is kept; done twice, the second time changes nothing.',
    examples: [
      ['npm run migrate', 'the laptop (which does so at every start), or what .env names on AWS'],
      ['npm run migrate -- --target aws', 'the one on AWS, over the Data API'],
      ['npm run migrate -- --dry-run', 'which migrations would be applied, and what is wrong with the roles'],
      ['npm run migrate -- --new-passwords', 'draws new passwords of the roles, into the database and their secrets'],
    ],
    notes: [
      'Exit code: 0 the database is up to date; 1 it could not be brought there. With --dry-run 3 where something would be done.',
    ],
  })
    .addOption(new Option('--dry-run', 'only tell').default(false))
    .addOption(
      new Option('--new-passwords', 'draw new passwords of the roles that programs have of their own')
        .default(false)
        .conflicts('dryRun'),
    );
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
      const roles = await roleProblems(db, target);
      const isDone = pending.length + roles.length === 0 && !flags.newPasswords;
      if (isDone) {
        print(`The database of ${target.label} is up to date (${counted(applied.length, 'migration')}).`);
        return 0;
      }
      if (flags.dryRun) {
        if (pending.length > 0) print(`To be applied to the database of ${target.label}: ${pending.join(', ')}`);
        roles.forEach(print);
        return 3;
      }
      const [{ migrateSchema }, { ensureLogins }] = await Promise.all([
        import('./database/migrate-schema.ts'),
        import('./database/role-logins.ts'),
      ]);
      await migrateSchema(db);
      if (pending.length > 0) print(`Applied to the database of ${target.label}: ${pending.join(', ')}`);
      if (roles.length > 0) print('Its roles have their privileges, and no others.');
      const changed = await ensureLogins(db, target, { all: flags.newPasswords });
      for (const user of changed) print(`${user} has a new password, which is in its secret and nowhere else.`);
      return 0;
    }),
  );
}

await runCommand(() => migrate(readFlags(process.argv.slice(2))));
