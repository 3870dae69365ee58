import { nearestName } from '../terraform/nearest-name.ts';

/** Regions of the partition "aws" by November 2026, as AWS's endpoint rules list them. */
const REGIONS =
  'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'.split(
    ' ',
  );

/** Where a region is not one that is known: what to look at, and the one that was probably meant. Undefined for a known one. */
export function doubtfulRegion(region: string): string | undefined {
  if (REGIONS.includes(region) || /^(?:cn|us-gov|eusc|us-iso\w*)-/.test(region)) return undefined;
  const meant = nearestName(region, REGIONS);
  const example = meant === undefined ? 'It is written like us-east-1' : `Did you mean ${meant}?`;
  return `${example} It stands in terraform/terraform.tfvars (region), and in .env (AWS_REGION) once something is deployed`;
}
