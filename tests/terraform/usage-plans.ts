// Programs' key opens their API: it is in a usage plan, and the plan is of the stage that asks for keys.
import * as z from 'zod';
import type { Resource } from './planned-fleet.ts';

const stages = z.array(z.object({ api_id: z.string(), stage: z.string() }));

/** Stages with a route that asks for a key and that no key opens, a line each. */
export function usagePlanFindings(resources: readonly Resource[]): string[] {
  const of = (type: string) => resources.filter((one) => one.type === type).map(({ values }) => values);
  const keys = new Set(of('aws_api_gateway_api_key').map(({ id }) => id));
  const opened = of('aws_api_gateway_usage_plan_key')
    .filter(({ key_id: key }) => keys.has(key))
    .flatMap(({ usage_plan_id: plan }) => of('aws_api_gateway_usage_plan').filter(({ id }) => id === plan))
    .flatMap((plan) => stages.parse(plan.api_stages));
  const asking = new Set(
    of('aws_api_gateway_method')
      .filter(({ api_key_required: required }) => required === true)
      .map(({ rest_api_id: api }) => api),
  );
  return of('aws_api_gateway_stage')
    .filter(({ rest_api_id: api }) => asking.has(api))
    .filter(({ rest_api_id: api, stage_name: name }) => !opened.some((one) => one.api_id === api && one.stage === name))
    .map(
      ({ rest_api_id: api, stage_name: name }) => `no key opens ${String(name)} of ${String(api)}, which asks for one`,
    );
}
