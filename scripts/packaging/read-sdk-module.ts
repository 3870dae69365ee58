import { readFile } from 'node:fs/promises';

/** `import { z } from 'zod'`: all of zod as one object, of which a bundler has to keep each part. */
const WHOLE_ZOD = /^import \{ z \} from (["'])zod\1;$/m;

/** A module of @openai/agents-core, in which zod is imported so that what no function asks of it can be left out. */
export async function readSdkModule(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(WHOLE_ZOD, "import * as z from 'zod';");
}
