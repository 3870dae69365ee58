import { alarmFindings } from './alarms.ts';
import { boundaryFindings } from './boundary.ts';
import { dashboardFindings } from './dashboards.ts';
import { deployFindings } from './deploy-rights.ts';
import { exposureFindings } from './exposure.ts';
import { handOverFindings } from './hand-overs.ts';
import type { Resource } from './planned-fleet.ts';
import { reachFindings } from './reach.ts';
import { strangerFindings } from './strangers.ts';
import { tagAndZoneFindings } from './tags-and-zones.ts';
import { usagePlanFindings } from './usage-plans.ts';
import { webPageFindings } from './web-pages.ts';

/** What this project's own rules find in what was made, a line each: what the kit's rules of security do not look at. */
export const ownFindings = (resources: readonly Resource[]): string[] => [
  ...boundaryFindings(resources),
  ...deployFindings(resources),
  ...alarmFindings(resources),
  ...dashboardFindings(resources),
  ...exposureFindings(resources),
  ...handOverFindings(resources),
  ...reachFindings(resources),
  ...strangerFindings(resources),
  ...tagAndZoneFindings(resources),
  ...usagePlanFindings(resources),
  ...webPageFindings(resources),
];
