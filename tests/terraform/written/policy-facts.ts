import * as z from 'zod';
import type { Resource } from '../planned-fleet.ts';
import type { Facts } from './written-list.ts';

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const principals = z.union([z.string().transform((one) => ({ '*': [one] })), z.record(z.string(), oneOrMore)]);
// Strict: what nobody here knows of is no policy that can be held to a list.
const statement = z.strictObject({
  Sid: z.string().default('without a name'),
  Effect: z.string(),
  Action: oneOrMore.default([]),
  NotAction: oneOrMore.default([]),
  Resource: oneOrMore.default([]),
  NotResource: oneOrMore.default([]),
  Principal: principals.default({}),
  NotPrincipal: principals.default({}),
  Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).default({}),
});
const policy = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.union([z.array(statement), statement.transform((one) => [one])]),
});

/** Every statement of every policy: what it is about, on what, for whom, and each condition with its values. */
export function policyFacts(resources: readonly Resource[]): Facts {
  const facts = resources.flatMap(({ address, values }) =>
    ['assume_role_policy', 'policy'].flatMap((name): [string, string[]][] => {
      const text = values[name];
      if (typeof text !== 'string' || !text.includes('"Statement"')) return [];
      return [[`${address} ${name}`, policy.parse(JSON.parse(real(text))).Statement.flatMap(factsOf)]];
    }),
  );
  return new Map(facts);
}

function factsOf(one: z.infer<typeof statement>): string[] {
  const head = `${one.Effect} ${one.Sid}`;
  const whom = (word: string, all: Readonly<Record<string, readonly string[]>>): string[] =>
    Object.entries(all).flatMap(([kind, who]) => who.toSorted().map((name) => `${word} ${kind} ${name}`));
  const conditions = Object.entries(one.Condition).flatMap(([test, keys]) =>
    Object.entries(keys).map(([key, values]) => `if ${test} ${key} ${values.toSorted().join(' ')}`),
  );
  const own = [
    ...one.Action.toSorted(),
    ...one.NotAction.toSorted().map((action) => `but not ${action}`),
    ...one.Resource.toSorted().map((resource) => `on ${resource}`),
    ...one.NotResource.toSorted().map((resource) => `not on ${resource}`),
    ...whom('by', one.Principal),
    ...whom('not by', one.NotPrincipal),
    ...conditions,
  ];
  return [head, ...own.map((fact) => `${head} ${fact}`)];
}

/** The stand-in makes up the ARN of the secret that RDS makes. */
const real = (text: string): string =>
  text.replaceAll(
    /arn:aws:rds:([^:]+):(\d+):rds_cluster\/secret_arn\/[^"]*/g,
    'arn:aws:secretsmanager:$1:$2:secret:rds!cluster-1-AbCdEf',
  );
