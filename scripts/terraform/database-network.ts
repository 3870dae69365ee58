/** What another network than the one that the database is in means for a deployment, which a plan does not say. */
export function describeNetwork({ is, asked }: { is: string | undefined; asked: string | undefined }): string[] {
  if (is === undefined || is === asked) return [];
  return [
    `The database is in the network ${is}, and ${asked ?? 'one of its own'} is asked for: AWS moves no database to another, so a deployment would stop there, half done.`,
    'To keep it where it is: database_network in terraform/terraform.tfvars as it was',
    'To have another there, with nothing in it: with database_network as it was destroy this one (npm run destroy -- --stage 5), and deploy it with the new one',
  ];
}
