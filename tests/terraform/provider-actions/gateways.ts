// Both kinds of API, and the web ACL before one of them.
import { ACCOUNT, REGION, arn, asked, everywhere, handsOver, untagged, type Asked, type AskedByType } from './asked.ts';

const gateway = (path: string, methods = 'DELETE GET PATCH POST PUT'): Asked[] => [
  asked('apigateway', methods, () => `arn:aws:apigateway:${REGION}::${path}`),
];
/** What has no tags of its own and none of what it belongs to. */
const part = (path: string, methods: string): Asked[] => gateway(path, methods).map(untagged);
const webAcl = (): string => arn('wafv2', 'regional/webacl/alex-rest/id');
const deliveries = asked(
  'logs',
  'CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery',
  everywhere,
);

export const gateways: AskedByType = {
  aws_api_gateway_account: [...gateway('/account', 'GET PATCH'), handsOver('cloudwatch_role_arn')],
  aws_api_gateway_api_key: [
    ...gateway('/apikeys', 'POST'),
    ...gateway('/apikeys/id'),
    ...part('/tags/arn', 'DELETE GET PUT'),
  ],
  aws_api_gateway_deployment: [
    ...part('/restapis/id/deployments', 'GET POST'),
    ...gateway('/restapis/id/deployments/id'),
  ],
  aws_api_gateway_integration: gateway('/restapis/id/resources/id/methods/GET/integration'),
  aws_api_gateway_method: gateway('/restapis/id/resources/id/methods/GET'),
  aws_api_gateway_method_settings: gateway('/restapis/id/stages/v1'),
  aws_api_gateway_resource: gateway('/restapis/id/resources/id'),
  aws_api_gateway_rest_api: [
    ...gateway('/restapis', 'POST'),
    ...gateway('/restapis/id'),
    ...part('/tags/arn', 'DELETE GET PUT'),
  ],
  aws_api_gateway_stage: [...gateway('/restapis/id/stages', 'POST'), ...gateway('/restapis/id/stages/v1'), deliveries],
  aws_api_gateway_usage_plan: [
    ...gateway('/usageplans', 'POST'),
    ...gateway('/usageplans/id'),
    ...part('/tags/arn', 'DELETE GET PUT'),
  ],
  aws_api_gateway_usage_plan_key: [...part('/usageplans/id/keys', 'GET POST'), ...gateway('/usageplans/id/keys/id')],
  aws_apigatewayv2_api: [
    ...gateway('/apis', 'POST'),
    ...gateway('/apis/id'),
    ...part('/apis/id/cors', 'DELETE'),
    ...part('/tags/arn', 'DELETE GET POST'),
  ],
  aws_apigatewayv2_integration: [
    ...part('/apis/id/integrations', 'POST'),
    ...part('/apis/id/integrations/id', 'DELETE GET PATCH'),
  ],
  aws_apigatewayv2_route: [...part('/apis/id/routes', 'POST'), ...part('/apis/id/routes/id', 'DELETE GET PATCH')],
  aws_apigatewayv2_stage: [...gateway('/apis/id/stages', 'POST'), ...gateway('/apis/id/stages/$default'), deliveries],
  aws_wafv2_web_acl: [
    asked(
      'wafv2',
      'CreateWebACL DeleteWebACL GetWebACL ListTagsForResource TagResource UntagResource UpdateWebACL',
      webAcl,
    ),
    asked('wafv2', 'CreateWebACL UpdateWebACL', () =>
      arn('wafv2', 'regional/managedruleset/AWS/AWSManagedRulesCommonRuleSet', REGION, 'aws'),
    ),
  ],
  aws_wafv2_web_acl_association: [
    asked('wafv2', 'AssociateWebACL GetWebACL', webAcl),
    asked(
      'wafv2',
      'AssociateWebACL DisassociateWebACL GetWebACLForResource',
      () => `arn:aws:apigateway:${REGION}::/restapis/id/stages/v1`,
    ),
    asked('apigateway', 'SetWebACL', () => `arn:aws:apigateway:${REGION}::/restapis/id/stages/v1`),
  ],
  aws_wafv2_web_acl_logging_configuration: [
    asked('wafv2', 'DeleteLoggingConfiguration GetLoggingConfiguration PutLoggingConfiguration', webAcl),
    asked(
      'iam',
      'CreateServiceLinkedRole',
      () => `arn:aws:iam::${ACCOUNT}:role/aws-service-role/wafv2.amazonaws.com/AWSServiceRoleForWAFV2Logging`,
    ),
    deliveries,
  ],
};
