// The fixture functions in a folder of their own, so that a test may change them.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

export interface Workspace {
  root: string;
  dist: string;
  read: (path: string) => Buffer;
  write: (path: string, content: string) => void;
  /** Parses lambdas/NAME/lambda.json, lets `change` alter it, writes it back. */
  edit: (name: string, change: (config: Record<string, unknown>) => void) => void;
  remove: () => void;
}

export function makeWorkspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'alex packaging '));
  cpSync(join(repository, 'tests/fixtures/packaging/lambdas'), join(root, 'lambdas'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(repository, file), join(root, file));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');
  const read = (path: string) => readFileSync(join(root, path));
  const write = (path: string, content: string) => {
    writeFileSync(join(root, path), content);
  };
  return {
    root,
    dist: join(root, 'dist'),
    read,
    write,
    edit: (name, change) => {
      const path = `lambdas/${name}/lambda.json`;
      const config = z.record(z.string(), z.unknown()).parse(JSON.parse(read(path).toString()));
      change(config);
      write(path, JSON.stringify(config));
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
