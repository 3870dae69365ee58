import { ASK_AWS, BILLING_SWITCH, deniedBy, NOT_OPEN, NOT_OPEN_TO_ACCOUNT } from '../target/denied-by.ts';
import type { Explanation } from './explanation.ts';
import { UPGRADE } from './provider-failures.ts';

/**
 * What a first deployment in an account meets, and later ones seldom. Words of AWS that stand in its documents, or in reports of others,
 * are matched by these; what AWS may say in other words, by what cannot be lacking in them. Nothing here was tried on AWS.
 */
export const accountFailures: readonly Explanation[] = [
  {
    // In reports of others: OperationNotPermitted of Elastic Load Balancing, which ECS hands on.
    when: /account\s+currently\s+does\s+not\s+support\s+creating\s+load\s+balancers/i,
    says: (_, _all, about) => [
      `This AWS account may not make load balancers yet, as some new ones may not${about}, and the researcher's container is behind one.`,
      ASK_AWS,
      'Until then go without it: npm run destroy -- --stage 4. The other stages do not need it',
    ],
  },
  {
    when: NOT_OPEN,
    says: (_, _all, about) => {
      const [says, ...remedies] = NOT_OPEN_TO_ACCOUNT;
      return [`${says.replace(/\.$/, '')}${about}.`, ...remedies];
    },
  },
  {
    // SageMaker's own limit of a serverless endpoint, in which it fetches its model, too. The sentence is known from reports alone.
    when: /within the allotted \d+ second|completed within 180 seconds|stand up your model/i,
    says: (_, _all, about) => [
      `The endpoint of the embeddings was not up within the 180 seconds that SageMaker gives a serverless one to fetch its model and start${about}.`,
      'Often the next try does it, as the model comes over the internet',
      'How far it came: npm run logs -- embeddings --target aws --since 1h',
      'The same again? More memory brings more processor: embeddings = { memory = 6144 } in terraform/terraform.tfvars, as far as your quota goes (npm run doctor)',
    ],
  },
  {
    // Documented: an error of CreateDBSubnetGroup and CreateDBCluster in the RDS API.
    when: /DBSubnetGroupDoesNotCoverEnoughAZs|cover at least two Availability Zones/i,
    says: (_, _all, about) => [
      `The database wants subnets in two availability zones, and these are in one${about}.`,
      'With a network of your own: name subnets of another zone, too, subnet_ids of database_network in terraform/terraform.tfvars',
      'Or let Alex make its network: database_network = null. It costs nothing',
    ],
  },
  {
    // Documented: "Unable to create the resource", in the troubleshooting of RDS's service-linked role.
    when: /Verify that you have permission to create service linked role/i,
    says: (_, _all, about) => [
      `RDS has no role of its own in this account yet${about}: the first database makes it, and it takes a minute to be known.`,
      'Wait a minute',
      'The same again? As an administrator make it: aws iam create-service-linked-role --aws-service-name rds.amazonaws.com',
    ],
  },
  {
    // The provider's own list of what it knows; it never asks AWS.
    when: /expected runtime to be one of/i,
    says: () => ["Terraform's AWS provider is older than the runtime that Alex's functions want.", UPGRADE],
  },
  {
    // Lambda's own words, of CreateFunction: the first are of its API's model, the others of reports.
    when: /at 'runtime' failed to satisfy constraint|runtime parameter of \S+ is (?:not|no longer) supported/i,
    says: (_, _all, about) => [
      `Lambda does not have the runtime that Alex's functions want in this region${about}.`,
      'Regions get new runtimes one after the other: choose another in terraform/terraform.tfvars, region, before more is made',
      'Which there are: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    ],
  },
  {
    // In reports of others, for a right that lacks and for CloudWatch's policy of who may deliver logs that has grown too long: 5,120 characters.
    when: /Insufficient permissions to enable logging|Policy document length breaking Cloudwatch Logs Constraints/i,
    says: (_, all, about) => [
      `API Gateway may not deliver its log${about}.`,
      ...(deniedBy(all)?.remedies ?? [
        'Were you put into the group of deployers after stage 1 was last deployed? An administrator deploys stage 1 again, which gives it what it lacks: guides/1-permissions.md',
        'Do many things deliver logs in this account? Then its policy may be full: aws logs describe-resource-policies, and have an administrator shorten AWSLogDeliveryWrite20150319',
      ]),
    ],
  },
  {
    // Of UpdateAccount, as the role is some seconds old. In reports of others.
    when: /role ARN does not have required permissions (?:configured|set)/i,
    says: (_, _all, about) => [
      `API Gateway does not know yet what its new role for logs may do${about}. That passes by itself.`,
      'Wait a minute',
    ],
  },
  {
    // In reports of others: of a member of an organisation whose management account keeps the bills to itself.
    when: /is a linked account|ask the payer account/i,
    says: (_, _all, about) => [
      `This account belongs to an organisation, whose management account pays and lets no other have budgets${about}.`,
      'Ask whoever pays to open budgets and costs to its linked accounts: console of the management account, Billing and Cost Management, Cost Management preferences',
      'Until then go without stage 8: npm run destroy -- --stage 8',
    ],
  },
  {
    // Documented: IAM users see and set no budgets before the root user allows it, whatever their policies say.
    when: /(?:operation error Budgets: |creating Budget|budgets:\w+)[\s\S]*?(?:AccessDenied|not authorized)|(?:AccessDenied|not authorized)[\s\S]*?budgets:\w+/i,
    says: (_, all, about) => [
      `AWS refuses the budget of stage 8${about}.`,
      ...(deniedBy(all)?.remedies ?? [
        BILLING_SWITCH,
        'It is, and the same again? Then you are not in the group of deployers: guides/1-permissions.md',
      ]),
    ],
  },
  {
    // Documented: InvalidParameter of SNS's Subscribe. Which address it takes for none stands in no document.
    when: /SNS: Subscribe[\s\S]*?Invalid parameter: (?:Email|Endpoint)/i,
    says: () => [
      'SNS does not take the address that alarms go to for an e-mail address.',
      'Set another: alert_email in terraform/terraform.tfvars, or null for nobody',
    ],
  },
];
