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
  newKey?: string;
}

function readFlags(argv: readonly string[]): Flags {
  const command = targetCommand({
    script: 'seed',
    does: 'Puts the reference set of instruments into the database: new ones are added, known ones brought up to date.',
    examples: [
      ['npm run seed', 'the laptop (which does so at every start), or what .env names on AWS'],
      ['npm run seed -- --target aws', 'the one on AWS, over the Data API'],
      ['npm run seed -- --target aws --person "Ada"', 'and a person with an API key, which is printed once'],
      ['npm run seed -- --target aws --new-key "Ada"', 'another key for her; the one she had works no more'],
    ],
    notes: ['Exit code: 0 done; 1 not.'],
  })
    .addOption(new Option('--person <name>', 'also make somebody who may ask for analyses'))
    .addOption(
      new Option(
        '--new-key <name>',
        'also draw another API key for somebody, by name or ID, in the place of a lost one',
      ),
    );
  command.parse([...argv], { from: 'user' });
  const flags = command.opts<Flags>();
  const problems = new FlagProblems();
  for (const [flag, text] of [
    ['--person', flags.person],
    ['--new-key', flags.newKey],
  ] as const) {
    problems.read(flag, text, (name) => {
      if (name.trim() === '' || name.length > 100) throw new CommandError('It must be a name of 1 to 100 characters.');
    });
  }
  problems.throwIfAny();
  return flags;
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function seed(flags: Flags): Promise<number> {
  return withTarget(targetOf(flags), (target) =>
    withDatabase(target, async (db) => {
      const { seedDatabase } = await import('./database/seed-database.ts');
      const { instruments, added } = await seedDatabase(db);
      print(`${instruments} reference instruments are in the database of ${target.label}, ${added} of them new.`);
      const { person, newKey } = flags;
      const { addPerson, describeStopped, renewKey } = await import('./database/people.ts');
      if (person !== undefined) {
        const apiKey = await addPerson(db, person.trim(), target.name);
        describeKey(person.trim(), apiKey, target).forEach(print);
      }
      if (newKey !== undefined) {
        const { name, apiKey, stopped } = await renewKey(db, newKey.trim(), target.name);
        print(describeStopped(stopped));
        describeKey(name, apiKey, target).forEach(print);
      }
      return 0;
    }),
  );
}

await runCommand(() => seed(readFlags(process.argv.slice(2))));
