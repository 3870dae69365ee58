// What the AWS provider asks AWS for when it makes, reads, changes and deletes a resource of each type, tags included, and on which
// ARN AWS decides about it ('*' for what has no ARN, or none yet). From memory of the provider's source and of the Service
// Authorization Reference (https://docs.aws.amazon.com/service-authorization/latest/reference/), November 2026; checked against the
// source for aws_ecs_express_gateway_service, aws_kms_key and aws_vpc_security_group_ingress_rule, and against the guides of ECR for keys,
// of KMS and API Gateway for tags. No account has been asked.

import type { AskedByType } from './asked.ts';
import { compute } from './compute.ts';
import { data } from './data.ts';
import { gateways } from './gateways.ts';
import { identities } from './identities.ts';
import { watching } from './watching.ts';

export const providerActions: AskedByType = { ...identities, ...gateways, ...compute, ...data, ...watching };
