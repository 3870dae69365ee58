import { isObject } from '../wire/json-service.ts';
import type { ServiceException } from '../wire/service-exception.ts';

/**
 * The vector of `{ "float32": [...] }` as 32-bit floats: numbers of more precision are rounded, as S3 Vectors does.
 *
 * @param refuse makes the refusal, given the path of what is wrong and why
 * @throws {ServiceException} for another length than `dimension`, what is no finite 32-bit float, and (where it may not be) all zeros
 */
export function float32(
  given: unknown,
  dimension: number,
  options: { path: string; refuse: (path: string, message: string) => ServiceException; zeroAllowed: boolean },
): Float32Array {
  const { path, refuse, zeroAllowed } = options;
  const at = `${path}/float32`;
  if (!isObject(given)) throw refuse(path, 'vector data must not be null');
  const values: unknown = given.float32;
  if (!Array.isArray(values)) throw refuse(at, 'vector data must be a list of float32 numbers');
  if (values.length !== dimension) {
    throw refuse(at, `vector must have length ${dimension}, but has length ${values.length}`);
  }
  const data = new Float32Array(dimension);
  let anyIsNotZero = false;
  for (const [i, value] of values.entries()) {
    data[i] = typeof value === 'number' ? value : NaN;
    if (!Number.isFinite(data[i])) {
      throw refuse(`${at}/${i}`, 'vector contains invalid values: NaN, Infinity or no number');
    }
    anyIsNotZero ||= data[i] !== 0;
  }
  if (!zeroAllowed && !anyIsNotZero) throw refuse(at, 'cosine distance does not support vectors with zero norm');
  return data;
}
