import * as z from 'zod';
import { needs, noSettingOfANeed, plainSettings } from './lambda-config.ts';

const steps = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 1024 + 1 }, (_, index) => from + index * 1024);
/** The memory that Fargate has for each number of CPU units. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
const MEMORY_OF_CPU: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: steps(1024, 4096),
  1024: steps(2048, 8192),
  2048: steps(4096, 16_384),
  4096: steps(8192, 30_720),
};
const size = z.object({ cpu: z.number(), memory: z.number().min(512).max(30_720) });
/** Else AWS would say it at the end of a deployment. It is told beside mistakes in other fields. */
const sizeOfFargate = z.superRefine<object>(
  (config, context) => {
    const { cpu, memory } = size.parse(config);
    const fitting = MEMORY_OF_CPU[cpu];
    if (fitting === undefined || fitting.includes(memory)) return;
    const message = `must be one of those that Fargate has with a cpu of ${cpu}: ${fitting.join(', ')}`;
    context.addIssue({ code: 'custom', path: ['memory'], message });
  },
  { when: ({ value }) => size.safeParse(value).success },
);

/**
 * services/NAME/service.json: one long-lived container. Read by the packager, the laptop and Terraform, and its `needs` are in
 * the same words as those of a function: each becomes environment variables and a least-privilege policy.
 *
 * A service's program gets, besides what its needs give: HOST and PORT (where to listen; the health check asks there).
 */
export const serviceConfig = z
  .strictObject({
    $schema: z.string().optional(),
    description: z.string().min(1).max(256),
    /** Where it listens in its container. A laptop picks a free port. */
    port: z
      .number()
      .int()
      .min(1024)
      .max(65_535)
      .describe('On AWS anybody on the internet can ask what listens here: the program has to check who asks.'),
    /** What answers 200 when the service can take work; and in JSON, where it may be ended while nobody calls it, `idle`: true or false. */
    healthPath: z.string().regex(/^\/[a-z0-9/-]*$/, 'must be a path such as /health'),
    /** CPU units of Fargate: 1,024 are one processor. */
    cpu: z.union([z.literal(256), z.literal(512), z.literal(1024), z.literal(2048), z.literal(4096)]),
    /** MiB. */
    memory: z.number().int().min(512).max(30_720),
    /** Seconds from SIGTERM to the end of the process, what runs included. ECS allows 120. */
    stopTimeout: z.number().int().min(1).max(120).default(30),
    needs,
    /** Plain settings, the same everywhere unless a deployment says otherwise. */
    environment: plainSettings,
    /** Names of further settings that its program reads, and a deployment may give it: Terraform's service_settings. */
    settings: z
      .array(z.string().regex(/^(?:ALEX|BROWSING)_[A-Z][A-Z_]*$/, 'must be such as "ALEX_RESEARCH_TOPIC"'))
      .default([]),
  })
  .check(noSettingOfANeed, sizeOfFargate);
export type ServiceConfig = z.infer<typeof serviceConfig>;
