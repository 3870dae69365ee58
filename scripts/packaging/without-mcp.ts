import { join } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';

const refuse = `throw new Error('This bundle has no MCP client: import @modelcontextprotocol/client in the function to have one.');`;
const namespace = 'without-mcp';
const scope = '@modelcontextprotocol/';

// What agents-core's MCP server classes name at their top level, and what they construct when they are used.
const contents = `
const absent = () => { ${refuse} };
export class ProtocolError extends Error {}
export class SdkError extends Error {}
export const ProtocolErrorCode = {};
export const SdkErrorCode = {};
export const DEFAULT_REQUEST_TIMEOUT_MSEC = 60000;
export class Client { constructor() { absent(); } }
export class SSEClientTransport { constructor() { absent(); } }
export class StdioClientTransport { constructor() { absent(); } }
export class StreamableHTTPClientTransport { constructor() { absent(); } }
`;

const core = /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]/;

/** Leaves the MCP client, which @openai/agents-core always imports, out of a function that does not use it (about 290 KiB). */
export const withoutMcp: Plugin = {
  name: 'without-mcp',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${scope}`) }, ({ path, importer }) =>
      core.test(importer) ? { path, namespace, sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, () => ({ contents, loader: 'js' }));
    // Keeps several servers' connections: nothing imports it but the package's list of all that it has.
    build.onResolve({ filter: /^\.\/mcpServers\.m?js$/ }, ({ path, resolveDir }) =>
      core.test(`${resolveDir}/`) ? { path: join(resolveDir, path), sideEffects: false } : undefined,
    );
    changeAgentsCore(build, 'without-mcp.ts', { mcp: { functions: { 'getAllMcpTools()': refuse } } });
  },
};

/** Whether the function's own code imports MCP, so that the client must be in its bundle. */
export function usesMcp({ inputs }: Metafile): boolean {
  return Object.entries(inputs).some(
    ([path, input]) =>
      !path.includes('node_modules/') && input.imports.some(({ original }) => original?.startsWith(scope) ?? false),
  );
}
