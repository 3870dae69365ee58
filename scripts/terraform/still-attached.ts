import type { Explanation } from './explanation.ts';

/** What IAM deletes only when nothing is joined to it, by its words for what is, and how to see and take that away. */
const KINDS: readonly {
  readonly when: RegExp;
  readonly says: (name: string, kind: 'role' | 'group') => readonly [message: string, ...remedies: string[]];
}[] = [
  {
    when: /must remove users? from group/i,
    says: (group) => [
      'The group of those who may deploy still has members, so AWS does not delete it.',
      `Who is in it, as an administrator: aws iam get-group --group-name ${group} --query "Users[].UserName"`,
      `Take them out: aws iam remove-user-from-group --group-name ${group} --user-name NAME`,
    ],
  },
  {
    when: /attached to entities/i,
    says: (policy) => [
      `Something that Alex has not made still has the policy ${policy}, so AWS does not delete it: a role for single sign-on, say, or a user.`,
      `What has it, as an administrator: aws iam list-entities-for-policy --policy-arn ${policy}`,
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
      `Which, as an administrator: ${COMMANDS[kind].attached} ${name}`,
      `Take each of them from it: ${COMMANDS[kind].detach} ${name} --policy-arn ARN`,
    ],
  },
  {
    when: /must delete policies/i,
    says: (name, kind) => [
      `Somebody has written a policy into the ${kind} ${name} that Alex has not made, so AWS does not delete it.`,
      `Which, as an administrator: ${COMMANDS[kind].written} ${name}`,
      `Delete each of them: ${COMMANDS[kind].remove} ${name} --policy-name POLICY`,
    ],
  },
];

/** Of what has policies, Alex makes these. */
const COMMANDS = {
  role: {
    attached: 'aws iam list-attached-role-policies --role-name',
    detach: 'aws iam detach-role-policy --role-name',
    written: 'aws iam list-role-policies --role-name',
    remove: 'aws iam delete-role-policy --role-name',
  },
  group: {
    attached: 'aws iam list-attached-group-policies --group-name',
    detach: 'aws iam detach-group-policy --group-name',
    written: 'aws iam list-group-policies --group-name',
    remove: 'aws iam delete-group-policy --group-name',
  },
} as const;

/** Of IAM's DeleteConflict; its words stand in reports of others. */
export const stillAttached: Explanation = {
  when: /DeleteConflict|Cannot delete entity, must|must remove users? from group/i,
  says: (_, all, about) => {
    const [, kind = '', given] = /deleting IAM (\w+) \(([^)]+)\)/i.exec(all) ?? [];
    const isGroup = /group/i.test(kind) || /users? from group/i.test(all);
    const name = given ?? (isGroup ? 'alex-deployers' : /attached to entities/i.test(all) ? 'ARN' : 'NAME');
    const what = KINDS.find(({ when }) => when.test(all));
    if (what !== undefined) return what.says(name, isGroup ? 'group' : 'role');
    return [
      `IAM does not delete what something else is still joined to${about}.`,
      'Its own words below say what: take that away as an administrator: console, IAM',
    ];
  },
};
