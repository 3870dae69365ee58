// dist/meta/NAME.json: what the last packaging of a function was made from and came to.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from './replace-file.ts';

const functionRecord = z.strictObject({
  /** Of the inputs; see inputHasher. */
  inputHash: z.string(),
  /** Paths relative to the root. */
  inputs: z.array(z.string()),
  sha256: z.string(),
  zipBytes: z.number().int(),
  bundleBytes: z.number().int(),
  largest: z.array(z.strictObject({ module: z.string(), bytes: z.number().int() })),
});
export type FunctionRecord = z.infer<typeof functionRecord>;

const fileOf = (dist: string, name: string) => join(dist, 'meta', `${name}.json`);

/** Undefined where there is none, or none that this version can read: the function is then packaged anew. */
export function readRecord(dist: string, name: string): FunctionRecord | undefined {
  const file = fileOf(dist, name);
  if (!existsSync(file)) return undefined;
  try {
    return functionRecord.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export function writeRecord(dist: string, name: string, record: FunctionRecord): void {
  replaceFile(fileOf(dist, name), `${JSON.stringify(record, null, 2)}\n`);
}
