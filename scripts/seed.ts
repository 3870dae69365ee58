// npm run seed: the reference set of instruments into the database, and somebody who may ask for analyses.
import { Option } from 'commander';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { describeKey } from './database/describe-key.ts';
import { FlagProblems, targetCommand } from './target/target-command.ts';
import { targetOf, type TargetFlag } from './target/target-option.ts';
import { withDatabase } from './target/with-database.ts';
import { withTarget } from './target/with-target.ts';

interface Flags extends TargetFlag {
  person?: string;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'seed',
    does: 'Puts the reference set of instruments into the database: new ones are added, known ones brought up to date.',
    examples: [
      ['npm run seed', 'the laptop (which does so at every start), or what .env names on AWS'],
      ['npm run seed -- --target aws', 'the one on AWS, over the Data API'],
      ['npm run seed -- --target aws --person "Ada"', 'and a person with an API key, which is printed once'],
    ],
    notes: ['Exit code: 0 done; 1 not.'],
  }).addOption(new Option('--person <name>', 'also make somebody who may ask for analyses'));
  command.parse([...argv], { from: 'user' });
  const flags = command.opts<Flags>();
  const problems = new FlagProblems();
  problems.read('--person', flags.person, (name) => {
    if (name.trim() === '' || name.length > 100) throw new CommandError('It must be a name of 1 to 100 characters.');
  });
  problems.throwIfAny();
  return flags;
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function seed(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), (target) =>
    withDatabase(target, async (db) => {
      const { addPerson, seedDatabase } = await import('./database/seed-database.ts');
      const { instruments, added } = await seedDatabase(db);
      print(`${instruments} reference instruments are in the database of ${target.label}, ${added} of them new.`);
      const { person } = flags;
      if (person !== undefined) {
        const apiKey = await addPerson(db, person.trim());
        describeKey(person.trim(), apiKey, target).forEach(print);
      }
      return 0;
    }),
  );
}

await runCommand(() => seed(readFlags(process.argv.slice(2))));
