/** How commands are shown so that the shells of this machine take them: on Windows PowerShell and the Command Prompt, which know no '...'. */
const onWindows = process.platform === 'win32';

/** In Windows PowerShell `curl` is another command, which takes no -H. */
export const CURL = onWindows ? 'curl.exe' : 'curl';

/** One word of a command line. On Windows a quotation mark within is written as the Command Prompt has it. */
export const quoted = (word: string): string =>
  !word.includes('"') && !word.includes('`') && !/\$[\w({]/.test(word)
    ? `"${word}"`
    : onWindows
      ? `"${word.replaceAll('"', '\\"')}"`
      : `'${word.replaceAll("'", `'\\''`)}'`;

/** What takes variables out of the environment; on Windows as PowerShell has it, whose windows are what a terminal opens there. */
export const unsetting = (names: readonly string[]): string =>
  onWindows ? `Remove-Item ${names.map((name) => `Env:${name}`).join(', ')}` : `unset ${names.join(' ')}`;
