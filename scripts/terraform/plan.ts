import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { TERRAFORM, UNFINISHED } from './folder.ts';
import { CommandError } from '../analysis/command-error.ts';
import { explainTerraformFailure } from './explain-failure.ts';
import { AGAIN } from './known-failures.ts';
import { lostState } from './lost-state.ts';
import { protectedIn } from './protected-in.ts';
import { pullState } from './pull-state.ts';
import { removedAtExit } from './removed-at-exit.ts';
import { runTerraform } from './run-terraform.ts';
import { warningsIn } from './warnings.ts';

/** Of a database, the version that it is at; of who may reach it, in which network; of what holds data, what protects it. */
const values = z
  .object({
    engine_version: z.string().nullish(),
    vpc_id: z.string().nullish(),
    deletion_protection: z.unknown(),
    force_delete: z.unknown(),
    force_destroy: z.unknown(),
  })
  .partial()
  .nullish();
const shown = z.object({
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        mode: z.string().optional(),
        type: z.string(),
        change: z.object({ actions: z.array(z.string()), before: values, after: values }),
      }),
    )
    .default([]),
  /** Terraform 1.8 and later: whether applying it would do anything, if only to the outputs. */
  applyable: z.boolean().optional(),
  output_changes: z
    .object({ environment: z.object({ before: z.object({ AWS_REGION: z.string() }).nullish() }).optional() })
    .optional(),
});

export type Change = 'make' | 'change' | 'replace' | 'destroy';
export interface PlannedChange {
  address: string;
  type: string;
  change: Change;
}
export interface Plan {
  /** Where Terraform wrote it, in a folder of this run's own; `applyPlan` does exactly this one. */
  file: string;
  /** Of which state it is: `PulledState.version`. */
  stateBefore: string;
  changes: PlannedChange[];
  /** How many things are there before it. */
  things: number;
  /** Whether it does nothing, to outputs neither. */
  isEmpty: boolean;
  /** Where the last deployment went; undefined where there was none. */
  regionBefore: string | undefined;
  /** The addresses of what holds data, is protected, and would go. */
  protectedLosses: string[];
  /** The version that the database is at, as AWS says, and the one asked for; undefined where there is none before or after. */
  database: { is: string | undefined; asked: string | undefined };
  /** The network that the database is in, and the one asked for; undefined where it is made with it, or there is no database before or after. */
  network: { is: string | undefined; asked: string | undefined };
  /** What Terraform warns of, a sentence each; none where all of its own words are shown. */
  warnings: string[];
}

export interface PlanOptions {
  /** `-var` of each, e.g. `stages=["1-permissions"]`. */
  variables?: readonly string[];
  /** Everything is to go. */
  destroy?: boolean;
  /** Shows all of Terraform's own plan. */
  full?: boolean;
  /** What to run again where it fails, and the cause is gone; by default npm run deploy. */
  again?: string;
  /** Of its file, for whoever looks. */
  name?: string;
  /** The version of a state that was read for it already. */
  stateBefore?: string;
}

/** What the names of the folders begin with that plans are in, of which each run makes its own. */
export const PLAN_FOLDER = '.plan-';

/** Gets Terraform's providers and modules ready. @throws {CommandError} saying why that failed, and what to do */
export async function initialise(again?: string): Promise<void> {
  const ended = await runTerraform(['init', '-no-color']);
  if (ended.code !== 0) throw explainTerraformFailure(ended, 'get ready', { again });
}

/** What names the network of the database: the database itself does not. */
const OF_DATABASE = /^module\.aurora\[0\]\.aws_security_group\.this$/;

