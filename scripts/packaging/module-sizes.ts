import type { Metafile } from 'esbuild';

/** What one module takes in a bundle, in bytes after minifying. */
export interface ModuleSize {
  module: string;
  bytes: number;
}

/** The modules that take most, largest first. `node_modules/` is left off: what remains is the package and the file. */
export function largestModules(metafiles: readonly Metafile[], count = 10): ModuleSize[] {
  return metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .map(([path, { bytesInOutput }]) => ({
      module: path.replace(/^(?:.*\/)?node_modules\//, ''),
      bytes: bytesInOutput,
    }))
    .sort((a, b) => b.bytes - a.bytes || (a.module < b.module ? -1 : 1))
    .slice(0, count);
}
