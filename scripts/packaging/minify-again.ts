// A bundle in fewer bytes than esbuild leaves: for a function that would be above its budget.
import type { Bundle } from './bundle-function.ts';
import { PackagingError } from './packaging-error.ts';

/**
 * The same bundle as terser writes it: its zip is some 4 % smaller, for ten seconds of work. What it exports keeps its names, and its source map
 * leads to the sources as before. The same sources give the same bytes.
 *
 * @throws PackagingError where terser gives no code
 */
export async function minifiedAgain(bundle: Bundle): Promise<Bundle> {
  const { minify } = await import('terser');
  const { code, map } = await minify(Buffer.from(bundle.code).toString(), {
    module: true,
    ecma: 2020,
    // Notices are kept beside the zip.
    format: { comments: false },
    sourceMap: { content: Buffer.from(bundle.sourceMap).toString(), asObject: false },
  });
  if (code === undefined || typeof map !== 'string') throw new PackagingError('terser gave no code for a bundle.');
  return { ...bundle, code: Buffer.from(code), sourceMap: Buffer.from(map) };
}
