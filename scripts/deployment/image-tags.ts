import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from '../laptop/paths.ts';
import { IMAGES } from '../terraform/folder.ts';

const written = z.object({ image_tags: z.record(z.string(), z.string()) });

/** The tags that deploying has set before, by service. */
export function writtenTags(): Record<string, string> {
  return existsSync(IMAGES) ? written.parse(JSON.parse(readFileSync(IMAGES, 'utf8'))).image_tags : {};
}

/** Sets the tags of all services together: Terraform takes these over terraform.tfvars'. */
export function writeTags(tags: Readonly<Record<string, string>>): void {
  writeFileSync(IMAGES, `${JSON.stringify({ image_tags: tags }, null, 2)}\n`);
}

/** Takes out the tags of services that somebody deleted: Terraform plans nothing while it is given one, and nobody wrote it by hand. */
export function dropTags(tell: (text: string) => void): void {
  const tags = Object.entries(writtenTags());
  const kept = tags.filter(([service]) => isThere(service));
  if (kept.length === tags.length) return;
  writeTags(Object.fromEntries(kept));
  for (const [service] of tags)
    if (!isThere(service)) tell(`There is no services/${service} any more: the tag of its image is out of ${IMAGES}.`);
}

/** As terraform/fleet.tf finds services. */
const isThere = (service: string): boolean => existsSync(join(ROOT, 'services', service, 'service.json'));
