// npm run typecheck: TypeScript's checker over everything, JavaScript included; it writes nothing.
import { fileURLToPath } from 'node:url';
import { runChild } from './setup/run-child.mjs';

const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const project = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

process.exitCode = await runChild(process.execPath, [tsc, '--noEmit', '--project', project]);
