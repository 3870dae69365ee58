// Roles; and of stage 1, which is an administrator's, what members of the group read.
import { ACCOUNT, asked, text, type Asked, type AskedByType } from './asked.ts';

const role = (actions: string, on: Asked['on']): Asked[] => [asked('iam', actions, on)];
/** What belongs to a role names it without its path. Alex's are all in one. */
const ofRole: Asked['on'] = (v) => `arn:aws:iam::${ACCOUNT}:role/alex/${text(v, 'role')}`;

export const identities: AskedByType = {
  aws_iam_policy: [
    asked(
      'iam',
      'GetPolicy GetPolicyVersion ListPolicyTags',
      (v) => `arn:aws:iam::${ACCOUNT}:policy/${text(v, 'name')}`,
    ),
  ],
  aws_iam_group: [asked('iam', 'GetGroup', (v) => `arn:aws:iam::${ACCOUNT}:group/${text(v, 'name')}`)],
  aws_iam_group_policy_attachment: [
    asked('iam', 'ListAttachedGroupPolicies', (v) => `arn:aws:iam::${ACCOUNT}:group/${text(v, 'group')}`),
  ],
  aws_iam_role: [
    ...role(
      'CreateRole DeleteRole GetRole ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoleTags PutRolePermissionsBoundary TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription',
      (v) => `arn:aws:iam::${ACCOUNT}:role${text(v, 'path')}${text(v, 'name')}`,
    ),
  ],
  aws_iam_role_policy: role('DeleteRolePolicy GetRolePolicy PutRolePolicy', ofRole),
  aws_iam_role_policy_attachment: role('AttachRolePolicy DetachRolePolicy ListAttachedRolePolicies', ofRole),
};
