import type { Explanation } from './explanation.ts';

/** What the folders ask for, and their environments: the preconditions of terraform/outputs.tf. */
export const neededFailures: readonly Explanation[] = [
  {
    when: /These needs cannot be met[^:]*:\s+(.+)\.$/m,
    says: ([, needs = '']) => [
      'Something in lambdas/ or services/ needs what is not there, or is of a stage that is off.',
      ...needs.split('; ').map((need) => need.replace(/^(\S+):\s+(\S+)$/, '$1 needs $2')),
      'Is it misspelt? invoke: is followed by a folder of lambdas/, send: by the queue of a trigger in one of their lambda.json',
      'Is its stage off, or to go? Take that need out of the file, or keep the stage: stages in terraform/terraform.tfvars',
    ],
  },
  {
    // Whatever else has a precondition says in its own words what to do; they come last.
    when: /^Error: [^\n]*\bprecondition failed\b[\s\S]*\n\n[ \t]*(\S.*?)\s*$/,
    says: ([, words = '']) => ['Terraform refuses what the settings or folders ask for.', words],
  },
];
