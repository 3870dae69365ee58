import type { Explanation } from './explanation.ts';

/** What passes by itself, or breaks off a deployment that is right: how to go on is all that there is to say, and what else to look at. */
export const passingFailures: readonly Explanation[] = [
  {
    when: /Insufficient\w*Capacity|capacity is unavailable at this time|provision requested ML compute capacity/i,
    says: (_, _all, about) => [
      `AWS has no machine free for that in this region just now${about}. That passes by itself.`,
      'Wait some minutes',
      'The same for hours? Look whether AWS says something of the region: https://health.aws.amazon.com',
    ],
  },
  {
    // Of functions, schedules, SageMaker's models, event source mappings, and of the key that encrypts a function's variables.
    when: /role defined for the function cannot be assumed|must allow [\w ]+ to assume the role|Could not assume role|execution role does not have permissions to call|unable to configure access to your environment variables because the KMS key is invalid for CreateGrant/i,
    says: (_, _all, about) => [
      `IAM knows a new role, and not everywhere in AWS yet${about}. That passes by itself.`,
      'Wait a minute',
    ],
  },
  {
    // Documented: an error of CreateQueue.
    when: /QueueDeletedRecently|wait (?:for )?60 seconds after (?:deleting|the deletion of) (?:a|the|this) queue/i,
    says: (_, _all, about) => [
      `A queue of that name was deleted a moment ago, and SQS keeps its name for a minute${about}. That passes by itself.`,
      'Wait a minute',
    ],
  },
  {
    // Documented: a status of a database instance.
    when: /incompatible-network/i,
    says: (_, _all, about) => [
      `The database finds no place in its network${about}: a subnet has no free address, or is gone.`,
      'With a network of your own: name subnets with free addresses, subnet_ids of database_network in terraform/terraform.tfvars',
      'Or let Alex make its network: database_network = null. It costs nothing',
    ],
  },
  {
    when: /NoSuchEntity[\s\S]{0,300}?is not attachable/,
    says: (_, _all, about) => [
      `IAM knows a new policy, and not everywhere yet${about}. That passes by itself.`,
      'Wait a minute',
      'The same again? Then somebody deleted the policy by hand: an administrator deploys stage 1 again (guides/1-permissions.md)',
    ],
  },
  {
    when: /InvalidDB(?:Cluster|Instance)State(?:Fault)?/,
    says: (_, _all, about) => [
      `The database is busy with something else, such as a backup, a change or its start${about}. That passes by itself.`,
      'Wait some minutes. Until it is "Available": console, RDS, Databases',
    ],
  },
  {
    when: /CannotPullContainer(?:Error)?/,
    says: (_, _all, about) => [
      `ECS could not fetch the container's image${about}.`,
      'Is an image of that tag there? console, Elastic Container Registry. Where not, put one there: npm run deploy -- --stage 4',
      'With subnets of your own in container_subnet_ids: they have to be public ones, with a way to the internet',
    ],
  },
  {
    when: /ecs[\s\S]{0,600}?unexpected state '(?:INACTIVE|DRAINING)'/i,
    says: (_, _all, about) => [
      `The container's service did not come up, and ECS took it away again${about}.`,
      'Why: console, Elastic Container Service, cluster default, the service, Events; what the program said: npm run logs -- researcher --target aws --since 1h',
    ],
  },
  {
    when: /did not pass the ping health check/,
    says: (_, _all, about) => [
      `The endpoint of the embeddings did not come up: its container gives no answer${about}.`,
      'What it said: npm run logs -- embeddings --target aws --since 1h',
      'Most often its memory is too small or its image too old: embeddings in terraform/terraform.tfvars (guides/2-embeddings.md)',
    ],
  },
  {
    when: /timeout while waiting for (?:state to become|resource to be gone)|\bwaiting for (?:(?!operation error)[^\n])*: context deadline exceeded/,
    says: (_, _all, about) => [
      `AWS took longer than Terraform waits${about}, and may still be at it.`,
      'Wait until the console says that it is done. What is then not whole is made anew, which is said and asked before',
    ],
  },
  {
    when: /DependencyViolation/,
    says: (_, _all, about) => [
      `Something still uses what is to be deleted${about}: AWS takes away what it made there itself, such as network interfaces, some minutes later.`,
      'Wait ten minutes',
      'The same again? Then it is what somebody made by hand: console, VPC, Network interfaces, whose description says what they are of',
    ],
  },
  {
    // Documented: errors of API Gateway, of WAF, of CloudWatch Logs and of Lambda, where two changes of one thing meet.
    when: /concurrent modification|WAFOptimisticLockException|conflicting operation is currently in progress|ResourceConflictException: The operation cannot be performed at this time. An update is in progress/i,
    says: (_, _all, about) => [
      `AWS was at another change of that still${about}. That passes by itself.`,
      'Wait a minute',
    ],
  },
  {
    // Documented: an error of CreateTrail, and of ECS, for what was made a moment ago.
    when: /InsufficientS3BucketPolicyException|ClusterNotFoundException/,
    says: (_, _all, about) => [
      `AWS does not know everywhere yet what was just made${about}. That passes by itself.`,
      'Wait a minute',
      'The same again? Then somebody changed or deleted it by hand, and the next deployment shows and mends that',
    ],
  },
  {
    // Documented: an error of DeleteWebACL.
    when: /WAFAssociatedItemException/,
    says: (_, _all, about) => [
      `The web ACL is still attached to something${about}: WAF knows some minutes later that it was taken off.`,
      'Wait some minutes',
      'The same again? Take off what somebody attached by hand: console, WAF & Shield, Web ACLs, its name, "Associated AWS resources"',
    ],
  },
  {
    // Documented: an error of EC2, of networks of one's own.
    when: /InsufficientFreeAddressesInSubnet/,
    says: (_, _all, about) => [
      `A subnet has no free address left${about}.`,
      'Name others, with free addresses, in container_subnet_ids or in subnet_ids of database_network in terraform/terraform.tfvars',
    ],
  },
  {
    when: /WAFUnavailableEntity(?:Exception)?/,
    says: (_, _all, about) => [
      `AWS WAF does not know yet what was just made for it${about}. That passes by itself.`,
      'Wait a minute',
    ],
  },
  {
    when: /\bOperationAborted\b/,
    says: (_, _all, about) => [
      `S3 is busy with that bucket still, as one that was just deleted keeps its name for a while${about}. That passes by itself.`,
      'Wait some minutes, at most an hour or two',
    ],
  },
  {
    when: /Plugin did not respond|\(\*GRPCProvider\)\.\w+ request was cancelled|plugin crashed|fatal error: (?:runtime: )?out of memory/,
    says: () => [
      "Terraform's AWS provider broke off, most often because this machine had no memory left for it.",
      'Close other programs: it wants about 1 GB. In WSL or a container, give that more',
      'Does it break off with memory to spare? Fetch the provider anew: delete the folder terraform/.terraform',
    ],
  },
];

/** What AWS could not answer at the moment. A right that lacks comes first, as what waiting does not mend. */
export const busyFailures: readonly Explanation[] = [
  {
    when: /RequestLimitExceeded|Throttl(?:ing|ed)|TooManyRequests|Rate\s+exceeded|SlowDown|reduce\s+your\s+request\s+rate/,
    says: (_, _all, about) => [
      `AWS was asked too much at once${about}, as by others in this account, and nothing is wrong with it.`,
      'Wait a minute',
    ],
  },
  {
    when: /\b(?:Internal(?:Failure|(?:Server|Service)?(?:Error|Exception|Fault)\w*)|ServiceUnavailable\w*|ServiceFailure|Serv(?:ice|er)Exception)\b|StatusCode:\s+5\d\d\b/,
    says: (_, _all, about) => [
      `AWS failed at that itself${about}, and nothing is wrong with what it was asked.`,
      'Wait some minutes',
      'The same again? Look whether AWS says something of the region: https://health.aws.amazon.com',
    ],
  },
];
