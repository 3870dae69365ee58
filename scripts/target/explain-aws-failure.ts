import { causesOf } from '../analysis/causes-of.ts';
import { CommandError } from '../analysis/command-error.ts';
import { BLOCKED, CLOCK } from '../terraform/known-failures.ts';
import { CODE_STORAGE } from '../terraform/failed-quotas.ts';
import { deployCommand } from '../terraform/stage-remedy.ts';
import { profileTrouble, signIn } from './aws-profiles.ts';
import { doubtfulRegion } from './aws-regions.ts';
import { JOIN_DEPLOYERS, NOT_OPEN, NOT_OPEN_TO_ACCOUNT, refusalIn } from './denied-by.ts';
import type { Target } from './target.ts';

/** What has to be known of a target to say what is wrong with it. */
export type Where = Pick<Target, 'name' | 'region'>;

interface Failure {
  /** The error's name, as AWS says it. */
  readonly kind: string;
  readonly message: string;
  /** The system's code of a connection that failed. */
  readonly code: string;
  /** The HTTP status of AWS's answer; 0 where there was none. */
  readonly status: number;
}

interface Explanation {
  readonly matches: (failure: Failure) => boolean;
  readonly says: (failure: Failure, where: Where) => readonly [message: string, ...remedies: string[]];
}

/** The last way out, which the doctor itself does not tell. */
export const DOCTOR = 'What is wrong and what is not: npm run doctor';

const OVERASKED = /Throttl|TooManyRequests|RequestLimitExceeded|LimitExceeded|SlowDown/;

/** Where the answer is a page, say. */
export const NOT_AWS = [
  'Something on this network answers in the place of AWS.',
  'Is there a page on which this network wants you to sign in? Do that in a browser, or use another network',
] as const;

/** HTTP's status of a network that wants its users to sign in: no service of AWS answers so. */
const SIGN_IN_FIRST = 511;

/** The SDK's words for an answer that is neither JSON nor XML. */
const isUnreadable = (message: string): boolean => message.includes('Deserialization error');

const isUnreachable = ({ code, kind }: Failure): boolean =>
  /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/.test(code) ||
  /^TimeoutError$|^NetworkingError$/.test(kind);

/** Node's codes of a certificate that it refuses. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNTRUSTED =
  /SELF_SIGNED_CERT|^UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|^CERT_(?:HAS_EXPIRED|NOT_YET_VALID|UNTRUSTED|REJECTED|SIGNATURE_FAILURE|CHAIN_TOO_LONG)$|^INVALID_CA$|^HOSTNAME_MISMATCH$|^ERR_TLS_CERT_/;

/** What to do where .env names what is not in the account. */
export const NOT_THERE = [
  'If it was destroyed or deployed anew, write .env from what is there: npm run env',
  'If a deployment stopped half-way, go on with it: npm run deploy',
  'If it is in another account or region: set AWS_PROFILE, or see AWS_REGION in .env',
] as const;

/** RDS draws it itself, and knows nothing of one that somebody has set in the console or in SQL. */
const OWNERS_PASSWORD = [
  "Is it the owner's, alex_admin? As an administrator have RDS draw another, with the cluster's name at the end of DATABASE_CLUSTER_ARN in .env: aws rds modify-db-cluster --db-cluster-identifier NAME --rotate-master-user-password --apply-immediately",
] as const;

