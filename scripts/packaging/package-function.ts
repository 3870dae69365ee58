// One function: bundle, zip, and a record of both, unless what is there already was made from the same inputs.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from './bundle-function.ts';
import type { FoundFunction } from './find-functions.ts';
import { readRecord, writeRecord } from './function-record.ts';
import type { FunctionRecord } from './function-record.ts';
import type { inputHasher } from './input-hash.ts';
import { largestModules } from './module-sizes.ts';
import { replaceFile } from './replace-file.ts';
import type { Deflate } from './zip-bundle.ts';

export interface PackedFunction extends FoundFunction {
  record: FunctionRecord;
  /** False where the zip of an earlier run was still right. */
  rebuilt: boolean;
}

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** What a function is made of beside its inputs: the budget decides how hard the zip is compressed. */
const madeOf = ({ entry, config }: Pick<FoundFunction, 'entry' | 'config'>): string =>
  `${entry} within ${config.zipBudget} KiB`;

/** Whether a function's sources are still those of its zip in `dist`, as far as is known. */
export function isAsPackaged(
  found: FoundFunction,
  { dist, hashInputs }: Pick<PackageFunctionOptions, 'dist' | 'hashInputs'>,
): boolean {
  const known = readRecord(dist, found.name);
  return known === undefined || known.inputHash === hashInputs(madeOf(found), known.inputs);
}

export interface PackageFunctionOptions {
  root: string;
  dist: string;
  hashInputs: ReturnType<typeof inputHasher>;
  force: boolean;
}

export async function packageFunction(
  found: FoundFunction,
  { root, dist, hashInputs, force }: PackageFunctionOptions,
): Promise<PackedFunction> {
  const { name, entry, config } = found;
  const zipFile = join(dist, `${name}.zip`);
  const known = force ? undefined : readRecord(dist, name);
  const made = madeOf(found);
  if (
    known?.inputHash === hashInputs(made, known?.inputs ?? []) &&
    existsSync(zipFile) &&
    sha256(readFileSync(zipFile)) === known.sha256
  ) {
    return { ...found, record: known, rebuilt: false };
  }
  // Loaded only now: where nothing changed, starting must not pay for a bundler.
  const { bundleFunction } = await import('./bundle-function.ts');
  const { zipBundle, deflateWithZopfli } = await import('./zip-bundle.ts');
  const { minifiedAgain } = await import('./minify-again.ts');
  const { deferred, ...whole } = await bundleFunction(root, entry);
  let files: Readonly<Record<string, Bundle>> = { 'index.mjs': whole, ...deferred };
  const zipped = (deflate?: Deflate) =>
    zipBundle(Object.fromEntries(Object.entries(files).map(([file, { code }]) => [file, code])), deflate);
  const isAbove = ({ byteLength }: Uint8Array) => byteLength > config.zipBudget * 1024;
  let zip = await zipped();
  // Most are far below their budget, and only one that is above it is worth the seconds.
  if (isAbove(zip)) zip = await zipped(deflateWithZopfli);
  if (isAbove(zip)) {
    files = { ...files, 'index.mjs': await minifiedAgain(whole) };
    zip = await zipped(deflateWithZopfli);
  }
  const bundles = Object.values(files);
  const inputs = [...new Set(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)))]
    .filter((path) => !path.includes('node_modules/'))
    .sort();
  const record = {
    inputHash: hashInputs(made, inputs),
    inputs,
    sha256: sha256(zip),
    zipBytes: zip.byteLength,
    bundleBytes: bundles.reduce((sum, { code }) => sum + code.byteLength, 0),
    largest: largestModules(bundles.map(({ metafile }) => metafile)),
  };
  replaceFile(zipFile, zip);
  for (const [file, { sourceMap }] of Object.entries(files)) {
    replaceFile(join(dist, 'meta', file === 'index.mjs' ? `${name}.mjs.map` : `${name}.${file}.map`), sourceMap);
  }
  replaceFile(join(dist, 'meta', `${name}.notices.txt`), Buffer.concat(bundles.map(({ notices }) => notices)));
  writeRecord(dist, name, record);
  return { ...found, record, rebuilt: true };
}
