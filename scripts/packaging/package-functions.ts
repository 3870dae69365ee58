// lambdas/*/ to dist/: one reproducible zip a function, and the manifest that everyone else reads.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stop as stopEsbuild } from 'esbuild';
import { findFunctions } from './find-functions.ts';
import type { FoundFunction } from './find-functions.ts';
import { inputHasher } from './input-hash.ts';
import { manifestNow, writeManifest } from './manifest.ts';
import { packageFunction } from './package-function.ts';
import type { PackedFunction } from './package-function.ts';
import { PackagingError, together } from './packaging-error.ts';
import { replaceFile } from './replace-file.ts';
import { budgetMessage, isOverBudget, sizesMarkdown } from './size-report.ts';

export interface PackageOptions {
  /** The folder that holds lambdas/ and package-lock.json. */
  root: string;
  /** Where the zips go; default ROOT/dist. */
  dist?: string;
  /** Package anew what has not changed, too. */
  force?: boolean;
  /** Only these functions, whatever is wrong with others, of which all stays as it was packaged before. */
  only?: readonly string[];
  /** Told of each function as soon as it is done. */
  report?: (packed: PackedFunction) => void;
}

/** Leaves nothing behind of functions that are no more. */
function removeOthers(dist: string, names: ReadonlySet<string>): void {
  for (const [folder, pattern] of [
    [dist, /^(.+)\.zip$/],
    [join(dist, 'meta'), /^(.+?)(?:\.[a-z-]+)?\.(?:json|mjs\.map|notices\.txt)$/],
  ] as const) {
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const name = pattern.exec(file)?.[1];
      if (name !== undefined && !names.has(name)) rmSync(join(folder, file), { force: true });
    }
  }
}

/**
 * All of them, or every reason why not. One after another: a bundler that makes seven at once holds 1.1 GB where one takes 270
 * MB, and each already works on every core.
 */
async function all(
  found: readonly FoundFunction[],
  pack: (one: FoundFunction) => Promise<PackedFunction>,
): Promise<PackedFunction[]> {
  const packed: PackedFunction[] = [];
  const errors: PackagingError[] = [];
  for (const one of found) {
    try {
      packed.push(await pack(one));
    } catch (error) {
      if (!(error instanceof PackagingError)) throw error;
      errors.push(error);
    }
  }
  if (errors.length > 0) throw together(errors);
  return packed;
}

/**
 * Packages every function under ROOT/lambdas: dist/NAME.zip, dist/functions.json, dist/sizes.md and, for reading stack
 * traces, dist/meta. The same sources give the same bytes; what has not changed is not made again.
 * @returns the functions by name
 * @throws PackagingError naming every file and field at fault, or every function over its budget
 */
export async function packageFunctions({
  root,
  dist = join(root, 'dist'),
  force = false,
  only,
  report,
}: PackageOptions): Promise<PackedFunction[]> {
  const [from, to] = [resolve(root), resolve(dist)];
  const found = findFunctions(from, only);
  const options = { root: from, dist: to, force, hashInputs: inputHasher(from) };
  const packed = await all(found, async (one) => {
    const done = await packageFunction(one, options);
    report?.(done);
    return done;
  });
  // esbuild's service would stay, with what it has parsed, for as long as this process: hundreds of megabytes.
  if (packed.some(({ rebuilt }) => rebuilt)) await stopEsbuild();
  if (only === undefined) {
    removeOthers(to, new Set(packed.map(({ name }) => name)));
    replaceFile(join(to, 'sizes.md'), sizesMarkdown(packed));
  }
  const heavy = packed.filter(isOverBudget);
  if (heavy.length > 0) throw new PackagingError(budgetMessage(heavy));
  const others = only === undefined ? [] : manifestNow(to).filter(({ name }) => !only.includes(name));
  writeManifest(to, [
    ...others,
    ...packed.map(({ name, config, record }) => ({
      name,
      zip: `${name}.zip`,
      sha256: record.sha256,
      bytes: record.zipBytes,
      config,
    })),
  ]);
  return packed;
}
