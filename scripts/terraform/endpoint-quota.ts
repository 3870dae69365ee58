/** Memory of serverless endpoints comes in steps of so many MiB, from one step to six. */
const STEP = 1024;
const STEPS = 6;

/**
 * What to do where one of SageMaker's quotas of serverless endpoints is too low. There are three: how many there may be, the memory of one, and how
 * many requests at once all of them take. A smaller endpoint is of use with the last two, each by its own setting.
 *
 * @param all the error, in which AWS names the quota, how much of it is in use and what was asked for
 * @returns undefined where it names none of these
 * @see https://docs.aws.amazon.com/general/latest/gr/sagemaker.html
 */
export function endpointRoom(all: string): readonly string[] | undefined {
  const [, name = '', limit = '', used = '0'] =
    /service limit '([^']*serverless endpoint[^']*)' is (\d+)(?:[^,]*, with current utilization of (\d+))?/i.exec(
      all,
    ) ?? [];
  if (name === '') return undefined;
  const more = `sk for more, which takes a day or two: console, Service Quotas, Amazon SageMaker, "${name}"`;
  const left = Number(limit) - Number(used);
  if (/memory/i.test(name)) return room('memory', STEP * Math.min(STEPS, Math.floor(Number(limit) / STEP)), more);
  if (/concurrency/i.test(name)) return room('max_concurrency', left, more);
  return [
    `The account may have ${limit} serverless endpoints, so that a smaller one is of no use.`,
    ...(Number(limit) > 0 ? ['Delete one that nobody needs: console, Amazon SageMaker, Endpoints'] : []),
    `${Number(limit) > 0 ? 'Or a' : 'A'}${more}`,
  ];
}

const room = (part: string, left: number, more: string): readonly string[] =>
  left > 0
    ? [`A smaller endpoint fits: embeddings = { ${part} = ${left} } in terraform/terraform.tfvars`, `Or a${more}`]
    : [`A${more}`];
