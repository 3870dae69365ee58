import type { VectorIndex } from './vector-index.ts';

/** A vector as GetVectors and ListVectors show it. */
export function shownVector(index: VectorIndex, row: number, show: { data: boolean; metadata: boolean }): object {
  return {
    key: index.rows.key(row),
    ...(show.data && { data: { float32: [...index.data(row)] } }),
    ...(show.metadata && { metadata: index.metadata(row) }),
  };
}
