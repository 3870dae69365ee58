import { statSync } from 'node:fs';
import { functionArn, HANDLER, logGroupName, type FunctionPackage } from '../function-package.ts';

/** The `FunctionConfiguration` of the Lambda API. */
export function functionConfiguration(fn: FunctionPackage, place: { region: string; accountId: string }): object {
  const file = statSync(fn.zip, { throwIfNoEntry: false });
  return {
    FunctionName: fn.name,
    FunctionArn: functionArn(place, fn.name),
    Runtime: 'nodejs24.x',
    Role: `arn:aws:iam::${place.accountId}:role/${fn.name}`,
    Handler: HANDLER,
    CodeSize: file?.size ?? 0,
    Description: fn.config.description,
    Timeout: fn.config.timeout,
    MemorySize: fn.config.memory,
    LastModified: (file?.mtime ?? new Date(0)).toISOString().replace('Z', '+0000'),
    CodeSha256: Buffer.from(fn.sha256, 'hex').toString('base64'),
    Version: '$LATEST',
    Environment: { Variables: fn.environment },
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: fn.sha256.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [process.arch === 'arm64' ? 'arm64' : 'x86_64'],
    EphemeralStorage: { Size: 512 },
    LoggingConfig: { LogFormat: 'Text', LogGroup: logGroupName(fn.name) },
  };
}
