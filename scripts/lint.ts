// npm run lint: ESLint (with the import direction) and Prettier over everything; both run, whichever fails.
import { fileURLToPath } from 'node:url';
import { runChild } from './setup/run-child.mjs';

const packagesFile = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const eslint = await runChild(process.execPath, [packagesFile('eslint/bin/eslint.js'), '--max-warnings=0', '.']);
const prettier = await runChild(process.execPath, [packagesFile('prettier/bin/prettier.cjs'), '--check', '.']);
process.exitCode = eslint === 0 && prettier === 0 ? 0 : 1;
