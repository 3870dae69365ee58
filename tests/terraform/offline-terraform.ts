// Terraform on a copy of the checkout, against a stand-in for the AWS provider: nothing outside the copy is read or made.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The stand-in's folder. */
export const KIT = dirname(resolve(root, process.env.TERRAFORM_CHECK ?? '../shared/terraform-check/check'));

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Why these tests cannot run on this machine; undefined where they can. */
export const missing = [
  ...(existsSync(join(KIT, 'provider.cjs')) ? [] : [`the stand-in for the AWS provider is not at ${KIT}`]),
  ...(onPath('terraform') ? [] : ['there is no program terraform']),
].join(', and ');

/** What a command said, and whether it failed. */
export interface Outcome {
  failed: boolean;
  text: string;
}

export interface OfflineTerraform {
  /** The copy: terraform/, lambdas/, services/, dist/. */
  readonly folder: string;
  /** With these variables any program runs Terraform as `run` does. */
  readonly env: Readonly<Record<string, string | undefined>>;
  run(...args: string[]): Promise<Outcome>;
  /** Makes everything in the throw-away state. @throws Error with Terraform's own words */
  apply(variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  stop(): Promise<void>;
}

const started = promisify(execFile);
/** What a program said before it failed. Not by class: in a test Node's own errors are of another realm. */
export const said = z.object({ stdout: z.string(), stderr: z.string() });

/** Where Terraform looks for the zip of a function. Here it holds the function's name, and is none. */
export const zipOf = (folder: string, name: string): string => join(folder, 'dist', `${name}.zip`);

/** @param fleet the folder that holds lambdas/ and services/; the checkout's own by default */
export async function offlineTerraform(fleet = root): Promise<OfflineTerraform> {
  const folder = mkdtempSync(join(tmpdir(), 'alex-terraform-'));
  cpSync(join(root, 'terraform'), join(folder, 'terraform'), {
    recursive: true,
    filter: (path) => !/\.terraform$|\.tfstate|\.tfvars(?:\.json)?$|[\\/]backend\.tf$/.test(path),
  });
  mkdirSync(join(folder, 'dist'));
  for (const [room, file] of [
    ['lambdas', 'lambda.json'],
    ['services', 'service.json'],
  ] as const) {
    if (!existsSync(join(fleet, room))) continue;
    for (const entry of readdirSync(join(fleet, room), { withFileTypes: true })) {
      const from = join(fleet, room, entry.name, file);
      if (!existsSync(from)) continue;
      mkdirSync(join(folder, room, entry.name), { recursive: true });
      cpSync(from, join(folder, room, entry.name, file));
      if (room === 'lambdas') writeFileSync(zipOf(folder, entry.name), entry.name);
    }
  }
  // Only the types in use: Terraform reads the provider's whole schema in every command.
  await started(process.execPath, [
    join(KIT, 'build.mjs'),
    join(KIT, 'schema.json'),
    join(folder, 'provider'),
    join(folder, 'terraform'),
  ]);
  const provider = await startProvider(join(folder, 'provider'));
  const env = {
    ...process.env,
    TF_CLI_CONFIG_FILE: join(folder, 'no.terraformrc'),
    TF_REATTACH_PROVIDERS: provider.reattach,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    AWS_ACCESS_KEY_ID: 'offline',
    AWS_SECRET_ACCESS_KEY: 'offline',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  writeFileSync(env.TF_CLI_CONFIG_FILE, '');
  const cwd = join(folder, 'terraform');
  const run = async (...args: string[]): Promise<Outcome> => {
    try {
      const { stdout, stderr } = await started('terraform', args, { cwd, env, maxBuffer: 256 * 1024 * 1024 });
      return { failed: false, text: `${stdout}${stderr}` };
    } catch (error) {
      const output = said.safeParse(error);
      if (!output.success) throw error;
      return { failed: true, text: `${output.data.stdout}${output.data.stderr}` };
    }
  };
  const stop = async (): Promise<void> => {
    if (provider.process.exitCode === null && provider.process.kill()) await once(provider.process, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  const begun = await run('init', '-no-color', '-backend=false');
  if (begun.failed) {
    await stop();
    throw new Error(begun.text);
  }
  return {
    folder,
    env,
    run,
    stop,
    apply: async (variables) => {
      rmSync(join(cwd, 'terraform.tfstate'), { force: true });
      writeFileSync(join(cwd, 'test.auto.tfvars.json'), JSON.stringify(variables));
      const made = await run('apply', '-auto-approve', '-no-color');
      if (made.failed) throw new Error(made.text);
      const shown: unknown = JSON.parse((await run('show', '-json')).text);
      return shown;
    },
  };
}

/** The provider says in one line of JSON how it is reached. */
async function startProvider(dist: string): Promise<{ process: ChildProcess; reattach: string }> {
  const found = readdirSync(dist, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('provider.cjs'));
  if (found === undefined) throw new Error(`There is no provider in ${dist}.`);
  const child = spawn(process.execPath, [join(dist, found), '--serve'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let reattach = '';
  for await (const chunk of child.stdout) {
    reattach += String(chunk);
    if (reattach.includes('\n')) break;
  }
  return { process: child, reattach: reattach.trim() };
}
