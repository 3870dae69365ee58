import { readSdkModule } from './read-sdk-module.ts';
import { PackagingError } from './packaging-error.ts';

/** By a function's name with its parameters, e.g. `saveToSession(session)`, the statements that take the place of its own. */
export type Bodies = Readonly<Record<string, string>>;

/**
 * A module of a package, in which functions at its top level do something else.
 *
 * @param path the module
 * @param bodies what they do instead
 * @param by the plugin's file, which whoever updates the package is led to
 * @throws PackagingError where a function is not there, or not once: the package is written in another way now
 */
export async function replaceFunctions(path: string, bodies: Bodies, by: string): Promise<string> {
  let contents = await readSdkModule(path);
  for (const [signature, body] of Object.entries(bodies)) {
    const name = signature.slice(0, signature.indexOf('('));
    const whole = new RegExp(String.raw`^(export )?(async )?function ${name}\([\s\S]*?\n\}\n`, 'gm');
    if ([...contents.matchAll(whole)].length !== 1) {
      throw new PackagingError(`${path} is written in another way now: see scripts/packaging/${by}.`);
    }
    contents = contents.replace(
      whole,
      (_, exported = '', isAsync = '') => `${exported}${isAsync}function ${signature} { ${body} }\n`,
    );
  }
  return contents;
}
