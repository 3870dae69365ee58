import type { PackedFunction } from '../packaging/package-function.ts';

/** The SHA-256 of a function's zip as Lambda writes it. */
export const codeOf = ({ record }: Pick<PackedFunction, 'record'>): string =>
  Buffer.from(record.sha256, 'hex').toString('base64');
