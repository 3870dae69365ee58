import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import * as z from 'zod';
import { CommandError } from '../analysis/command-error.ts';
import { ROOT } from '../laptop/paths.ts';
import { TERRAFORM } from './folder.ts';
import { counted } from '../terminal/counted.ts';

/** As much of Terraform's own file as tells which of two is the one to go on with. */
const stateFile = z.object({
  lineage: z.string().default(''),
  resources: z.array(z.object({ mode: z.string(), instances: z.array(z.unknown()).default([{}]) })),
});
const initialised = z.object({ backend: z.object({ type: z.string() }).nullish() });

const NAME = 'terraform.tfstate';

/**
 * Refuses to go on where Terraform's state on this disk is cut off, empty or gone: a Terraform that was killed, or a machine that
 * lost its power, while the file was being written. Terraform takes an empty file for "nothing is deployed", and all that is deployed
 * would go on costing.
 *
 * @throws {CommandError} saying which file to put back, or where to look for what is deployed
 */
export function refuseLostState(folder: string = TERRAFORM): void {
  const lost = lostState(folder);
  if (lost !== undefined) throw new CommandError(lost.says, lost.remedies);
}

/** What has become of the state, and what to do; undefined where it is whole, or is kept elsewhere. */
export function lostState(folder: string = TERRAFORM): { says: string; remedies: string[] } | undefined {
  const shown = (file: string): string => {
    const path = relative(ROOT, join(folder, file));
    return path.startsWith('..') || isAbsolute(path) ? join(folder, file) : path;
  };
  if (existsSync(join(folder, 'errored.tfstate'))) {
    return {
      says: `Terraform could not write its state and put it into ${shown('errored.tfstate')}.`,
      remedies: [
        `cd ${shown('.')}, then: terraform state push errored.tfstate`,
        'Delete that file, then the same command again',
      ],
    };
  }
  if (isElsewhere(folder)) return undefined;
  const now = read(join(folder, NAME));
  const before = read(join(folder, `${NAME}.backup`));
  const held = typeof before === 'object' ? managed(before) : 0;
  const waits = existsSync(join(folder, `.${NAME}.lock.info`))
    ? ['Is a Terraform still at work on it? Then wait for that one first']
    : [];
  if (held === 0) {
    if (now !== 'broken') return undefined;
    return {
      says: `Terraform's state (${shown(NAME)}) is empty or cut off, and there is no copy of it: what was begun to be made is known to nobody, and may cost.`,
      remedies: [
        ...waits,
        'Look for it in the console, by the tag project: Resource Groups, Tag Editor. Delete it there',
        `Then delete ${shown(NAME)}, and begin anew: npm run deploy`,
      ],
    };
  }
  const isLost =
    typeof now !== 'object' || (managed(now) === 0 && typeof before === 'object' && !sameLine(now, before));
  if (!isLost) return undefined;
  const what =
    now === 'broken' ? 'is empty or cut off' : now === 'absent' ? 'is gone' : 'was begun anew, with nothing in it';
  const why =
    now === 'broken' ? 'Terraform was killed while it wrote that file.' : 'It was deleted, or lost on the way.';
  const [from, to] = [shown(`${NAME}.backup`), shown(NAME)];
  return {
    says: `Terraform's state (${to}) ${what}, and the copy of before has ${counted(held, 'thing')} in it, which may be there still, and cost. ${why}`,
    remedies: [
      ...waits,
      `Put the copy in its place. macOS and Linux: cp "${from}" "${to}"`,
      `Windows: copy "${from.replaceAll('/', '\\')}" "${to.replaceAll('/', '\\')}"`,
      'Then the same command again. What has gone since is found to be gone; what was made since is told as a name that is taken',
      ...(now === 'absent' ? [`Is it really all gone? Then delete ${from}`] : []),
    ],
  };
}

/** Whether a state on this disk has anything in it, which would have to be moved where backend.tf says that it lies. */
export function stateHere(folder: string = TERRAFORM): boolean {
  const state = read(join(folder, NAME));
  return typeof state === 'object' && managed(state) > 0;
}

type State = z.infer<typeof stateFile>;

/** How many things: a block of the configuration may be of several. */
const managed = ({ resources }: State): number =>
  resources.reduce((sum, { mode, instances }) => sum + (mode === 'managed' ? instances.length : 0), 0);

/** After everything was destroyed the state is empty too, and goes on from its copy. */
const sameLine = (one: State, other: State): boolean => one.lineage === other.lineage;

function read(file: string): State | 'absent' | 'broken' {
  if (!existsSync(file)) return 'absent';
  try {
    return stateFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return 'broken';
  }
}

/** Whether the state is in a bucket (backend.tf): what lies here is then of the time before it was moved there. */
function isElsewhere(folder: string): boolean {
  const file = join(folder, '.terraform', NAME);
  if (!existsSync(file)) return existsSync(join(folder, 'backend.tf'));
  try {
    const type = initialised.parse(JSON.parse(readFileSync(file, 'utf8'))).backend?.type;
    return type !== undefined && type !== 'local';
  } catch {
    return existsSync(join(folder, 'backend.tf'));
  }
}
