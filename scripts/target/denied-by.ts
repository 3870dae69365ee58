/** What a refusal of AWS says of why, where that is no lack of rights: what can help, and nothing that cannot. */
export interface Denial {
  /** The words of AWS, such as "a service control policy". */
  readonly by: string;
  readonly remedies: readonly string[];
}

/** How AWS says it; Terraform breaks its lines. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const EXPLICIT =
  /with\s+an\s+explicit\s+deny\s+in\s+an?\s+((?:service|resource)\s+control\s+policy|permissions\s+boundary|session\s+policy|resource-based\s+policy|identity-based\s+policy|VPC\s+endpoint\s+policy)/i;
const NOT_ALLOWED =
  /because\s+no\s+((?:service|resource)\s+control\s+policy|permissions\s+boundary|session\s+policy|resource-based\s+policy|VPC\s+endpoint\s+policy)\s+allows/i;

const ANOTHER = 'Or deploy into an account of your own: guides/1-permissions.md';
const ORGANISATION = [
  'Your organisation sets it, and no right in this account goes above it: neither the group of those who may deploy, nor an administrator',
  'Most often it is about regions: choose one that your organisation allows, region in terraform/terraform.tfvars, and for a model the one after "@"',
  'Else ask whoever administers the organisation to allow it for this account',
  ANOTHER,
];
const REMEDIES: readonly (readonly [by: RegExp, remedies: readonly string[]])[] = [
  [/control/, ORGANISATION],
  [
    /boundary/,
    [
      'Whoever made this user or role limited it, and no group goes above that: ask for one without that boundary, or for a wider one',
      ANOTHER,
    ],
  ],
  [
    /session/,
    [
      'These temporary credentials were made for less than their role may do: sign in as the role itself, or ask whoever gives them out',
    ],
  ],
  [/endpoint/, ['The network that this machine is in lets less through: try from another one, or ask who keeps it']],
  [
    /resource/,
    ['A policy of the thing itself refuses it: see its permissions in the console, or ask whoever keeps this account'],
  ],
  [/identity/, ['A policy of yours forbids it outright, and no group goes above that: ask whoever keeps this account']],
];

/** Undefined where AWS names no such reason: then a right is missing, as who may deploy has it. */
export function deniedBy(message: string): Denial | undefined {
  const [, words] = EXPLICIT.exec(message) ?? NOT_ALLOWED.exec(message) ?? [];
  if (words === undefined) return undefined;
  const by = `${/^i/i.test(words) ? 'an' : 'a'} ${words.replaceAll(/\s+/g, ' ')}`;
  return { by, remedies: REMEDIES.find(([pattern]) => pattern.test(by))?.[1] ?? [] };
}

export interface Refusal {
  /** One sentence: what AWS refuses, and why as far as it says so. */
  readonly says: string;
  /** Such as `iam:CreateRole`; undefined where AWS does not name it. */
  readonly action: string | undefined;
  /** Undefined where a right is missing. */
  readonly denial: Denial | undefined;
}

/** What AWS says of a call that it refuses; Terraform breaks its lines. */
export function refusalIn(message: string): Refusal {
  const [, action] = /not\s+authorized\s+to\s+perform:\s+([\w-]+:\w+)/.exec(message) ?? [];
  const denial = deniedBy(message);
  const says =
    denial === undefined
      ? `AWS refuses what is asked: these credentials may not do ${action ?? 'it'}.`
      : `AWS refuses ${action ?? 'what is asked'}, by ${denial.by}.`;
  return { says, action, denial };
}

/** AWS's words for an account that a service is not open to, whoever asks; the last are Bedrock's. */
export const NOT_OPEN =
  /\byour\s+account\s+is\s+not\s+(?:authorized|allowed)\s+to\b|(?:^|ValidationException:\s+)Operation\s+not\s+allowed\.?\s*$/im;

/** Where only AWS itself can help, whose answer costs nothing on any plan of support. */
export const ASK_AWS = 'Ask AWS, for nothing: console, Support, "Account and billing"; it takes a day or so';

/** What to say of it. Rights and groups do not help. */
export const NOT_OPEN_TO_ACCOUNT = [
  'AWS refuses this to the account itself, whoever asks: the service is not open to it, as to some new ones.',
  ASK_AWS,
  'No right, no group and no administrator of the account changes that',
] as const;

/** Documented: IAM users and roles see no costs and no budgets before the root user allows it, whatever their policies say. */
export const BILLING_SWITCH =
  'Has the root user let others see bills? Console, as the root user: Account, "IAM user and role access to Billing information", Activate';

/** What helps where a right is missing. */
export const JOIN_DEPLOYERS = [
  'Put your user into the group of those who may deploy: guides/1-permissions.md',
  'Is it in there? Then stage 1 is older than this checkout: an administrator deploys it again',
] as const;
