import { deniedBy } from '../target/denied-by.ts';
import type { Explanation } from './explanation.ts';
import { stateHere } from './lost-state.ts';
import { INIT } from './provider-failures.ts';
import { INSTALL_TERRAFORM } from './run-terraform.ts';

/** What goes wrong with where the state lies: with its lock, or with a bucket of backend.tf. */
export const stateFailures: readonly Explanation[] = [
  {
    // Whatever kept it from being written, a network or a right, is mended first, and quoted below.
    when: /errored\.tfstate/,
    says: () => [
      'Terraform could not write its state where it is kept, and put it into terraform/errored.tfstate. What was made is known by that file alone: keep it.',
      'When the cause is gone: cd terraform, then: terraform state push errored.tfstate',
    ],
  },
  {
    // Before the bucket's own rights, which such a refusal is no lack of.
    when: /operation error S3: \w+, [\s\S]*?StatusCode:\s+403,[\s\S]*?\b(kms:\w+)/,
    says: ([, action = ''], all) => [
      `The bucket of terraform/backend.tf is encrypted with a key of its own, for which these credentials lack ${action}.`,
      ...(deniedBy(all)?.remedies ?? [
        'Ask whoever keeps that key to allow you kms:Decrypt and kms:GenerateDataKey on it: console, Key Management Service, the key, Key policy',
        'Or have the bucket encrypted with S3\'s own key: console, S3, the bucket, Properties, "Default encryption"',
      ]),
    ],
  },
  {
    when: /operation error S3: (?:ListObjectsV2|HeadObject|GetObject|PutObject|DeleteObject), [\s\S]*?StatusCode: 403,[\s\S]*?(?:Forbidden|AccessDenied)/,
    says: (_, all) => [
      'These credentials may not read or write the state in the bucket of terraform/backend.tf.',
      ...(deniedBy(all)?.remedies ?? [
        'Name the bucket in terraform/terraform.tfvars, state_bucket = "...": an administrator then deploys stage 1 again, which lets deployers use it',
      ]),
      'Is it a bucket of another account? Then see AWS_PROFILE: npm run doctor says whose these credentials are',
    ],
  },
  {
    // With a bucket the refusal of S3 comes first, and has a RequestID of its own. What else keeps a lock from being taken is no lock.
    when: /Error acquiring the state lock(?=[\s\S]*?(?:Lock Info:|StatusCode: 4(?:09|12),|resource temporarily unavailable))(?:[\s\S]*?Lock Info:\s+ID:\s+(\S+))?/,
    says: ([, id], all) => [
      'Another Terraform holds the lock of this deployment, or one that was killed left it behind.',
      `Wait for the other one${holderIn(all)}. If there is none any more:`,
      id === undefined
        ? 'cd terraform, then: terraform force-unlock ID, with the ID that stands in the file of the lock, beside the state: NAME.tflock in a bucket, .NAME.lock.info on a disk'
        : `cd terraform, then: terraform force-unlock ${id}`,
    ],
  },
  {
    when: /state snapshot was created by Terraform v([\d.]+\d)\S*, which is newer/,
    says: ([, version = '']) => [
      `The state was last written by Terraform ${version}, and this one is older, so it cannot read it.`,
      `Install ${version} or later:`,
      ...INSTALL_TERRAFORM,
    ],
  },
  {
    when: /Backend (?:initialization required|configuration changed)|Error: input is disabled|asking for state migration action/i,
    says: (_, all) =>
      all.includes('Reason: Initial configuration') && !stateHere()
        ? // Whoever comes to a state that others share has none to move.
          [
            'terraform/backend.tf says where the state of this deployment is, and Terraform has not looked there from here yet.',
            `Have it do so: ${INIT}`,
          ]
        : [
            'The state of this deployment is not where terraform/backend.tf says: that file came, went or was changed, and the state was not moved.',
            `Move it there, and answer yes: ${INIT} -migrate-state`,
            'Or make terraform/backend.tf what it was; delete it where there was none',
            `Has somebody else moved it there already? Then use that one: ${INIT} -reconfigure`,
          ],
  },
  {
    when: /S3: (?:GetObject|HeadObject|PutObject), [\s\S]*?\bKMS\.(\w+)/,
    says: ([, refusal = '']) => [
      `The key that encrypts the bucket of terraform/backend.tf cannot be used (${refusal}).`,
      'As an administrator enable it: console, Key Management Service. Or have the bucket encrypted with S3\'s own key: console, S3, the bucket, Properties, "Default encryption"',
    ],
  },
  {
    when: /open (\S*\.tfstate\S*): (?:permission denied|Access is denied|read-only file system)/,
    says: ([, file = '']) => [
      `This user may not read or write ${file}, where Terraform keeps its state.`,
      'Give yourself the folder terraform and what is in it; what sudo or Docker made belongs to root',
    ],
  },
  {
    when: /S3 bucket\s+"([^"]+)"\s+does not exist|Error acquiring the state lock[\s\S]*?StatusCode: 404,/,
    says: ([, bucket]) => [
      `There is no bucket${bucket === undefined ? '' : ` ${bucket}`}, in which terraform/backend.tf keeps the state.`,
      'Is its name right, and are these credentials of its account? npm run doctor',
      'Make it if there is none yet: terraform/backend.tf.example',
    ],
  },
  {
    when: /requested bucket from "([^"]+)", actual location "([^"]+)"/,
    says: ([, , region = '']) => [
      `The bucket of terraform/backend.tf is in ${region}.`,
      `Set it there: region = "${region}". The region of backend.tf is the bucket's, and not the deployment's`,
      'Then: terraform -chdir=terraform init -reconfigure',
    ],
  },
];

/** Who took the lock, and when, as Terraform says it. */
function holderIn(all: string): string {
  const [, who] = /^\s*Who:\s+(\S+)/m.exec(all) ?? [];
  const [, since] = /^\s*Created:\s+(\d{4}-\d\d-\d\d \d\d:\d\d)/m.exec(all) ?? [];
  return `${who === undefined ? '' : `, of ${who}`}${since === undefined ? '' : `, since ${since} UTC`}`;
}
