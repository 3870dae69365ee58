import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../laptop/paths.ts';

/** Whether a file is one of the project's own examples, however the path to it is written: nobody's money. A copy is somebody's. */
export function isExample(file: string): boolean {
  try {
    return dirname(realpathSync(file)) === realpathSync(join(ROOT, 'examples'));
  } catch {
    return false;
  }
}
