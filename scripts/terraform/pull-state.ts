import * as z from 'zod';
import { functionIn } from '../target/function-arn.ts';
import { accountsIn } from '../target/other-account.ts';
import { explainTerraformFailure } from './explain-failure.ts';
import { SAME } from './known-failures.ts';
import { runTerraform } from './run-terraform.ts';

/** As much of Terraform's own file as is needed; version 4 of it. */
const stateFile = z.object({
  lineage: z.string(),
  serial: z.number(),
  outputs: z
    .object({
      stages: z.object({ value: z.array(z.string()) }).optional(),
      environment: z.object({ value: z.object({ AWS_REGION: z.string().optional() }) }).optional(),
    })
    .default({}),
  resources: z
    .array(
      z.object({
        mode: z.string(),
        type: z.string().optional(),
        instances: z
          .array(
            z.object({
              attributes: z
                .object({
                  arn: z.string().nullish(),
                  tags_all: z.record(z.string(), z.unknown()).nullish(),
                  reserved_concurrent_executions: z.number().nullish(),
                  engine_version: z.string().nullish(),
                })
                .nullish(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
});

export interface PulledState {
  /** What Terraform knows it by: another one means that something was made, changed or destroyed. Empty where there is none. */
  version: string;
  /** How many things were made, and are there as far as Terraform knows. */
  things: number;
  /** The AWS accounts in which things are that were made: one, or none where nothing is deployed. */
  accounts: string[];
  /** The projects by which they are tagged, and their names begin: one, or none. */
  projects: string[];
  /** The stages of the last deployment that got to its end. */
  stages: string[];
  /** Where that one went; undefined where there was none. */
  region: string | undefined;
  /** The version that the database was at when Terraform last looked; undefined where there is none. */
  databaseVersion: string | undefined;
  /** The names of the functions that were made, with how many executions each reserves: 0 for none. */
  functions: ReadonlyMap<string, number>;
}

/** What is known where nothing was deployed. */
export const NO_STATE: PulledState = {
  version: '',
  things: 0,
  accounts: [],
  projects: [],
  stages: [],
  region: undefined,
  databaseVersion: undefined,
  functions: new Map(),
};

/** Terraform's state, wherever it is kept; AWS is not asked where that is this disk. @throws {CommandError} where it cannot be read */
export async function pullState(): Promise<PulledState> {
  const ended = await runTerraform(['state', 'pull', '-no-color']);
  if (ended.code !== 0) throw explainTerraformFailure(ended, 'read its state', { again: SAME });
  if (ended.stdout.trim() === '') return NO_STATE;
  const { lineage, serial, resources, outputs } = stateFile.parse(JSON.parse(ended.stdout));
  const things = resources.filter(({ mode }) => mode === 'managed').flatMap(({ instances }) => instances);
  const made = things.flatMap(({ attributes }) => attributes ?? []);
  return {
    version: `${lineage} ${serial}`,
    things: things.length,
    // Of each thing its own name alone: what it refers to may be somebody else's.
    accounts: accountsIn(made.flatMap(({ arn }) => arn ?? [])),
    stages: outputs.stages?.value ?? [],
    region: outputs.environment?.value.AWS_REGION,
    databaseVersion:
      resources
        .find(({ type }) => type === 'aws_rds_cluster')
        ?.instances.find(({ attributes }) => attributes?.engine_version)?.attributes?.engine_version ?? undefined,
    projects: [
      ...new Set(made.flatMap(({ tags_all: tags }) => (typeof tags?.project === 'string' ? tags.project : []))),
    ],
    functions: new Map(
      made.flatMap(({ arn, reserved_concurrent_executions: reserved }): [string, number][] => {
        const name = functionIn(arn ?? '');
        // Terraform writes -1 for none.
        return name === undefined ? [] : [[name, Math.max(0, reserved ?? 0)]];
      }),
    ),
  };
}