/** What Terraform would do. @throws {CommandError} saying why it cannot tell, and what to do */
async function makePlan(
  folder: string,
  {
    variables = [],
    destroy = false,
    full = false,
    again,
    name = destroy ? 'destroy' : 'deploy',
    stateBefore,
  }: PlanOptions,
): Promise<Plan> {
  const file = join(folder, `${name}.tfplan`);
  // Before it: what changes on the way is then told as a change, and never missed.
  const version = stateBefore ?? (await pullState()).version;
  const given = variables.flatMap((variable) => ['-var', variable]);
  const planned = await runTerraform(
    ['plan', '-no-color', `-out=${file}`, ...(destroy ? ['-destroy'] : []), ...given],
    {
      show: full,
    },
  );
  if (planned.code !== 0) throw explainTerraformFailure(planned, 'plan', { again, quote: !full });
  const told = await runTerraform(['show', '-json', file]);
  if (told.code !== 0) throw explainTerraformFailure(told, 'read its own plan', { again });
  const { resource_changes: all, output_changes: outputs, applyable } = shown.parse(JSON.parse(told.stdout));
  const changes = all.flatMap(({ address, type, mode, change: { actions } }) => {
    const change = mode === 'data' ? undefined : changeOf(actions);
    return change === undefined ? [] : [{ address, type, change }];
  });
  const database = all.find(({ type }) => type === 'aws_rds_cluster')?.change;
  const stays = (database?.before ?? null) !== null && (database?.after ?? null) !== null;
  const network = stays ? all.find(({ address }) => OF_DATABASE.test(address))?.change : undefined;
  return {
    file,
    stateBefore: version,
    changes,
    // Terraform lists what stays as it is, too.
    things: all.filter(({ mode, change: { actions } }) => mode !== 'data' && changeOf(actions) !== 'make').length,
    isEmpty: changes.length === 0 && applyable !== true,
    regionBefore: outputs?.environment?.before?.AWS_REGION,
    protectedLosses: protectedIn(
      all.flatMap(({ address, type, mode, change: { before } }) => (mode === 'data' || before === null || before === undefined ? [] : [{ address, type, values: before }])), // prettier-ignore
    )
      .map(({ address }) => address)
      .filter((address) => changes.some((one) => one.address === address && (one.change === 'destroy' || one.change === 'replace'))), // prettier-ignore
    database: {
      is: database?.before?.engine_version ?? undefined,
      asked: database?.after?.engine_version ?? undefined,
    },
    network: { is: network?.before?.vpc_id ?? undefined, asked: network?.after?.vpc_id ?? undefined },
    warnings: full ? [] : warningsIn(`${planned.stdout}\n${planned.stderr}`),
  };
}

function changeOf(actions: readonly string[]): Change | undefined {
  if (actions.includes('create')) return actions.includes('delete') ? 'replace' : 'make';
  if (actions.includes('delete')) return 'destroy';
  return actions.includes('update') ? 'change' : undefined;
}

/**
 * Does what was planned, shown as it goes; all outputs at its end too with `full`. Half done is kept: the next plan is of the rest.
 *
 * @throws {CommandError} saying why it stopped, and what to do
 */
export async function applyPlan(
  { file }: Plan,
  doing: string,
  { again, full = false }: Pick<PlanOptions, 'again' | 'full'> = {},
): Promise<void> {
  writeFileSync(UNFINISHED, '');
  const ended = await runTerraform(['apply', '-no-color', file], { show: full ? true : 'work' });
  if (ended.code === 0) {
    rmSync(UNFINISHED, { force: true });
    return;
  }
  const lost = lostState();
  if (lost === undefined) throw explainTerraformFailure(ended, doing, { quote: false, again, makes: true });
  // One order alone: going on where it stopped is no way before the state is seen to.
  const failure = explainTerraformFailure(ended, 'finish', { quote: false, again });
  const why = ended.killed === undefined ? failure.lines.filter((line) => line !== (again ?? AGAIN)) : [];
  throw new CommandError(failure.message, [...why, lost.says, ...lost.remedies], failure);
}

/** Does `work` with a plan, and then deletes its file, which holds values of the state and which nobody else can read. */
export async function withPlan<T>(options: PlanOptions, work: (plan: Plan) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(TERRAFORM, PLAN_FOLDER));
  const forget = removedAtExit(folder);
  try {
    return await work(await makePlan(folder, options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    forget();
  }
}
