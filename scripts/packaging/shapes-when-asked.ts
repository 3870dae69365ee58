import { PackagingError } from './packaging-error.ts';

/** A shape in zod's words at the top of a module: `const NAME = z.object({ … });`, one that extends another, or the fields of one. */
const SHAPE = /^((?:export )?const [\w$]+ = )((?:(?:z|[A-Z]\w+)\s*\.|\{\n {4}\w+: z\.)[\s\S]*?);\n(?=\S|$)/gm;

/**
 * A module's source in which the bundler may leave out each shape that nobody asks for: zod makes them as the module is loaded, so
 * that all of them would stay otherwise.
 * @throws PackagingError where the module has none: it is written in another way than it was
 */
export function shapesWhenAsked(source: string, path: string): string {
  const lean = source.replace(SHAPE, '$1/* @__PURE__ */ (() => ($2))();\n');
  if (lean === source)
    throw new PackagingError(`${path} is written in another way now: see scripts/packaging/shapes-when-asked.ts.`);
  return lean;
}
