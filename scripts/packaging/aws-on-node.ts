import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

const refuse = `throw new Error('This bundle is for Node, which hashes and streams by itself: see scripts/packaging/aws-on-node.ts.');`;

/** What is asked where Node has no hash, or a stream is none of Node's, and two more things that a function has no use for. */
const stand = {
  'checksum/md5/Md5Js': `export class Md5Js { constructor() { ${refuse} } }`,
  'checksum/sha256/Sha256Js': `export class Sha256Js { constructor() { ${refuse} } }`,
  'serde/util-stream/sdk-stream-mixin.browser': `export const sdkStreamMixin = () => { ${refuse} };`,
  // Asked by a machine of EC2's whose environment names no region: a function's does.
  'config/config-resolver/regionConfig/getInstanceMetadataRegion':
    'export const getInstanceMetadataRegion = async () => undefined;',
  // Who sets AWS_RETRY_MODE to adaptive gets the standard way: the other one slows a client down by its own requests, and a function makes few.
  'retry/util-retry/AdaptiveRetryStrategy': `export { StandardRetryStrategy as AdaptiveRetryStrategy } from './StandardRetryStrategy';`,
};

/** What a region is called: `"description": "Africa (Cape Town)"`. */
const CALLED = /\s*"description": "[^"]*",?/g;

/**
 * Leaves out what the AWS SDK brings along for browsers, hashes written out in JavaScript among it, the names of regions (8 KiB, 3 KiB
 * zipped), and what a function never asks: a machine's region, and how to slow itself down (5 KiB, 2 KiB zipped).
 */
export const awsOnNode: Plugin = {
  name: 'aws-on-node',
  setup(build) {
    for (const [module, contents] of Object.entries(stand)) {
      const path = ['@smithy', 'core', 'dist-es', 'submodules', ...module.split('/')].join(String.raw`[\\/]`);
      build.onLoad({ filter: new RegExp(String.raw`[\\/]${path}\.js$`) }, (found) => ({
        contents,
        loader: 'js',
        resolveDir: dirname(found.path),
      }));
    }
    build.onLoad({ filter: /[\\/]util-endpoints[\\/]lib[\\/]aws[\\/]partitions\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(CALLED, ''),
      loader: 'js',
    }));
  },
};
