import type { Explanation } from './explanation.ts';

export const UPGRADE = 'Bring the provider up to date, some 700 MB unpacked: terraform -chdir=terraform init -upgrade';
const FETCH_ANEW =
  'Fetch it anew: delete the folder terraform/.terraform, and the copy in the folder that TF_PLUGIN_CACHE_DIR names, if it is set';

/** What `init` fetches and notes down; deploy and destroy begin with it, what only asks Terraform something does not. */
export const INIT = 'terraform -chdir=terraform init';

/** What goes wrong with the program by which Terraform speaks to AWS, in terraform/.terraform. */
export const providerFailures: readonly Explanation[] = [
  {
    when: /does\s+not\s+match\s+configured\s+version\s+constraint[\s\S]*init\s+-upgrade/,
    says: () => ["Terraform's AWS provider in this folder is older than this checkout asks for.", UPGRADE],
  },
  {
    when: /Inconsistent dependency lock file/i,
    says: () => [
      'terraform/.terraform.lock.hcl does not name what this checkout needs: it was changed or is of another day.',
      'Have git put it back (git checkout terraform/.terraform.lock.hcl), then: terraform -chdir=terraform init',
    ],
  },
  {
    when: /(?:doesn't|does not) match any of the checksums/,
    says: () => [
      "What was fetched or kept as Terraform's AWS provider is not what terraform/.terraform.lock.hcl has the checksums of, so it is not used.",
      FETCH_ANEW,
      'The same again? Look at the lock file (git diff terraform/.terraform.lock.hcl), and whether a mirror stands between: ~/.terraformrc',
    ],
  },
  {
    // Linux, Windows and macOS, each in its own words; the last where a copy lost the right to be run.
    when: /exec format error|not a valid Win32 application|not compatible with the version of Windows|bad CPU type in executable|fork\/exec \S+: permission denied/i,
    says: () => [
      "Terraform's AWS provider cannot be run here: it came with the folder from another kind of machine, or the copy may not be run.",
      `${FETCH_ANEW} (some 700 MB unpacked)`,
    ],
  },
  {
    // Windows, and Linux. It may be the provider, its lock or the state.
    when: /(?:([^\\/\s"]+): )?(?:The process cannot access the file because it is being used by another process|text file busy)/i,
    says: ([, file = 'a file that it needs']) => [
      `Terraform cannot use ${file}, which another program has open.`,
      "Close what may have: another Terraform, an editor with Terraform's extension, a backup or a virus scanner at work",
      'Nothing seems to? End what is left of an earlier run, terraform and terraform-provider-aws: Task Manager, Details',
    ],
  },
  {
    when: /Failed to (?:query available provider packages|install provider)|could not connect to registry|registry\.terraform\.io.*(?:timeout|no such host|dial tcp)/i,
    says: () => [
      'Terraform could not fetch its AWS provider from registry.terraform.io.',
      'Connect this machine to the internet; behind a proxy set HTTPS_PROXY',
      'It is some 700 MB unpacked: make sure that the disk has room (npm run doctor)',
    ],
  },
  {
    // After all that keeps a provider which is there from being used.
    when: /Module not installed|Module (?:source has|version requirements have) changed|unavailable provider "|Required plugins are not installed/,
    says: () => [
      'What Terraform keeps in terraform/.terraform is not there, or not all of it: the project was moved or cleaned up. What is deployed is not lost by that.',
      `Fetch it anew, some 700 MB unpacked: ${INIT}`,
    ],
  },
];
