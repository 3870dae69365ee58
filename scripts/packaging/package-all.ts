import { packageFunctions, type PackageOptions } from './package-functions.ts';
import type { PackedFunction } from './package-function.ts';
import { packageServices, type PackedService } from './package-services.ts';

export interface PackedAll {
  functions: PackedFunction[];
  services: PackedService[];
}

/**
 * Packages all that is deployed: functions, then services.
 *
 * @throws PackagingError naming every file and field at fault
 */
export async function packageAll(options: PackageOptions): Promise<PackedAll> {
  const functions = await packageFunctions(options);
  const { report: _, ...common } = options;
  return { functions, services: await packageServices(common) };
}
