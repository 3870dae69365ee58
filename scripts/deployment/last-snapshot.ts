import { usd } from '../cost/price-table.ts';
import { attribute, type DeployedResource } from '../terraform/state.ts';

/**
 * How to keep what is in a database that goes, which leaves nothing behind by itself: a snapshot of its own name, by the minute, so that
 * one of an earlier database is in nobody's way. Nothing where no database goes.
 */
export function lastSnapshotOf(going: readonly DeployedResource[], region: string, now: Date): string[] {
  return going.flatMap((resource) => {
    const cluster = resource.type === 'aws_rds_cluster' ? attribute(resource, 'cluster_identifier') : undefined;
    if (cluster === undefined) return [];
    const name = `${cluster}-${now.toISOString().slice(0, 16).replaceAll(/\D/g, '')}`;
    return [
      `The database leaves no snapshot. To keep one, at $${usd('auroraBackupGbMonth')} a GB and month until you delete it, first: aws rds create-db-cluster-snapshot --region ${region} --db-cluster-identifier ${cluster} --db-cluster-snapshot-identifier ${name}`,
      `and wait for it: aws rds wait db-cluster-snapshot-available --region ${region} --db-cluster-snapshot-identifier ${name}`,
    ];
  });
}
