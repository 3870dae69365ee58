// What members of the deployers' group and roles within the boundary can do to what is not Alex's: where neither a name nor a tag tells, a
// person who joins the group has to be able to read it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { covers, statementsOf } from './iam-policy.ts';
import type { Resource } from './planned-fleet.ts';
import { ACCOUNT } from './provider-actions/asked.ts';
import { policyFacts } from './written/policy-facts.ts';

/**
 * Statements that reach beyond Alex's names, each with the words that terraform/README.md and guides/deployers.md have for it; no
 * words where it only looks, or only makes what is Alex's from then on.
 */
const beyond: Readonly<Record<string, RegExp | 'looks' | 'makes'>> = {
  'deploy ApiGuards': /web ACL before a stage|who guards a stage/,
  'deploy ApiLogs': /role that writes the logs of all APIs/,
  'deploy ApiPartsMade': /add deployments/,
  'deploy ApiTags': /tag any API/,
  'deploy ApisMade': 'makes',
  'deploy ApisSeen': /keys of callers/,
  'deploy Containers': 'looks',
  'deploy ContainersWithoutNames': /task definitions/,
  'deploy DatabaseDefaults': 'makes',
  'deploy DatabaseSecretMade': 'makes',
  'deploy DataListed': 'looks',
  'deploy DefaultCluster': 'makes',
  'deploy EmbeddingImage': 'looks',
  'deploy EventSourcesSeen': /tags of event sources/,
  'deploy FunctionsListed': 'looks',
  'deploy GrantsGivenBack': /encrypt with any key/,
  'deploy GrantsToServices': /encrypt with any key/,
  'deploy GuardrailsMade': 'makes',
  'deploy GuardrailsMarked': /guardrails? without a tag `project`/,
  'deploy GuardrailsSeen': 'looks',
  'deploy Guards': /API Gateway/,
  'deploy HttpApiParts': /routes and integrations of HTTP APIs/,
  'deploy KeysMade': 'makes',
  'deploy KeysMarked': /keys? of KMS with neither such a tag nor an alias/,
  'deploy KeysRotated': /rotation/,
  'deploy KeysSeen': 'looks',
  'deploy Lists': /log deliveries[\s\S]*subscriptions/,
  'deploy NetworksSeen': /private zones of Route 53/,
  'deploy Registry': 'looks',
  'deploy RolesOfAwsServices': 'makes',
  'deploy Rules': /tags of rules of security groups/,
  'deploy SecurityGroupMade': 'makes',
  'deploy SubnetMade': 'makes',
  'deploy TagsAtCreation': 'makes',
  'deploy VpcEndpointMade': 'makes',
  'deploy VpcMade': 'makes',
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

/** Names that others may have beside alex: of a second deployment, as variables.tf lets it be called. */
const neighbours = ['alexdev', 'devalex'];

/** A role that Alex did not make, as somebody of that name may have: passed on, it would be a way past the boundary. */
const ROLE_OF_ANOTHER = `arn:aws:iam::${ACCOUNT}:role/alex-admin`;

/** Whatever else is called so is in the deployers' reach, and has to be told. */
const OF_THAT_NAME = 'begins with `alex-`';

/** Without the ends of its lines. */
const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8').replaceAll(/\s+/g, ' ');
const texts = ['terraform/README.md', 'guides/deployers.md'].map((path) => [path, read(path)] as const);

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
    ...strangersReached(resources),
    ...texts
      .filter(([, text]) => !text.includes(OF_THAT_NAME))
      .map(([path]) => `${path} does not say what a name reaches`),
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

/** What belongs to another deployment, or is a role that Alex did not make, and is in the reach of Alex's policies by its name. */
function strangersReached(resources: readonly Resource[]): string[] {
  const statements = resources.flatMap(({ address, values }) => {
    const [, policy] = /\.aws_iam_policy\.(deploy|boundary)\b/.exec(address) ?? [];
    if (policy === undefined) return [];
    return statementsOf(values.policy).map((one) => ({ ...one, name: `${policy} ${one.Sid ?? ''}` }));
  });
  const patterns = [...new Set(statements.flatMap(({ Resource }) => Resource))];
  const theirs = patterns
    .filter((pattern) => pattern.includes('alex'))
    .flatMap((pattern) => neighbours.map((name) => pattern.replaceAll('alex', name).replaceAll('*', 'x')));
  const named = statements.filter(({ name }) => beyond[name] === undefined || name === 'boundary Named');
  return [...theirs, ROLE_OF_ANOTHER].flatMap((arn) =>
    named
      .filter(({ Resource }) => Resource.some((pattern) => pattern.includes('alex') && covers(pattern, arn)))
      .map(({ name }) => `${name} reaches ${arn}, which is another's`),
  );
}

/** Every resource has the project's name, or a condition that AWS itself answers for has, or the thing has the project's tag. */
function isAlexs(facts: readonly string[], head: string): boolean {
  const own = facts.filter((fact) => fact.startsWith(`${head} `)).map((fact) => fact.slice(head.length + 1));
  return (
    own
      .filter((fact) => fact.startsWith('on '))
      .every((fact) => (fact.includes(':role/') ? fact.includes(':role/alex/') : /[/:.-]alex(?:[-/]|$)/.test(fact))) ||
    own.some((fact) => fact.startsWith('if ') && /[/:]alex(?:-|$)/.test(fact)) ||
    own.includes('if StringEquals aws:ResourceTag/project alex')
  );
}
