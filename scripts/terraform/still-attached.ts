import type { Explanation } from './explanation.ts';

/** What IAM deletes only when nothing is joined to it, by its words for what is, and how to see and take that away. */
const KINDS: readonly {
  readonly when: RegExp;
  readonly says: (name: string, kind: string) => readonly [message: string, ...remedies: string[]];
}[] = [
  {
    when: /must remove users? from group/i,
    says: (group) => [
      'The group of those who may deploy still has members, so AWS does not delete it.',
      `Who is in it: aws iam get-group --group-name ${group} --query "Users[].UserName"`,
      `Take them out: aws iam remove-user-from-group --group-name ${group} --user-name NAME`,
    ],
  },
  {
    when: /attached to entities/i,
    says: (policy) => [
      `Something that Alex has not made still has the policy ${policy}, so AWS does not delete it: a role for single sign-on, say, or a user.`,
      `What has it: aws iam list-entities-for-policy --policy-arn ${policy}`,
      `Take it from a role: aws iam detach-role-policy --role-name NAME --policy-arn ${policy}`,
      `From a user: aws iam detach-user-policy --user-name NAME --policy-arn ${policy}`,
      `From a group: aws iam detach-group-policy --group-name NAME --policy-arn ${policy}`,
      'Is it the boundary of a role or user, and not attached? aws iam delete-role-permissions-boundary --role-name NAME, or delete-user-permissions-boundary',
    ],
  },
  {
    when: /must detach all policies/i,
    says: (name, kind) => [
      `Somebody has attached a policy to the ${kind} ${name} that Alex has not made, so AWS does not delete it.`,
      `Which: aws iam list-attached-${kind}-policies --${kind}-name ${name}`,
      `Take each of them from it: aws iam detach-${kind}-policy --${kind}-name ${name} --policy-arn ARN`,
    ],
  },
  {
    when: /must delete policies/i,
    says: (name, kind) => [
      `Somebody has written a policy into the ${kind} ${name} that Alex has not made, so AWS does not delete it.`,
      `Which: aws iam list-${kind}-policies --${kind}-name ${name}`,
      `Delete each of them: aws iam delete-${kind}-policy --${kind}-name ${name} --policy-name POLICY`,
    ],
  },
];

const NAMES: Readonly<Record<string, string>> = { group: 'alex-deployers', policy: 'ARN' };

/** Of IAM's DeleteConflict; its words stand in reports of others. */
export const stillAttached: Explanation = {
  when: /DeleteConflict|Cannot delete entity, must|must remove users? from group/i,
  says: (_, all, about) => {
    const [, kind = '', name] = /deleting IAM (Group|Policy|Role|User) \(([^)]+)\)/i.exec(all) ?? [];
    const what = KINDS.find(({ when }) => when.test(all));
    const noun = kind === '' ? (/\baws_iam_(group|policy|role)\b/.exec(all)?.[1] ?? 'role') : kind.toLowerCase();
    if (what !== undefined) return what.says(name ?? NAMES[noun] ?? 'NAME', noun);
    return [
      `IAM does not delete what something else is still joined to${about}.`,
      'Its own words below say what: take that away as an administrator: console, IAM',
    ];
  },
};
