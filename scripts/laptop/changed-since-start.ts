import { readServices } from '../../local/containers/read-services.ts';
import { readDeployment } from '../../local/deployment.ts';
import { NotPackagedError } from '../../local/errors.ts';
import { findRunningFleet, type RunningFleet } from '../../local/lock.ts';
import { packagedMarks } from '../../local/packaged-marks.ts';
import { inputHasher } from '../packaging/input-hash.ts';
import { isAsPackaged } from '../packaging/package-function.ts';
import { isServiceAsPackaged } from '../packaging/package-services.ts';
import type { Target } from '../target/target.ts';
import { allOf } from '../terminal/all-of.ts';
import { counted } from '../terminal/counted.ts';
import { readFleet } from '../terraform/fleet.ts';
import { DATA, DIST, ROOT } from './paths.ts';

/** A checkout, and where it is packaged to. */
interface Sources {
  root: string;
  dist: string;
}

/** In the place of a zip's hash: what was not packaged has none. */
const OTHER_SOURCES = 'other sources';
/** Folders that are named before the others are counted. */
const MOST_NAMED = 3;

/**
 * The folders, `lambdas/reporter`, that a running fleet has as they were and no longer are: their code or their settings were changed
 * or packaged anew after it was started. Those added or gone are told of where they are asked for (not-started.ts).
 */
export function changedSince(
  { runs }: Pick<RunningFleet, 'runs'>,
  sources: Sources = { root: ROOT, dist: DIST },
): string[] {
  if (runs === undefined) return [];
  const now = marksNow(runs.dist, sources);
  return Object.entries(runs.marks).flatMap(([folder, mark]) => ((now[folder] ?? mark) === mark ? [] : [folder]));
}

/** The same of a target; none where that is not the fleet that runs on this laptop's data. */
export function changedHere({ name }: Pick<Target, 'name'>): string[] {
  const running = name === 'laptop' ? findRunningFleet(DATA) : undefined;
  return running === undefined ? [] : changedSince(running);
}

/** "lambdas/reporter changed after Alex was started, …": what it means for whoever asks that fleet, and what to do; null where none did. */
export const tellChanged = (folders: readonly string[]): string | null =>
  folders.length === 0
    ? null
    : `${namedShort(folders)} changed after Alex was started, which runs what was there then: stop it with Ctrl-C in its terminal and start it again (npm start).`;

/** Some of them by name, and how many more there are. */
export function namedShort(folders: readonly string[]): string {
  const [named, others] = [folders.slice(0, MOST_NAMED), folders.length - MOST_NAMED];
  return allOf(others > 0 ? [...named, counted(others, 'other')] : named);
}

/** The marks of what a start would run: as packaged, and others where the sources or the settings are no longer those. */
function marksNow(dist: string, sources: Sources): Record<string, string> {
  try {
    const [functions, services] = [readDeployment(dist), readServices(dist)];
    // Another folder's packages were made from other sources.
    if (dist !== sources.dist) return packagedMarks(functions, services);
    const folders = readFleet(sources.root);
    const packaged = { dist, hashInputs: inputHasher(sources.root) };
    return packagedMarks(
      functions.map((one) => {
        const { name, sha256 } = one;
        const config = folders.functions.get(name);
        if (config === undefined) return one;
        const found = { name, entry: `lambdas/${name}/handler.ts`, config };
        return { name, config, sha256: isAsPackaged(found, packaged) ? sha256 : OTHER_SOURCES };
      }),
      services.map((one) => {
        const { name, sha256 } = one;
        const config = folders.services.get(name);
        if (config === undefined) return one;
        const found = { name, entry: `services/${name}/main.ts` };
        return { name, config, sha256: isServiceAsPackaged(found, packaged) ? sha256 : OTHER_SOURCES };
      }),
    );
  } catch (error) {
    // Nothing is packaged: what a start would run is not known.
    if (error instanceof NotPackagedError) return {};
    throw error;
  }
}
