// What the kit's rules do not look at: buckets whose block has holes, and functions that more may invoke than the APIs made here.
import type { Resource } from './planned-fleet.ts';

const BLOCKS = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'] as const;

/** What is more open than it has to be, a line each. */
export function exposureFindings(resources: readonly Resource[]): string[] {
  const of = (type: string) => resources.filter((one) => one.type === type);
  const apis = ['aws_api_gateway_rest_api', 'aws_apigatewayv2_api']
    .flatMap(of)
    .map(({ values }) => String(values.execution_arn));
  return [
    ...of('aws_s3_bucket_public_access_block').flatMap(({ address, values }) =>
      BLOCKS.filter((block) => values[block] !== true).map((block) => `${address}: ${block} is off`),
    ),
    ...of('aws_lambda_permission').flatMap(({ address, values }) => {
      const source = String(values.source_arn);
      return apis.some((api) => source.startsWith(`${api}/`))
        ? []
        : [`${address}: ${source} is no API of this deployment, which may invoke ${String(values.function_name)}`];
    }),
  ];
}
