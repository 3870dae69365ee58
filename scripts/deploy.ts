// npm run deploy: everything, or the code of one function, to an AWS account. See scripts/deployment.
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { deploy } from './deployment/deploy.ts';
import { readDeployOptions, type DeployOptions } from './deployment/options.ts';
import { updateFunction } from './deployment/update-function.ts';
import { DIST, ROOT } from './laptop/paths.ts';
import { functionNames } from './packaging/find-functions.ts';
import { packageFunctions } from './packaging/package-functions.ts';
import { serviceNames } from './packaging/service-names.ts';
import { withTarget } from './target/with-target.ts';
import { didYouMean } from './terraform/did-you-mean.ts';

const tell = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function refuseUnknown(name: string, there: readonly string[]): void {
  if (there.includes(name)) return;
  if (serviceNames(ROOT).includes(name)) {
    throw new CommandError(`"${name}" is a service, and --only is for functions.`, [
      'Its image is built, pushed and run by: npm run deploy',
    ]);
  }
  throw new CommandError(`There is no function "${name}" in lambdas/.`, [
    ...didYouMean([name], there),
    `There are: ${there.join(', ')}`,
  ]);
}

async function updateOnly({ only, plan: dryRun }: DeployOptions): Promise<number> {
  const there = functionNames(ROOT);
  for (const name of only) refuseUnknown(name, there);
  const chosen = await packageFunctions({ root: ROOT, dist: DIST, only });
  await withTarget(
    'aws',
    async (target) => {
      for (const one of chosen) await updateFunction(target, one, { dryRun, tell });
    },
    { onlyAws: true },
  );
  return 0;
}

async function main(): Promise<number> {
  const options = readDeployOptions(process.argv.slice(2));
  return options.only.length > 0 ? updateOnly(options) : deploy(options, tell);
}

await runCommand(main);
