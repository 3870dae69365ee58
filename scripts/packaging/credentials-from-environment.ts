import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

const chain = `
import { fromEnv } from '@aws-sdk/credential-provider-env';
export const defaultProvider = (init = {}) => fromEnv(init);
`;
// All that the package has for others: a bundler keeps whole, to be run later, each module within reach of an import that is made later.
const tokens = `
export { fromEnvSigningName } from './fromEnvSigningName';
export const nodeProvider = () => async () => { throw new Error('This bundle has no single sign-on: see scripts/packaging/credentials-from-environment.ts.'); };
`;

/**
 * Has the AWS SDK take credentials from the environment, where Lambda puts them, and leaves out its other ways to find some:
 * profiles, single sign-on, roles to assume, instance metadata (about 115 KiB, 33 KiB zipped). Single sign-on imports its client when it
 * is asked, by which all that this client shares with the others would stay whole (292 modules, 10 KiB more, 4 KiB zipped).
 */
export const credentialsFromEnvironment: Plugin = {
  name: 'credentials-from-environment',
  setup(build) {
    const index = (module: string) => new RegExp(`[\\\\/]@aws-sdk[\\\\/]${module}[\\\\/]dist-es[\\\\/]index\\.js$`);
    const holds = (contents: string) => (args: { path: string }) => ({
      contents,
      loader: 'js' as const,
      resolveDir: dirname(args.path),
    });
    build.onLoad({ filter: index('credential-provider-node') }, holds(chain));
    build.onLoad({ filter: index('token-providers') }, holds(tokens));
  },
};
