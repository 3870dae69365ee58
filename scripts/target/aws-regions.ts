import { nearestName } from '../terminal/nearest-name.ts';

/** Regions of the partition "aws" by November 2026, as AWS's endpoint rules list them. */
const REGIONS =
  'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'.split(
    ' ',
  );

/** How AWS calls some of them in its console, without which a person remembers a region. */
const PLACES: Readonly<Record<string, string>> = {
  virginia: 'us-east-1',
  ohio: 'us-east-2',
  california: 'us-west-1',
  oregon: 'us-west-2',
  canada: 'ca-central-1',
  'sao paulo': 'sa-east-1',
  ireland: 'eu-west-1',
  london: 'eu-west-2',
  paris: 'eu-west-3',
  frankfurt: 'eu-central-1',
  zurich: 'eu-central-2',
  stockholm: 'eu-north-1',
  milan: 'eu-south-1',
  spain: 'eu-south-2',
  mumbai: 'ap-south-1',
  tokyo: 'ap-northeast-1',
  seoul: 'ap-northeast-2',
  singapore: 'ap-southeast-1',
  sydney: 'ap-southeast-2',
};

/** Which region was probably meant by one that is none, or how one is written; a sentence. */
export function meantRegion(region: string): string {
  const [, place] = Object.entries(PLACES).find(([name]) => region.toLowerCase().includes(name)) ?? [];
  const meant = place ?? nearestName(region, REGIONS);
  return meant === undefined ? 'It is written like us-east-1.' : `Did you mean ${meant}?`;
}

/** Where a region is not one that is known: what to look at, and the one that was probably meant. Undefined for a known one. */
export function doubtfulRegion(region: string): string | undefined {
  if (REGIONS.includes(region) || /^(?:cn|us-gov|eusc|us-iso\w*)-/.test(region)) return undefined;
  return `${meantRegion(region)} It stands in terraform/terraform.tfvars (region), and in .env (AWS_REGION) once something is deployed`;
}
