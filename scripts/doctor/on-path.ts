import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a shell would find a program by its name alone. It is not started. */
export function isOnPath(program: string, { PATH, Path, PATHEXT }: NodeJS.ProcessEnv = process.env): boolean {
  const isWindows = process.platform === 'win32';
  const endings = isWindows ? (PATHEXT ?? '.EXE;.CMD;.BAT').split(';') : [''];
  const folders = (PATH ?? Path ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => endings.some((ending) => isProgram(join(folder, `${program}${ending}`))));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
