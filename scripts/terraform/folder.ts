import { join, resolve } from 'node:path';
import { ROOT } from '../laptop/paths.ts';

/**
 * The root of what is deployed. ALEX_TERRAFORM_FOLDER names a copy of it beside it, with variables and a state of its own, for a second
 * deployment; ALEX_ENV_FILE then names a second .env.
 */
export const TERRAFORM = resolve(ROOT, process.env.ALEX_TERRAFORM_FOLDER ?? 'terraform');

/** What a person sets there; git ignores it. */
export const VARIABLES = join(TERRAFORM, 'terraform.tfvars');
export const VARIABLES_EXAMPLE = join(TERRAFORM, 'terraform.tfvars.example');
/** What deploying sets there: the images that it pushed. */
export const IMAGES = join(TERRAFORM, 'images.auto.tfvars.json');
/** There from when a plan begins to be applied until all of it is: Terraform's state tells what is made, and not what is not. */
export const UNFINISHED = join(TERRAFORM, '.unfinished');