/** The first that fits counts. */
const explanations: readonly Explanation[] = [
  {
    matches: ({ kind, message }) =>
      /^Expired|^RequestExpired|TokenRefreshRequired|SSOTokenProviderFailure/.test(kind) ||
      (/Credentials|Token|SSO/.test(kind) && /expired|SSO session .* (?:invalid|not found)|refresh/i.test(message)),
    says: () => [
      'The AWS credentials have expired.',
      signIn(),
      'With temporary keys in the environment: set the new ones, AWS_SESSION_TOKEN too',
    ],
  },
  {
    matches: ({ kind }) => kind === 'CredentialsProviderError' || kind === 'ProcessCredentialsFailure',
    says: () => [
      ...(profileTrouble() ?? (['There are no AWS credentials on this machine.'] as const)),
      signIn(),
      'With keys of your own: aws configure, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
      'How to make a user that may deploy: guides/1-permissions.md',
    ],
  },
  {
    matches: ({ kind, message }) =>
      /Signature (?:expired|not yet current)/i.test(message) || kind === 'RequestTimeTooSkewed',
    says: () => CLOCK,
  },
  {
    matches: ({ kind }) =>
      /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|AuthFailure|MissingAuthenticationToken)/.test(
        kind,
      ),
    says: () => [
      'AWS does not know these credentials: a key that is mistyped, deleted or of another partition.',
      'Which ones count: aws configure list',
      signIn(),
    ],
  },
  {
    matches: ({ message }) => /SQLState: 42P01|relation "[^"]+" does not exist/.test(message),
    says: (_, { name }) => [
      'The database has no tables yet, or not all.',
      `Bring it up to date: npm run migrate -- --target ${name}`,
    ],
  },
  {
    // The Data API gives it more than one name; PostgreSQL's own words and code are the same.
    matches: ({ message }) => /SQLState: 28P01|password authentication failed/i.test(message),
    says: ({ message }, { name }) => {
      const [, user = ''] = /user "([^"]+)"/.exec(message) ?? [];
      return [
        `The database does not take the password that is in the secret of its user ${user}.`.replace('user .', 'user.'),
        'Was it just changed? Try again in a minute',
        `Is it a role's, and not the owner's? It is given another: npm run migrate -- --target ${name}`,
        ...(name === 'laptop' ? [] : OWNERS_PASSWORD),
      ];
    },
  },
  {
    matches: ({ kind, message }) =>
      (/^(?:SecretsError|InvalidSecret)Exception$/.test(kind) || message.includes('Error fetching the secret')) &&
      !message.includes('is not authorized to perform'),
    says: ({ kind, message }, { name }) => [
      `The database cannot be asked, as the secret with its password cannot be read (${kind}: ${sentence(message)}).`,
      `Is it empty? It is filled: npm run migrate -- --target ${name}`,
      ...(name === 'laptop'
        ? []
        : ['May you read it? You do as one of the group of deployers: guides/1-permissions.md']),
      ...(name === 'laptop' ? [] : NOT_THERE),
    ],
  },
  {
    matches: ({ kind }) => kind === 'DatabaseResumingException',
    says: () => ['The database was asleep and is still waking up.', 'Try again in half a minute.'],
  },
  {
    matches: ({ kind, message }) =>
      kind === 'HttpEndpointNotEnabledException' ||
      (kind === 'BadRequestException' && /HttpEndpoint|Data API/i.test(message)),
    says: () => [
      'The database does not answer the Data API.',
      `Deploy the stage 5-database again: ${deployCommand(['5-database'])}`,
    ],
  },
  {
    // https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html
    matches: ({ kind, message }) =>
      kind === 'StatementTimeoutException' || /statement timeout|transaction .*timed? ?out/i.test(message),
    says: (_, { name }) => [
      'The database took longer over one statement than the Data API waits.',
      'Try again in a minute: one that has just woken up is slow at first',
      `How it stands: npm run check-db -- --target ${name}`,
    ],
  },
  {
    matches: ({ kind }) => /^(?:PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraint)/.test(kind),
    says: ({ message }, { region }) => [
      `A bucket is in another region than ${region}, in which it is asked for (${sentence(message)}).`,
      'Which region counts: terraform/terraform.tfvars, and AWS_REGION in .env once deployed, which is written from what is there by: npm run env',
    ],
  },
  {
    matches: ({ kind, message }) =>
      /[Aa]ccount is (?:currently )?(?:blocked|suspended|not (?:yet )?(?:verified|activated))/.test(message) ||
      /^(?:OptInRequired|PendingVerification|SubscriptionRequired)/.test(kind),
    says: () => BLOCKED,
  },
  {
    matches: ({ message }) => NOT_OPEN.test(message),
    says: () => NOT_OPEN_TO_ACCOUNT,
  },
  {
    matches: ({ kind, message }) =>
      /^AccessDenied|^NotAuthorized|^UnauthorizedOperation|^AuthorizationError|^ForbiddenException/.test(kind) ||
      message.includes('is not authorized to perform'),
    says: ({ message }) => {
      const { says, denial } = refusalIn(message);
      return [says, ...(denial === undefined ? [...JOIN_DEPLOYERS, DOCTOR] : denial.remedies)];
    },
  },
  {
    matches: ({ kind, message }) =>
      /ResourceNotFound|^NotFound|QueueDoesNotExist|NonExistentQueue|NoSuchBucket|NoSuchEntity|DBClusterNotFound|RepositoryNotFound|DatabaseNotFound|FunctionNotFound/.test(
        kind,
      ) || /(?:HttpEndpoint|[Cc]luster|[Dd]atabase|[Ss]ecret)\S* .*not (?:be )?found/.test(message),
    says: ({ kind, message }, { name, region }) => [
      name === 'laptop'
        ? `Something that the fleet should have is not there (${kind}: ${sentence(message)}).`
        : `Something that .env names is not in this AWS account in ${region} (${kind}: ${sentence(message)}).`,
      ...(name === 'laptop' ? ['Stop the fleet with Ctrl-C in its terminal and start it again: npm start'] : NOT_THERE),
    ],
  },
  {
    matches: ({ kind }) => CODE_STORAGE.when.test(kind),
    says: () => [CODE_STORAGE.says, ...CODE_STORAGE.remedies],
  },
  {
    matches: ({ kind, message }) =>
      kind === 'ResourceConflictException' && /update is in progress|cannot be performed at this time/i.test(message),
    says: () => [
      'Lambda is still at an earlier change of that function.',
      'Wait a minute and try again. The same again? What it is at: console, Lambda, the function',
    ],
  },
  {
    matches: ({ kind }) => OVERASKED.test(kind),
    says: () => ['AWS has been asked too much at once, or a quota is reached.', 'Wait a minute and try again.', DOCTOR],
  },
  {
    // A page that is written as XML is read, and has neither a code nor a message. AWS's own front ends send pages too, with 5xx.
    matches: ({ message, status }) =>
      status === SIGN_IN_FIRST || (status < 500 && (isUnreadable(message) || /^Unknown(?:Error)?$/.test(message))),
    says: () => NOT_AWS,
  },
  {
    matches: ({ code }) => UNTRUSTED.test(code),
    says: ({ code }, { region }) => [
      `AWS cannot be reached in ${region}: what answers shows a certificate that Node does not trust (${code}).`,
      'Something on this network opens encrypted connections, as proxies and virus scanners do. Set NODE_EXTRA_CA_CERTS to the file (PEM) of its certificate and try again',
      'Where this system trusts it already: set NODE_USE_SYSTEM_CA=1 instead',
      ...(/EXPIRED|NOT_YET_VALID/.test(code) ? ["Or this machine's clock is wrong: set the time"] : []),
      'More: guides/1-permissions.md',
    ],
  },
  {
    matches: isUnreachable,
    says: ({ code, kind }, { name, region }) => {
      const reason = code === '' ? kind : code;
      return name === 'laptop'
        ? [`The fleet on this laptop does not answer (${reason}).`, 'Start it with: npm start']
        : [
            `AWS cannot be reached in ${region} (${reason}).`,
            "Connect this machine to the internet. Alex's scripts go through no proxy: guides/1-permissions.md",
            doubtfulRegion(region) ??
              'The region (terraform/terraform.tfvars, and AWS_REGION in .env once deployed) may lack this service',
          ];
    },
  },
  {
    matches: ({ kind, status }) =>
      status === 400 && /^(?:Validation|Invalid|BadRequest|SerializationException)/.test(kind),
    says: ({ kind, message }, { name }) => [
      `${name === 'laptop' ? 'The fleet' : 'AWS'} does not take what this command asks for (${kind}: ${sentence(message)}).`,
      'Look at what you gave it, and at its --help',
      name === 'laptop'
        ? 'Is the fleet older than this checkout? Stop it with Ctrl-C in its terminal and start it again: npm start'
        : 'Is what is deployed older than this checkout? Bring it up to date: npm run deploy',
    ],
  },
  {
    matches: ({ status }) => status >= 500,
    says: ({ kind, message, status }, { name, region }) => {
      const said = isUnreadable(message) || kind.startsWith('Unknown') ? String(status) : `${kind}, ${status}`;
      return name === 'laptop'
        ? [
            `The fleet on this laptop failed with an error of its own (${said}).`,
            'Its log says why: npm run logs -- --target laptop --since 5m',
            'Stop it with Ctrl-C in its terminal and start it again: npm start',
          ]
        : [
            `AWS in ${region} failed with an error of its own (${said}).`,
            'Try again in a minute. Whether others see it: https://health.aws.amazon.com',
            ...(isUnreadable(message)
              ? ['The same for long, and nobody else sees it? Then it is something on this network: use another one']
              : []),
          ];
    },
  },
  {
    // What it says is all that is known of it; where in the program that was is of no use to anybody.
    matches: ({ status }) => status >= 300,
    says: ({ kind, message }, { name }) => [
      `${name === 'laptop' ? 'The fleet on this laptop' : 'AWS'} refused this, for a reason that Alex has no advice for (${kind}: ${sentence(message)}).`,
      'Try again in a minute; where it stays, the words above are what to look for',
      DOCTOR,
    ],
  },
];

