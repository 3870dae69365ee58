import type { Explanation } from './explanation.ts';

/** What lies between this machine and AWS. */
export const networkFailures: readonly Explanation[] = [
  {
    when: /does not support the availability zone of the subnet/i,
    says: (_, _all, about) => [
      `An endpoint of a network of one's own is not offered in the zone of one of its subnets${about}.`,
      'Name subnets of other zones, subnet_ids of database_network in terraform/terraform.tfvars; which zones have it: console, VPC, Endpoints, Create endpoint',
      'Or leave the endpoints out: vpc_endpoints = [] in terraform/terraform.tfvars',
    ],
  },
  {
    when: /x509:|certificate signed by unknown authority|failed to verify certificate/,
    says: () => [
      'AWS could not be reached: what answers shows a certificate that Terraform does not trust.',
      'Something on this network opens encrypted connections: have this system trust its certificate, or on Linux set SSL_CERT_FILE to one with it (guides/1-permissions.md)',
    ],
  },
  {
    when: /no such host|could not resolve endpoint|UnknownEndpoint|dial tcp|i\/o timeout|connection refused/i,
    says: () => [
      'AWS could not be reached, or the region lacks a service that Alex needs.',
      'Connect this machine to the internet; see region in terraform/terraform.tfvars',
    ],
  },
  {
    // After a connection was there, by which the region has the service. The last two are those of Windows.
    when: /connection reset by peer|TLS handshake timeout|context deadline exceeded|Client\.Timeout|unexpected EOF|broken pipe|connection lost|closed network connection|StatusCode: 0,|forcibly closed by the remote host|connection was aborted/i,
    says: (_, _all, about) => [
      `The connection to AWS broke off or was too slow${about}, as on a weak network, and nothing is wrong with what is deployed.`,
      'What was made is written down, and is not made twice. Where the connection is steady again, or over another network, try again',
    ],
  },
];
