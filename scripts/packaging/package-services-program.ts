// Packages the services alone, for the image of one: node scripts/packaging/package-services-program.ts
import { fileURLToPath } from 'node:url';
import { packageServices } from './package-services.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
for (const { name, bytes, files } of await packageServices({ root })) {
  console.log(`${name}: ${files} files, ${(bytes / 1024).toFixed(1)} KiB`);
}
