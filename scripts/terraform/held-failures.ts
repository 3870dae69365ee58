import type { Explanation } from './explanation.ts';

/** What holds data and is not deleted. */
export const heldFailures: readonly Explanation[] = [
  {
    when: /deletion protection|DeletionProtection/i,
    says: () => [
      'Something that holds data refuses to be deleted.',
      'Set deletion_protection = false in terraform/terraform.tfvars',
      'Then: npm run deploy, and after it: npm run destroy',
    ],
  },
  {
    // What is protected is refused before anything is destroyed (scripts/deployment/protection.ts), and the rest is emptied.
    when: /RepositoryNotEmpty|BucketNotEmpty|ConflictException:.*not empty/i,
    says: (_, _all, about) => [
      `Something that holds data is not empty, so AWS does not delete it${about}.`,
      'Was something written into it meanwhile, by npm run ingest, say, or by a run of the researcher? npm run destroy empties it once more: run it again, with the same flags as before',
      'The same again, and terraform/terraform.tfvars has deletion_protection = true? Set it to false; then npm run deploy, and after it npm run destroy',
    ],
  },
];
