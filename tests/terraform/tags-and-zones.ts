// What is set once for everything or counted through a list, and of which no single resource says that it is wrong.
import * as z from 'zod';
import type { Resource } from './planned-fleet.ts';
import { REGION } from './provider-actions/asked.ts';

const tagged = z.object({ tags_all: z.record(z.string(), z.string()).nullable() });
const subnet = z.object({ availability_zone: z.string(), cidr_block: z.string() });

/** Models may be called in another region than Alex's, and a guardrail serves calls in its own. */
const WHERE_MODELS_ARE = ['aws_bedrock_guardrail', 'aws_bedrock_guardrail_version'];

/**
 * What lacks the tags that the provider gives: by them the budget counts, deployers may make networks, keys and guardrails, and
 * `npm run destroy` finds what is left. And subnets that are counted and are not each in a zone and a range of its own: RDS refuses
 * a group in one zone, and EC2 a range that is taken. And what is made in another region than the one that was asked for.
 */
export const tagAndZoneFindings = (resources: readonly Resource[]): string[] => [
  ...resources.flatMap(withoutTags),
  ...resources.flatMap(({ address, type, values: { region } }) =>
    typeof region !== 'string' || region === REGION || WHERE_MODELS_ARE.includes(type)
      ? []
      : [`${address} is in ${region}`],
  ),
  ...[
    ...Map.groupBy(
      resources.filter(({ type }) => type === 'aws_subnet'),
      ({ address }) => address.replace(/\[[^[\]]*\]$/, ''),
    ),
  ].flatMap(([address, counted]) => {
    const subnets = counted.map(({ values }) => subnet.parse(values));
    return [
      ...(new Set(subnets.map((one) => one.availability_zone)).size < 2 ? [`${address}: all in one zone`] : []),
      ...(new Set(subnets.map((one) => one.cidr_block)).size < subnets.length ? [`${address}: one range twice`] : []),
    ];
  }),
];

function withoutTags({ address, values }: Resource): string[] {
  const { data } = tagged.safeParse(values);
  if (data === undefined) return [];
  return ['project', 'managed_by'].flatMap((key) =>
    (data.tags_all?.[key] ?? '') === '' ? [`${address} has no tag ${key}`] : [],
  );
}
