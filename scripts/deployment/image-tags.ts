import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from '../laptop/paths.ts';
import { readFleet } from '../terraform/fleet.ts';
import { IMAGES } from '../terraform/folder.ts';
import { mapEntries, stagesIn, type Stage } from '../terraform/variables-file.ts';

const written = z.object({ image_tags: z.record(z.string(), z.string()) });

/** The tags that deploying has set before, by service. */
export function writtenTags(): Record<string, string> {
  return existsSync(IMAGES) ? written.parse(JSON.parse(readFileSync(IMAGES, 'utf8'))).image_tags : {};
}

/** Sets the tags of all services together: Terraform takes these over terraform.tfvars'. */
export function writeTags(tags: Readonly<Record<string, string>>): void {
  writeFileSync(IMAGES, `${JSON.stringify({ image_tags: tags }, null, 2)}\n`);
}

/** What is left of the tags where services were deleted: Terraform plans nothing while it is given one of theirs, and nobody wrote it by hand. */
export interface KeptTags {
  /** For `-var`, which wins over the file; none where nothing is dropped. */
  variables: string[];
  /** Writes them to the file: what was planned so is about to be done. */
  write: () => void;
}

/** Tells which tags are dropped. Nothing is written before `write`. */
export function keptTags(tell: (text: string) => void): KeptTags {
  const tags = Object.entries(writtenTags());
  const kept = Object.fromEntries(tags.filter(([service]) => isThere(service)));
  const dropped = tags.filter(([service]) => !isThere(service));
  for (const [service] of dropped)
    tell(`There is no services/${service} any more: the tag of its image in ${IMAGES} goes.`);
  return {
    variables: dropped.length === 0 ? [] : [`image_tags=${JSON.stringify(kept)}`],
    write: () => {
      if (dropped.length > 0) writeTags(kept);
    },
  };
}

/**
 * The services that have no image yet, and so are not made with their stage: Terraform takes the tags that deploying wrote over those of
 * terraform.tfvars. None where that stage is not on.
 *
 * @param variables terraform.tfvars
 */
export function imageless(variables: string, stages: readonly Stage[] = stagesIn(variables)): string[] {
  if (!stages.includes('4-researcher')) return [];
  const tags = existsSync(IMAGES) ? writtenTags() : mapEntries(variables, 'image_tags');
  return [...readFleet().services.keys()].filter((service) => tags[service] === undefined);
}

/** As terraform/fleet.tf finds services. */
const isThere = (service: string): boolean => existsSync(join(ROOT, 'services', service, 'service.json'));
