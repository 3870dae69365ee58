// As much of how AWS decides as these tests need: whether statements allow an action on a resource. Conditions about tags are looked at
// where a test says which tags there are; all others are taken as met.
import * as z from 'zod';

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statement = z.object({
  Sid: z.string().optional(),
  Effect: z.string(),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore,
  Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).default({}),
});
const policy = z.object({ Statement: z.union([z.array(statement), statement.transform((one) => [one])]) });
export type Statement = z.infer<typeof statement>;

/** The statements of a policy's JSON. @throws ZodError for what is no policy */
export const statementsOf = (json: unknown): Statement[] => policy.parse(JSON.parse(String(json))).Statement;

const patterns = new Map<string, RegExp>();

/** Whether a pattern with `*` and `?` covers a text, which may be a pattern itself: its own `*` then has to be covered by one. */
export function covers(pattern: string, text: string): boolean {
  let expression = patterns.get(pattern);
  if (expression === undefined) {
    const quoted = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
    expression = new RegExp(`^${quoted.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    patterns.set(pattern, expression);
  }
  return expression.test(text);
}

/** Actions are known in any case. */
const coversAction = (pattern: string, action: string): boolean => covers(pattern.toLowerCase(), action.toLowerCase());

/** What a request says of tags, by the key of a condition; what is not there is not in the request. */
export type Tags = Readonly<Partial<Record<TagKey, readonly string[]>>>;
type TagKey = (typeof tagKeys)[number];
const tagKeys = [
  'aws:RequestTag/project',
  'aws:ResourceTag/project',
  'aws:TagKeys',
  'ec2:CreateAction',
  'kms:ResourceAliases',
] as const;

/** Whether a statement's conditions about tags are met. @throws Error for an operator that is not known here */
function met({ Condition }: Statement, tags: Tags): boolean {
  return Object.entries(Condition).every(([test, keys]) =>
    Object.entries(keys).every(([name, values]) => {
      const key = tagKeys.find((one) => one === name);
      if (key === undefined) return true;
      const given = tags[key];
      if (test === 'Null') return values.includes(String(given === undefined));
      if (test === 'StringEquals') return given?.some((one) => values.includes(one)) === true;
      if (test === 'ForAllValues:StringNotEqualsIgnoreCase') {
        const refused = values.map((value) => value.toLowerCase());
        return given?.every((one) => !refused.includes(one.toLowerCase())) !== false;
      }
      throw new Error(`${test} on ${name}: nobody here knows how AWS decides that`);
    }),
  );
}

/** Whether some statement allows the action on that resource, `*` for what has none; without a resource: on any. */
export function allows(statements: readonly Statement[], action: string, resource?: string, tags?: Tags): boolean {
  const applies = (statement: Statement): boolean =>
    covering(statement) && (tags === undefined || met(statement, tags));
  const covering = ({ Action, NotAction, Resource }: Statement): boolean =>
    (Action?.some((one) => coversAction(one, action)) ??
      NotAction?.some((one) => coversAction(one, action)) === false) &&
    (resource === undefined || Resource.some((one) => covers(one, resource)));
  return (
    statements.some((one) => one.Effect === 'Allow' && applies(one)) &&
    !statements.some((one) => one.Effect === 'Deny' && applies(one))
  );
}
