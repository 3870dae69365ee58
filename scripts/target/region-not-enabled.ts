/** Where STS answers for every account of a region's partition, whatever regions it has enabled. */
export const homeOf = (region: string): string =>
  region.startsWith('cn-') ? 'cn-north-1' : region.startsWith('us-gov-') ? 'us-gov-west-1' : 'us-east-1';

/** How services of a region that an account has not enabled refuse its credentials: as if they were not known. */
export const isNotKnownThere = (error: unknown): boolean =>
  error instanceof Error && /^(?:InvalidClientTokenId|UnrecognizedClient|RegionDisabled)/.test(error.name);

/** What it means that AWS knows credentials, and not in this region. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
export const regionNotEnabled = (region: string): readonly [message: string, ...remedies: string[]] => [
  `AWS knows these credentials, and not in ${region}: this account has not enabled that region.`,
  `Enable it, as an administrator, and wait until it is: aws account enable-region --region-name ${region}, or in the console: Account, "AWS Regions"`,
  'Or choose another, such as us-east-1 or eu-central-1: region in terraform/terraform.tfvars, and for a model the one after "@"',
  'Is it enabled? Then these temporary credentials are of AWS\'s first regions alone: console, IAM, Account settings, "Global endpoint"',
];
