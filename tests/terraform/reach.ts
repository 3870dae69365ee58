// What members of the deployers' group and roles within the boundary can do to what is not Alex's: where AWS makes up names there is no
// way around it, and a person who joins the group has to be able to read it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Resource } from './planned-fleet.ts';
import { policyFacts } from './written/policy-facts.ts';

/**
 * Statements that reach beyond Alex's names, each with the words that terraform/README.md and guides/1-permissions.md have for it; no
 * words where it only looks, or only makes what is Alex's from then on.
 */
const beyond: Readonly<Record<string, RegExp | 'looks' | 'makes'>> = {
  'deploy Apis': /API Gateway/,
  'deploy Containers': 'looks',
  'deploy ContainersWithoutNames': /task definitions/,
  'deploy DatabaseDefaults': 'makes',
  'deploy DatabaseSecretMade': 'makes',
  'deploy DefaultCluster': 'makes',
  'deploy EmbeddingImage': 'looks',
  'deploy EventSourcesSeen': /tags of event sources/,
  'deploy FunctionsListed': 'looks',
  'deploy GrantsToServices': /\bkeys\b/,
  'deploy Guardrail': /guardrails/,
  'deploy Guards': /API Gateway/,
  'deploy Keys': /\bkeys\b/,
  'deploy Lists': /log deliveries[\s\S]*subscriptions/,
  'deploy Network': /networks/,
  'deploy Registry': 'looks',
  'deploy RolesOfAwsServices': 'makes',
  'boundary GroupsInNetworks': /marked as its own/,
  'boundary KeysOfServices': 'looks',
  'boundary LookAround': 'looks',
  'boundary MadeByEcs': /marked as its own/,
  'boundary MarkBalancers': /marked as its own/,
  'boundary MarkGroups': /marked as its own/,
  'boundary MarkedByEcs': /marked as its own/,
  'boundary Models': /models on Bedrock/,
  'boundary Named': 'looks',
  'boundary ReadLogs': /logs of APIs/,
  'boundary RolesOfAwsServices': 'makes',
  'boundary ScalingOfEcs': /scaling of ECS/,
  'boundary TracesAndRegistry': 'looks',
  'boundary WriteLogs': /into any log/,
};

/** Without the ends of its lines. */
const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8').replaceAll(/\s+/g, ' ');
const texts = ['terraform/README.md', 'guides/1-permissions.md'].map((path) => [path, read(path)] as const);

/** What reaches further than anybody is told, a line each. */
export function reachFindings(resources: readonly Resource[]): string[] {
  const reaching = new Set(
    [...policyFacts(resources)].flatMap(([place, facts]) => {
      const [, policy] = /\.aws_iam_policy\.(deploy|boundary)\b/.exec(place) ?? [];
      if (policy === undefined) return [];
      const heads = facts.filter((fact) => /^Allow \w+$/.test(fact));
      return heads.filter((head) => !isAlexs(facts, head)).map((head) => head.replace('Allow', policy));
    }),
  );
  return [
    ...[...reaching].flatMap((name) => {
      const words = beyond[name];
      if (words === undefined) return [`${name} reaches what is not Alex's, and nobody is told (reach.ts)`];
      if (typeof words === 'string') return [];
      return texts.filter(([, text]) => !words.test(text)).map(([path]) => `${path} does not say what ${name} reaches`);
    }),
    ...Object.keys(beyond)
      .filter((name) => !reaching.has(name))
      .map((name) => `${name} reaches nothing but Alex's (reach.ts)`),
  ];
}

/** Every resource has the project's name, or a condition that AWS itself answers for has. */
function isAlexs(facts: readonly string[], head: string): boolean {
  const own = facts.filter((fact) => fact.startsWith(`${head} `)).map((fact) => fact.slice(head.length + 1));
  return (
    own.filter((fact) => fact.startsWith('on ')).every((fact) => /[/:.-]alex(?:[-/]|$)/.test(fact)) ||
    own.some((fact) => fact.startsWith('if ') && /[/:]alex(?:-|$)/.test(fact))
  );
}
