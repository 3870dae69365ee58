import { existsSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import { withoutDocker } from '../deployment/docker.ts';
import { HOME, ROOT } from '../laptop/paths.ts';
import { dependenciesAreInstalled } from '../setup/dependencies.mjs';
import { isNewEnough } from '../setup/node-runtime.mjs';
import { bytesText } from '../terminal/table.ts';
import { CommandError } from '../analysis/command-error.ts';
import { INSTALL_TERRAFORM } from '../terraform/run-terraform.ts';
import { isRecentEnough, LEAST, terraformVersion } from '../terraform/version.ts';
import { ok, problem, skipped, warning, type Check } from './finding.ts';
import { isOnPath } from './on-path.ts';

const MB = 1024 * 1024;
const [major = ''] = process.versions.node.split('.');

/** Programs and room: what Alex needs of this machine. Asks nothing of the network. */
export const machineChecks = (deploys: boolean): Check[] => [
  {
    name: 'Node',
    look: () =>
      isNewEnough(process.versions.node)
        ? ok(`Node ${process.versions.node}`)
        : problem(
            `Node ${process.versions.node} is too old.`,
            'Run scripts by npm (npm run doctor), which brings Node 24 along',
          ),
  },
  {
    name: 'npm',
    look: () => {
      const [, version] = /^npm\/(\S+)/.exec(process.env.npm_config_user_agent ?? '') ?? [];
      return version === undefined ? skipped('Not started by npm, so its version is not known') : ok(`npm ${version}`);
    },
  },
  {
    name: 'dependencies',
    look: () =>
      dependenciesAreInstalled(ROOT, major)
        ? ok('The dependencies are installed as package-lock.json has them')
        : problem(
            'The dependencies are not those of package-lock.json.',
            'Start any script by npm, such as npm start: it installs them',
          ),
  },
  { name: 'disk', look: () => diskSpace(deploys) },
  {
    name: 'memory',
    look: () =>
      totalmem() < 2000 * MB
        ? warning(
            `This machine has ${bytesText(totalmem())} of memory.`,
            'Alex takes about 1 GB: close other programs while it runs',
          )
        : ok(`${bytesText(totalmem())} of memory`),
  },
  { name: 'Terraform', look: () => terraform(deploys) },
  ...(deploys ? [{ name: 'AWS CLI', look: awsCli }] : []),
  {
    name: 'Docker',
    look: async () => {
      const without = await withoutDocker();
      if (without === undefined) return ok('Docker runs');
      return warning(`${without.says} Only the image of the researcher (4-researcher) needs it.`, without.remedies[0]);
    },
  },
];

function diskSpace(deploys: boolean): ReturnType<typeof ok> {
  const { bavail, bsize } = statfsSync(existsSync(HOME) ? HOME : existsSync(ROOT) ? ROOT : dirname(ROOT));
  const free = bavail * bsize;
  if (free < 300 * MB)
    return problem(`The disk has ${bytesText(free)} left.`, 'Free a gigabyte: Alex keeps a database in .alex');
  if (deploys && free < 2000 * MB) {
    return warning(`The disk has ${bytesText(free)} left.`, "Free 2 GB: Terraform's AWS provider alone takes 700 MB");
  }
  return ok(`${bytesText(free)} free on the disk`);
}

/** Alex asks AWS without it; people sign in with it. */
const awsCli = (): ReturnType<typeof ok> =>
  isOnPath('aws')
    ? ok('The AWS CLI is here')
    : warning(
        'The AWS CLI is not on this machine. You need it to sign in (aws configure, aws sso login), and the guides use it.',
        'Windows: winget install Amazon.AWSCLI',
        'macOS: brew install awscli',
        'Linux, and by hand: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
      );

async function terraform(deploys: boolean): Promise<ReturnType<typeof ok>> {
  const missing = deploys ? problem : warning;
  try {
    const version = await terraformVersion();
    if (isRecentEnough(version)) return ok(`Terraform ${version}`);
    return missing(`Terraform ${version} is too old: ${LEAST.join('.')} or later is needed.`, ...INSTALL_TERRAFORM);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return missing(deploys ? error.message : `${error.message} A laptop does without.`, ...error.lines);
  }
}
