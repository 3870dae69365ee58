import type { Plugin } from 'esbuild';

const chain = `
import { fromEnv } from '@aws-sdk/credential-provider-env';
export const defaultProvider = (init = {}) => fromEnv(init);
`;
const token = `
export const nodeProvider = () => async () => { throw new Error('This bundle has no single sign-on: see scripts/packaging/credentials-from-environment.ts.'); };
`;

/**
 * Has the AWS SDK take credentials from the environment, where Lambda puts them, and leaves out its other ways to find some:
 * profiles, single sign-on, roles to assume, instance metadata (about 115 KiB, 33 KiB zipped).
 */
export const credentialsFromEnvironment: Plugin = {
  name: 'credentials-from-environment',
  setup(build) {
    const inside = (path: string) => new RegExp(`[\\\\/]@aws-sdk[\\\\/]${path.replaceAll('/', '[\\\\/]')}$`);
    build.onLoad({ filter: inside('credential-provider-node/dist-es/index\\.js') }, ({ path }) => ({
      contents: chain,
      loader: 'js',
      resolveDir: path.replace(/[\\/][^\\/]*$/, ''),
    }));
    build.onLoad({ filter: inside('token-providers/dist-es/nodeProvider\\.js') }, () => ({
      contents: token,
      loader: 'js',
    }));
  },
};
