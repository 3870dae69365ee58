import type { Variables } from '../target/target.ts';
import { attribute, type DeployedResource } from './state.ts';

/** Modules of which there is one each, by what they log as. */
const SINGLE: Variables = { http_api: 'http-api', api_gateway: 'rest-api', sagemaker_embeddings: 'embeddings' };
/** Modules of which there is one for each folder. */
const OF_FOLDERS = ['lambda', 'researcher'];

/** Where everything logs, by function, service or API: the output log_groups, of things that are there before the outputs are. */
export function logGroupsIn(resources: readonly DeployedResource[]): Variables {
  return Object.fromEntries(
    resources.flatMap((resource): [string, string][] => {
      if (resource.type !== 'aws_cloudwatch_log_group') return [];
      const [, module = '', folder] = /^module\.(\w+)\[(?:"([^"]+)"|\d+)\]/.exec(resource.address) ?? [];
      const name = OF_FOLDERS.includes(module) ? folder : SINGLE[module];
      const group = attribute(resource, 'name');
      return name === undefined || group === undefined ? [] : [[name, group]];
    }),
  );
}
