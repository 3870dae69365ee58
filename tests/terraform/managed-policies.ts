/**
 * What the policies of AWS's own that roles here are given allow, as of November 2026. AWS changes them without asking.
 *
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/
 */
export const managedPolicies: Readonly<Record<string, readonly string[]>> = {
  'service-role/AmazonAPIGatewayPushToCloudWatchLogs': [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:DescribeLogGroups',
    'logs:DescribeLogStreams',
    'logs:FilterLogEvents',
    'logs:GetLogEvents',
    'logs:PutLogEvents',
  ],
  'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices': [
    ...['AddTagsToCertificate', 'DeleteCertificate', 'DescribeCertificate', 'RequestCertificate'].map(
      (a) => `acm:${a}`,
    ),
    ...[
      'DeleteScalingPolicy',
      'DeregisterScalableTarget',
      'DescribeScalableTargets',
      'DescribeScalingActivities',
      'DescribeScalingPolicies',
      'PutScalingPolicy',
      'RegisterScalableTarget',
      'TagResource',
    ].map((a) => `application-autoscaling:${a}`),
    ...['DeleteAlarms', 'DescribeAlarms', 'PutMetricAlarm', 'TagResource'].map((a) => `cloudwatch:${a}`),
    ...[
      'AuthorizeSecurityGroupEgress',
      'AuthorizeSecurityGroupIngress',
      'CreateSecurityGroup',
      'CreateTags',
      'DeleteSecurityGroup',
      'DescribeRouteTables',
      'DescribeSecurityGroups',
      'DescribeSubnets',
      'DescribeVpcs',
      'RevokeSecurityGroupEgress',
      'RevokeSecurityGroupIngress',
    ].map((a) => `ec2:${a}`),
    ...[
      'AddListenerCertificates',
      'AddTags',
      'CreateListener',
      'CreateLoadBalancer',
      'CreateRule',
      'CreateTargetGroup',
      'DeleteListener',
      'DeleteLoadBalancer',
      'DeleteRule',
      'DeleteTargetGroup',
      'DeregisterTargets',
      'DescribeListeners',
      'DescribeLoadBalancers',
      'DescribeRules',
      'DescribeTargetGroups',
      'DescribeTargetHealth',
      'ModifyListener',
      'ModifyRule',
      'RegisterTargets',
      'RemoveListenerCertificates',
    ].map((a) => `elasticloadbalancing:${a}`),
    'iam:CreateServiceLinkedRole',
    ...['CreateLogGroup', 'DescribeLogGroups', 'TagResource'].map((a) => `logs:${a}`),
  ],
};
