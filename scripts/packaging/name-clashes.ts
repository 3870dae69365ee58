import type { Mistake, SeenFunction } from './find-functions.ts';

/** Queues that the deployment makes besides those that functions name. */
const OWN_QUEUES: readonly string[] = ['failed-events'];
/** Names whose role is another thing's already (terraform/modules): of the embeddings' endpoint, of the log of the REST API, of schedules. */
const OWN_ROLES = /^(?:embeddings|rest-logs|schedule-.*)$/;
/** What each container's roles have after its name (terraform/modules/researcher/roles.tf). */
const ROLES_OF_SERVICES = ['service', 'execution', 'infrastructure'];
/** What logs by these names already (terraform/outputs.tf). */
const OWN_LOGS: readonly string[] = ['http-api', 'rest-api', 'embeddings'];

/** What is wrong with a name by which something else logs: the one would hide the other. Undefined where nothing is. */
export function logClash(name: string, of: 'function' | 'service'): string | undefined {
  if (!OWN_LOGS.includes(name)) return undefined;
  return `"${name}" cannot be a ${of}'s name: its log would be hidden, as that of something else is called so`;
}

/**
 * Queues and functions that cannot be deployed together, as each has one name and one taker: Terraform or AWS would say so in the
 * middle of a deployment.
 *
 * @param services names of the services beside them
 */
export function nameClashes(functions: readonly SeenFunction[], services: readonly string[]): Mistake[] {
  const roles = new Set(services.flatMap((service) => ROLES_OF_SERVICES.map((role) => `${service}-${role}`)));
  const takers = Map.groupBy(
    functions.flatMap(({ name, config }) =>
      config.triggers.flatMap((one) => (one.type === 'sqs' ? [{ name, queue: one.queue }] : [])),
    ),
    ({ queue }) => queue,
  );
  return functions.flatMap(({ name, config }) => {
    const file = `lambdas/${name}/lambda.json`;
    const role =
      OWN_ROLES.test(name) || roles.has(name)
        ? `"${name}" cannot be a function's name: on AWS something else has a role of it`
        : undefined;
    const log = services.includes(name)
      ? `services/${name} is called so, too, and the log of one of them would be hidden: give one another name`
      : logClash(name, 'function');
    const message = role ?? log;
    const named = message === undefined ? [] : [{ file, field: '', message }];
    const taken = config.triggers.flatMap((trigger, t): Mistake[] => {
      if (trigger.type !== 'sqs') return [];
      const { queue } = trigger;
      const field = `triggers[${t}].queue`;
      const of = /^(.+)-dlq$/.exec(queue)?.[1];
      const taking = takers.get(queue) ?? [];
      // Told of each of them: which one is too many is not ours to say.
      if (taking.length > 1) {
        const other = taking.find((one) => one.name !== name)?.name ?? 'this function';
        const message = `"${queue}" is worked on by ${other}, too: a message goes to one of them only, by chance`;
        return [{ file, field, message }];
      }
      if (OWN_QUEUES.includes(queue) || (of !== undefined && takers.has(of))) {
        return [{ file, field, message: `"${queue}" is a queue that Alex makes itself, of what could not be done` }];
      }
      return [];
    });
    return [...named, ...taken];
  });
}
