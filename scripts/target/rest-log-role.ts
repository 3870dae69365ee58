import * as z from 'zod';
import { askByHand } from './ask-by-hand.ts';

/**
 * With which role the REST APIs of an account write their access logs: one for all of them in a region, whoever made them.
 * https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html
 */
const account = z.object({ cloudwatchRoleArn: z.string().nullish() });
/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html */
const restApis = z.object({
  item: z.array(z.object({ name: z.string() })).default([]),
  position: z.string().optional(),
});

export interface RestLogs {
  /** The role of somebody else; undefined where there is none, or Alex's own. */
  othersRole: string | undefined;
  hasRole: boolean;
  /** Names of REST APIs that are not Alex's. */
  othersApis: readonly string[];
}

/** @throws {Error} named as AWS names its refusal */
export async function restLogs({ project, region }: { project: string; region: string }): Promise<RestLogs> {
  const endpoint = `https://apigateway.${region}.amazonaws.com`;
  const ask = (operation: string, path: string, query: Record<string, string> = {}): Promise<unknown> =>
    askByHand({
      ...{ service: 'apigateway', variable: 'API_GATEWAY', endpoint, region, method: 'GET', path, query, operation },
      // Without it API Gateway answers in HAL, whose lists are elsewhere.
      headers: { accept: 'application/json' },
    });
  const { cloudwatchRoleArn } = account.parse(await ask('GetAccount', '/account'));
  const role = cloudwatchRoleArn ?? '';
  // As terraform/modules/api_gateway names it.
  const isOurs = role.endsWith(`:role/${project}/${project}-rest-logs`);
  const apis: string[] = [];
  let position: string | undefined;
  do {
    const page = restApis.parse(
      await ask('GetRestApis', '/restapis', { limit: '500', ...(position !== undefined && { position }) }),
    );
    apis.push(...page.item.map(({ name }) => name));
    position = page.position;
  } while (position !== undefined);
  return {
    othersRole: role === '' || isOurs ? undefined : role,
    hasRole: role !== '',
    othersApis: apis.filter((name) => name !== `${project}-rest`),
  };
}
