import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { dependenciesAreInstalled } from '../../scripts/setup/dependencies.mjs';
import { ROOT } from './guide-blocks.ts';

/** What a clone does not have: what git ignores (.gitignore), and git's own. */
const NOT_CLONED =
  /(?:^|\/)(?:node_modules|\.git|\.alex|\.terraform|\.env|[^/]+\.(?:log|tfvars|tfplan)|[^/]+\.tfstate[^/]*)$|^(?:dist|coverage|notes|report(?:-at-60|-with-research)?)$/;

export interface Clone {
  readonly folder: string;
  remove(): void;
}

/**
 * The project in a folder of its own, as after `git clone` and the set-up: nothing that git ignores, the dependencies of this checkout and
 * its zips, which `npm test` has just made. A guide's commands then leave nothing here.
 */
export function makeClone(): Clone {
  // Else the set-up of the clone would install through the link, into this checkout.
  if (!dependenciesAreInstalled(ROOT, '24')) throw new Error('node_modules is not what package-lock.json says: npm ci');
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'alex-guides-'))), 'alex');
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => !NOT_CLONED.test(relative(ROOT, path).split(sep).join('/')),
  });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const dist = join(ROOT, 'dist');
  if (existsSync(dist)) cpSync(dist, join(folder, 'dist'), { recursive: true, preserveTimestamps: true });
  return {
    folder,
    remove: () => {
      rmSync(join(folder, '..'), { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
