// A folder in which a script finds a Terraform root, an .env and a home of its own, and the script run in it as a person would.
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What the stand-in for Terraform answers: terraform-stand-in.mjs. */
export interface TerraformScript {
  version?: string;
  state?: object;
  /** Resources as Terraform's own file has them: what `state pull` prints. */
  made?: object[];
  /** The stages of the last deployment, by its outputs. */
  stages?: string[];
  outputs?: object;
  outputsAfter?: object;
  plans?: object[][];
  /** What would be changed if nothing were destroyed. */
  anyway?: object[];
  /** Another Terraform changes what is deployed after each plan. */
  meanwhile?: boolean;
  /** The command that waits until there is a file go-on in the folder. */
  waits?: string;
  /** There is no state. */
  gone?: boolean;
  /** Where the outputs say that the last deployment went. */
  regionBefore?: string;
  /** The command that is killed in the middle. */
  killed?: string;
  /** It is killed while it writes its state. */
  cutsOff?: boolean;
  /** What `plan` warns of, in Terraform's words. */
  warns?: string;
  /** What a command says, as an error, by the command; of `state` with the one after it. */
  fails?: Record<string, string>;
}

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
  all: string;
}

export interface Workplace {
  folder: string;
  terraform: string;
  envFile: string;
  /** What the stand-in was called with, in order. */
  calls: () => string[][];
  docker: () => { args: string[]; input: string }[];
  set: (script: TerraformScript) => void;
  run: (script: string, args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<Ended>;
  /** The same, without waiting for it. */
  start: (
    script: string,
    args: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ) => { child: ChildProcess; ended: Promise<Ended> };
  remove: () => void;
}

export const VARIABLES =
  'region = "us-east-1"\n\nstages = [\n  "1-permissions",\n  # "2-embeddings",\n]\n\nreserved_concurrency = null\n';

/**
 * @param awsUrl where AWS answers; undefined: nowhere
 * @param checkout whose scripts are run
 */
export function makeWorkplace(awsUrl?: string, checkout = root): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'alex-deploy-'));
  const terraform = join(folder, 'terraform');
  const envFile = join(folder, '.env');
  mkdirSync(join(terraform, '.terraform'), { recursive: true });
  writeFileSync(join(terraform, 'terraform.tfvars.example'), VARIABLES);
  // What may be set is read from them.
  for (const name of ['variables.tf', 'variables-functions.tf', 'variables-services.tf'])
    copyFileSync(join(root, 'terraform', name), join(terraform, name));
  writeFileSync(join(terraform, 'stand-in.json'), '{}');
  const lines = <T>(file: string): T[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as T)
      : [];
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    ...(process.env.SystemRoot !== undefined && { SystemRoot: process.env.SystemRoot }),
    ...(process.env.NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
    HOME: folder,
    USERPROFILE: folder,
    NO_COLOR: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(awsUrl !== undefined && { AWS_ENDPOINT_URL: awsUrl }),
    ALEX_TERRAFORM: here('./terraform-stand-in.mjs'),
    ALEX_TERRAFORM_FOLDER: terraform,
    ALEX_ENV_FILE: envFile,
    ALEX_HOME: join(folder, 'home'),
    ALEX_DOCKER: here('./docker-stand-in.mjs'),
    DOCKER_CALLS: join(folder, 'docker.jsonl'),
  };
  const start: Workplace['start'] = (script, args, more = {}) => {
    const child = spawn(process.execPath, [join(checkout, 'scripts', `${script}.ts`), ...args], {
      env: { ...environment, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exit = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        resolve(code ?? 1);
      });
    });
    const ended = Promise.all([text(child.stdout), text(child.stderr), exit]).then(([stdout, stderr, code]) => ({
      code,
      stdout,
      stderr,
      all: `${stdout}${stderr}`,
    }));
    return { child, ended };
  };
  return {
    folder,
    terraform,
    envFile,
    calls: () => lines<string[]>(join(terraform, 'calls.jsonl')),
    docker: () => lines<{ args: string[]; input: string }>(join(folder, 'docker.jsonl')),
    set: (script) => {
      writeFileSync(join(terraform, 'stand-in.json'), JSON.stringify(script));
    },
    start,
    run: (script, args, more) => start(script, args, more).ended,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Credentials that the loopback server takes for real. */
export const credentials = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'secret-of-the-test' };