/** A failure of an AWS call in words that tell what to do; undefined for any other error, and for one that says so already. */
export function explainAwsFailure(error: unknown, where: Where): CommandError | undefined {
  const causes = [...causesOf(error)];
  if (causes.some((cause) => cause instanceof CommandError)) return undefined;
  const failures = failuresOf(error);
  for (const { matches, says } of explanations) {
    const failure = failures.find(matches);
    if (failure === undefined) continue;
    const [message, ...remedies] = says(failure, where);
    return new CommandError(message, remedies, error);
  }
  return undefined;
}

/** Whether AWS would not answer this once, because it is asked too much: nothing follows from that. */
export const isOverasked = (error: unknown): boolean => failuresOf(error).some(({ kind }) => OVERASKED.test(kind));

/** Whether it is a refusal or a failure that AWS answered with, and not one on the way there. */
export const isAnswer = (error: unknown): boolean => failuresOf(error).some(({ status }) => status > 0);

/** Whether the same question may be answered a little later, with nothing done about it. */
export const passesByItself = (error: unknown): boolean =>
  isOverasked(error) || failuresOf(error).some((failure) => failure.status >= 500 || isUnreachable(failure));

const failuresOf = (error: unknown): Failure[] =>
  [...causesOf(error)].flatMap((cause) => (cause instanceof Error ? [failureOf(cause)] : []));

function failureOf(error: Error): Failure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { kind: error.name, message: error.message, code, status: statusOf(error) };
}

function statusOf(error: Error): number {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const has = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata;
  return has && typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : 0;
}

/** The first line, without its full stop: it stands in brackets. */
const sentence = (message: string): string => (message.split('\n', 1)[0] ?? '').replace(/\.$/, '').slice(0, 200);
