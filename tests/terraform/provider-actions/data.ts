// The database, its network, the vectors and the secrets.
import { ACCOUNT, arn, asked, everywhere, text, type Asked, type AskedByType } from './asked.ts';

const seen = (actions: string): Asked => asked('ec2', actions, everywhere);
const tagged = (kind: string, actions: string): Asked => asked('ec2', `${actions} CreateTags DeleteTags`, ec2(kind));
/** EC2 also asks about what something is made in or of. */
const used = (kind: string, actions: string): Asked => asked('ec2', actions, ec2(kind));
const ec2 =
  (kind: string): Asked['on'] =>
  () =>
    arn('ec2', `${kind}/id`);
const settingsOfDatabases = (kind: string, actions: string): Asked =>
  asked('rds', actions, () => arn('rds', `${kind}:default.aurora-postgresql16`));

export const data: AskedByType = {
  aws_db_subnet_group: [
    asked('rds', 'DescribeDBSubnetGroups', everywhere),
    asked(
      'rds',
      'AddTagsToResource CreateDBSubnetGroup DeleteDBSubnetGroup ListTagsForResource ModifyDBSubnetGroup RemoveTagsFromResource',
      (v) => arn('rds', `subgrp:${text(v, 'name')}`),
    ),
    // RDS looks at the network in the caller's name.
    asked(
      'ec2',
      'DescribeAccountAttributes DescribeAvailabilityZones DescribeInternetGateways DescribeSecurityGroups DescribeSubnets DescribeVpcAttribute DescribeVpcs',
      everywhere,
    ),
  ],
  aws_rds_cluster: [
    asked('rds', 'DescribeDBClusters DescribeGlobalClusters', everywhere),
    asked(
      'rds',
      'AddTagsToResource CreateDBCluster DeleteDBCluster DisableHttpEndpoint EnableHttpEndpoint ListTagsForResource ModifyDBCluster RemoveTagsFromResource',
      (v) => arn('rds', `cluster:${text(v, 'cluster_identifier')}`),
    ),
    asked('rds', 'CreateDBCluster', (v) => arn('rds', `subgrp:${text(v, 'db_subnet_group_name')}`)),
    asked('rds', 'AddTagsToResource DeleteDBCluster', (v) =>
      arn('rds', `cluster-snapshot:${text(v, 'cluster_identifier')}-final`),
    ),
    settingsOfDatabases('cluster-pg', 'CreateDBCluster ModifyDBCluster'),
    settingsOfDatabases('og', 'CreateDBCluster ModifyDBCluster'),
    // For the master user's secret, in the caller's name.
    asked('secretsmanager', 'CreateSecret TagResource', () => arn('secretsmanager', 'secret:rds!cluster-1-AbCdEf')),
    asked('kms', 'CreateGrant DescribeKey', () => arn('kms', 'key/id')),
    asked(
      'iam',
      'CreateServiceLinkedRole',
      () => `arn:aws:iam::${ACCOUNT}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS`,
    ),
  ],
  aws_rds_cluster_instance: [
    asked('rds', 'DescribeDBInstances', everywhere),
    asked(
      'rds',
      'AddTagsToResource CreateDBInstance DeleteDBInstance ListTagsForResource ModifyDBInstance RebootDBInstance RemoveTagsFromResource',
      (v) => arn('rds', `db:${text(v, 'identifier')}`),
    ),
    asked('rds', 'CreateDBInstance', (v) => arn('rds', `cluster:${text(v, 'cluster_identifier')}`)),
    settingsOfDatabases('pg', 'CreateDBInstance ModifyDBInstance'),
    settingsOfDatabases('og', 'CreateDBInstance ModifyDBInstance'),
  ],
  aws_s3vectors_index: [
    asked('s3vectors', 'CreateIndex DeleteIndex GetIndex ListTagsForResource TagResource UntagResource', (v) =>
      arn('s3vectors', `bucket/${text(v, 'vector_bucket_name')}/index/${text(v, 'index_name')}`),
    ),
  ],
  aws_s3vectors_vector_bucket: [
    asked(
      's3vectors',
      'CreateVectorBucket DeleteVectorBucket GetVectorBucket ListIndexes ListTagsForResource TagResource UntagResource',
      (v) => arn('s3vectors', `bucket/${text(v, 'vector_bucket_name')}`),
    ),
  ],
  aws_secretsmanager_secret: [
    asked(
      'secretsmanager',
      'CreateSecret DeleteSecret DescribeSecret GetResourcePolicy RestoreSecret TagResource UntagResource UpdateSecret',
      (v) => arn('secretsmanager', `secret:${text(v, 'name')}-AbCdEf`),
    ),
  ],
  aws_security_group: [
    seen('DescribeNetworkInterfaces DescribeSecurityGroups'),
    tagged(
      'security-group',
      'CreateSecurityGroup DeleteSecurityGroup RevokeSecurityGroupEgress RevokeSecurityGroupIngress',
    ),
    used('security-group-rule', 'RevokeSecurityGroupEgress RevokeSecurityGroupIngress'),
    used('vpc', 'CreateSecurityGroup'),
  ],
  aws_subnet: [
    seen('DescribeNetworkInterfaces DescribeSubnets'),
    tagged('subnet', 'CreateSubnet DeleteSubnet ModifySubnetAttribute'),
    used('vpc', 'CreateSubnet'),
  ],
  aws_vpc: [
    seen('DescribeNetworkAcls DescribeRouteTables DescribeSecurityGroups DescribeVpcAttribute DescribeVpcs'),
    tagged('vpc', 'CreateVpc DeleteVpc ModifyVpcAttribute'),
  ],
  aws_vpc_endpoint: [
    seen('DescribeNetworkInterfaces DescribePrefixLists DescribeVpcEndpoints'),
    tagged('vpc-endpoint', 'CreateVpcEndpoint DeleteVpcEndpoints ModifyVpcEndpoint'),
    used('vpc', 'CreateVpcEndpoint'),
    ...['security-group', 'subnet'].map((kind) => used(kind, 'CreateVpcEndpoint ModifyVpcEndpoint')),
    asked('route53', 'AssociateVPCWithHostedZone', everywhere),
  ],
  aws_vpc_security_group_ingress_rule: [
    seen('DescribeSecurityGroupRules'),
    tagged('security-group-rule', 'AuthorizeSecurityGroupIngress ModifySecurityGroupRules RevokeSecurityGroupIngress'),
    used('security-group', 'AuthorizeSecurityGroupIngress ModifySecurityGroupRules RevokeSecurityGroupIngress'),
  ],
};
