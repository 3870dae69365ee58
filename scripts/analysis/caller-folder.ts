import { existsSync } from 'node:fs';

/**
 * Goes back to the folder that the person typed the command in: npm runs scripts in the project's own, and the paths that
 * they give are theirs. INIT_CWD and npm_lifecycle_event: https://docs.npmjs.com/cli/using-npm/scripts
 *
 * @param script the name that npm runs it by: of what another npm script starts, the folder is not the person's
 */
export function standWhereCalled(script: string, env: NodeJS.ProcessEnv = process.env): void {
  const { INIT_CWD: folder } = env;
  if (env.npm_lifecycle_event === script && folder !== undefined && existsSync(folder)) process.chdir(folder);
}
