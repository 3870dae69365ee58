import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import { replaceMethods } from './replace-bodies.ts';

const refuse = `throw new Error('This bundle reads no stream of events: see scripts/packaging/without-event-streams.ts.');`;

/** What a client asks of it as it is made, and what whoever calls a streaming operation is told. */
const serde = `
export const resolveEventStreamSerdeConfig = (config) => config;
export const eventStreamSerdeProvider = () => undefined;
export class EventStreamSerde { constructor() { ${refuse} } }
// Named by the client's way over web sockets, which no operation of ours takes.
export class EventStreamCodec { constructor() { ${refuse} } }
export { readableStreamToIterable, iterableToReadableStream } from './eventstream-serde/utils';
`;
const headers = `export class HeaderFormatter { format() { ${refuse} } }`;
const signing = `
export const eventStreamPayloadHandlerProvider = () => ({ handle() { ${refuse} } });
`;

/**
 * Leaves out how the AWS SDK reads and signs an answer that comes as a stream of events (some 20 KiB in a client of Bedrock's): Alex
 * calls Converse, whose answer comes whole.
 */
export const withoutEventStreams: Plugin = {
  name: 'without-event-streams',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]event-streams[\\/]index\.js$/ },
      ({ path }) => ({ contents: serde, loader: 'js', resolveDir: dirname(path) }),
    );
    // Imports the above when it is called, for which all that that imports would stay whole.
    build.onLoad(
      { filter: /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]protocols[\\/]HttpProtocol\.js$/ },
      async ({ path }) => ({
        contents: replaceMethods(
          await readFile(path, 'utf8'),
          { 'loadEventStreamCapability()': refuse },
          { path, by: 'without-event-streams.ts' },
        ),
        loader: 'js',
      }),
    );
    build.onLoad({ filter: /[\\/]@smithy[\\/]signature-v4[\\/]dist-es[\\/]HeaderFormatter\.js$/ }, () => ({
      contents: headers,
      loader: 'js',
    }));
    build.onLoad({ filter: /[\\/]@aws-sdk[\\/]eventstream-handler-node[\\/]dist-es[\\/]index\.js$/ }, () => ({
      contents: signing,
      loader: 'js',
    }));
  },
};
