import * as z from 'zod';
import { shownOutputs } from '../target/deployment-outputs.ts';
import { explainTerraformFailure } from './explain-failure.ts';
import { SAME } from './known-failures.ts';
import { refuseLostState } from './lost-state.ts';
import { runTerraform } from './run-terraform.ts';

const resource = z.object({
  address: z.string(),
  mode: z.string().optional(),
  type: z.string(),
  values: z.record(z.string(), z.unknown()).default({}),
  tainted: z.boolean().optional(),
});
export type DeployedResource = z.infer<typeof resource>;

interface Module {
  resources?: DeployedResource[] | undefined;
  child_modules?: Module[] | undefined;
}
const module: z.ZodType<Module> = z.object({
  resources: z.array(resource).optional(),
  get child_modules() {
    return z.array(module).optional();
  },
});
const state = z.object({
  values: z
    .object({
      root_module: module.optional(),
      outputs: shownOutputs.optional(),
    })
    .optional(),
});

export interface State {
  resources: DeployedResource[];
  /** By name: they are written at the end of an apply, and of one that fails only those that do not depend on what failed. */
  outputs: z.infer<typeof shownOutputs>;
}

/** What Terraform has made and not destroyed. @throws {CommandError} where it cannot be asked, or its state is lost */
export async function readState(): Promise<State> {
  refuseLostState();
  const ended = await runTerraform(['show', '-json', '-no-color']);
  if (ended.code !== 0) throw explainTerraformFailure(ended, 'read its state', { again: SAME });
  const { values } = state.parse(JSON.parse(ended.stdout));
  return {
    resources: resourcesIn(values?.root_module).filter(({ mode }) => mode !== 'data'),
    outputs: values?.outputs ?? {},
  };
}

function resourcesIn(from: Module | undefined): DeployedResource[] {
  return [...(from?.resources ?? []), ...(from?.child_modules ?? []).flatMap(resourcesIn)];
}

/** Text of one attribute; undefined where it has none. */
export function attribute({ values }: DeployedResource, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
