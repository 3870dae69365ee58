import { PackagingError } from './packaging-error.ts';

/** By the name of a function or method with its parameters, e.g. `saveToSession(session)`, the statements that take the place of its own. */
export type Bodies = Readonly<Record<string, string>>;

/** Who changes which module. */
export interface Change {
  /** The module, which a message names. */
  path: string;
  /** The plugin's file, which whoever updates the package is led to. */
  by: string;
}

/**
 * A module's source, in which functions at its top level do something else.
 *
 * @throws PackagingError where one is not there, or not once: the package is written in another way now
 */
export const replaceFunctions = (source: string, bodies: Bodies, change: Change): string =>
  replaceBodies(source, bodies, '()((?:export )?(?:async )?function )', change);

/**
 * A module's source, in which methods of its classes do something else. They stand as a package's compiler writes them, two or four
 * spaces in.
 *
 * @throws PackagingError where one is not there, or not once: the package is written in another way now
 */
export const replaceMethods = (source: string, bodies: Bodies, change: Change): string =>
  replaceBodies(source, bodies, '( {2}| {4})((?:async )?)', change);

/** @param begins a line with one of them, before its name: how far in it stands, and its words */
function replaceBodies(source: string, bodies: Bodies, begins: string, { path, by }: Change): string {
  let contents = source;
  for (const [signature, body] of Object.entries(bodies)) {
    const name = signature.slice(0, signature.indexOf('('));
    const whole = new RegExp(String.raw`^${begins}${name}\([\s\S]*?\n\1\}\n`, 'gm');
    if ([...contents.matchAll(whole)].length !== 1) {
      throw new PackagingError(`${path} is written in another way now: see scripts/packaging/${by}.`);
    }
    contents = contents.replace(
      whole,
      (_, indent: string, words: string) => `${indent}${words}${signature} { ${body} }\n`,
    );
  }
  return contents;
}
