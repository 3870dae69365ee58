// npm run lint: ESLint (with the import direction) and Prettier over everything; both run, whichever fails.
import { fileURLToPath } from 'node:url';
import { runChild } from './setup/run-child.mjs';
import { newCommand } from './terminal/command.ts';

const HELP = `
Takes no files: it is over in a minute or two. What Prettier would change, npm run format changes.

Exit code: 0 nothing to mend, 1 something.`;

newCommand(
  'lint',
  'Looks over everything with ESLint, the direction of imports included, and with Prettier.',
  HELP,
).parse(process.argv.slice(2), { from: 'user' });

const packagesFile = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// Beside each other: each is busy on one core, and ESLint tells nothing before its end.
const [eslint, prettier] = await Promise.all([
  runChild(process.execPath, [packagesFile('eslint/bin/eslint.js'), '--max-warnings=0', '.']),
  runChild(process.execPath, [packagesFile('prettier/bin/prettier.cjs'), '--check', '.']),
]);
process.exitCode = eslint === 0 && prettier === 0 ? 0 : 1;
