// npm run typecheck: TypeScript's checker over everything, JavaScript included; it writes nothing.
import { fileURLToPath } from 'node:url';
import { runChild } from './setup/run-child.mjs';
import { newCommand } from './terminal/command.ts';

const HELP = `
Takes no files, and writes none.

Exit code: 0 the types hold; another, and where they do not.`;

newCommand('typecheck', "Runs TypeScript's checker over everything, JavaScript included.", HELP).parse(
  process.argv.slice(2),
  {
    from: 'user',
  },
);

const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const project = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

process.exitCode = await runChild(process.execPath, [tsc, '--noEmit', '--project', project]);
