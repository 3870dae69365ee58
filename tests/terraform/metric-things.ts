// A metric's dimensions name a thing: an alarm or a widget that names none that is there shows nothing for ever.
import * as z from 'zod';
import type { Resource } from './planned-fleet.ts';

const variants = z.array(z.object({ variant_name: z.string() }));

/** By the dimension, what it is the name of. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html */
const named: Readonly<Record<string, readonly [type: string, of: (values: Resource['values']) => unknown[]]>> = {
  ApiId: ['aws_apigatewayv2_api', ({ id }) => [id]],
  ApiName: ['aws_api_gateway_rest_api', ({ name }) => [name]],
  DBClusterIdentifier: ['aws_rds_cluster', ({ cluster_identifier: identifier }) => [identifier]],
  EndpointName: ['aws_sagemaker_endpoint', ({ name }) => [name]],
  FunctionName: ['aws_lambda_function', ({ function_name: name }) => [name]],
  QueueName: ['aws_sqs_queue', ({ name }) => [name]],
  VariantName: [
    'aws_sagemaker_endpoint_configuration',
    ({ production_variants: all }) => variants.parse(all).map((one) => one.variant_name),
  ],
};

/** Dimensions of which AWS has nothing by that name, each as `VariantName AllTraffic`. */
export const unknownThings = (resources: readonly Resource[], dimensions: Readonly<Record<string, string>>): string[] =>
  Object.entries(dimensions)
    .filter(([dimension, value]) => {
      const known = named[dimension];
      if (known === undefined) return true;
      const [type, of] = known;
      return !resources.some((one) => one.type === type && of(one.values).includes(value));
    })
    .map((pair) => pair.join(' '));
