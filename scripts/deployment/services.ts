import { CommandError } from '../analysis/command-error.ts';
import type { PackedService } from '../packaging/package-services.ts';
import type { DeploymentOutputs } from '../target/deployment-outputs.ts';
import { mapEntries } from '../terraform/variables-file.ts';
import { withoutDocker } from './docker.ts';
import { buildAndPush, isPushed, isTagOf, renewedTag, tagOf, type Image } from './image.ts';
import { writeTags, writtenTags } from './image-tags.ts';
import { leftToDo } from './left-to-do.ts';

export interface PushOptions {
  outputs: DeploymentOutputs;
  services: readonly PackedService[];
  /** terraform.tfvars: a tag that the person names there is the one to push. */
  variables: string;
  region: string;
  /** Builds each anew though its sources are the same. */
  renew: boolean;
  tell: (text: string) => void;
}

/**
 * Sees that each repository has the image of its service, and names it for Terraform. @returns whether Terraform has to be applied
 * again, and what could not be done and why
 */
export async function pushImages({
  outputs,
  services,
  variables,
  region,
  renew,
  tell,
}: PushOptions): Promise<{ changed: boolean; undone: string[] }> {
  const own = mapEntries(variables, 'image_tags');
  const before = writtenTags();
  const tags: Record<string, string> = { ...before };
  const undone: string[] = [];
  for (const service of services) {
    const repositoryUrl = outputs.repositories[service.name];
    if (repositoryUrl === undefined) continue;
    const named = own[service.name];
    if (renew && named !== undefined)
      tell(`The image of ${service.name} has a tag of its own in terraform/terraform.tfvars, image_tags: it is built anew once that is another.`); // prettier-ignore
    const sources = tagOf(service);
    const had = before[service.name];
    const kept = had !== undefined && isTagOf(had, sources) ? had : sources;
    const image: Image = { service: service.name, repositoryUrl, tag: named ?? (renew ? renewedTag(sources, new Date()) : kept) }; // prettier-ignore
    const what = `The image of ${service.name} (${image.tag}) was not built and pushed.`;
    const left = await leftToDo(
      { region, what, then: `npm run deploy${renew ? ' -- --renew-images' : ''}` },
      async () => {
        if (await isPushed(image, region)) return;
        const without = await withoutDocker();
        if (without !== undefined) throw new CommandError(without.says, without.remedies);
        tell(
          `Building the image of ${service.name} and pushing it as ${image.tag}. The first time takes some minutes.`,
        );
        await buildAndPush(image, region, renew);
      },
    );
    if (left === undefined) tags[service.name] = image.tag;
    else undone.push(left);
  }
  const changed =
    JSON.stringify(tags) !== JSON.stringify(before) && Object.entries(tags).some(([name, tag]) => own[name] !== tag);
  if (changed) writeTags({ ...own, ...tags });
  return { changed, undone };
}
