// npm run doctor: what is wrong with this machine or AWS account, and what to do about it. See scripts/doctor.
import { Option } from 'commander';
import { newCommand } from './terminal/command.ts';
import { runCommand } from './analysis/run-command.ts';
import { examine } from './doctor/examine.ts';
import { countOf, describeFindings, verdict } from './doctor/report.ts';
import { targetNames, type TargetName } from './target/target.ts';
import { painter } from './terminal/style.ts';

const HELP = `
Changes nothing. The part about this machine works without a network.

Examples:
  npm run doctor                        this machine, and AWS where a deployment is there or prepared
  npm run doctor -- --target laptop     only this machine
  npm run doctor -- --target aws        AWS too, before the first deployment
  npm run --silent doctor -- --json     for a program

Exit code: 0 nothing has to be mended (warnings aside), 1 something has.`;

interface Flags {
  target?: TargetName;
  json: boolean;
}

async function doctor({ target, json }: Flags): Promise<number> {
  const paint = painter(process.stdout);
  const examination = await examine(target, (laptop) => {
    if (!json) process.stdout.write(`${[...describeFindings('This machine', laptop, paint), ''].join('\n')}\n`);
  });
  const { aws } = examination;
  const lines = json
    ? [JSON.stringify({ ...examination, problems: countOf(examination, 'problem') }, null, 2)]
    : [
        ...(aws === undefined
          ? [
              `AWS was not looked at, as ${target === 'laptop' ? '--target laptop was asked for' : 'nothing is deployed or prepared'}. To look: npm run doctor -- --target aws`,
            ]
          : describeFindings('AWS', aws, paint)),
        '',
        verdict(examination),
      ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return countOf(examination, 'problem') > 0 ? 1 : 0;
}

const command = newCommand(
  'doctor',
  'Finds what keeps Alex from running here or on AWS, and says what to do about each.',
  HELP,
)
  .addOption(new Option('--target <where>', 'laptop: only this machine; aws: the AWS account too').choices(targetNames))
  .addOption(new Option('--json', 'print the findings as JSON').default(false));
command.parse(process.argv.slice(2), { from: 'user' });
await runCommand(() => doctor(command.opts<Flags>()));
