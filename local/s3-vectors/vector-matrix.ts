/** A block is at most this large, 4 MiB of floats: growing never copies what is there, and few rows take little. */
const BLOCK_FLOATS = 1_048_576;
const BLOCK_ROWS = 4096;

export type DistanceMetric = 'cosine' | 'euclidean';

/** Rows of an index, side by side. */
export interface Block {
  readonly floats: Float32Array;
  /** 1 where the row holds a vector. */
  readonly live: Uint8Array;
  /** 1 / length of each vector, worked out once, so that a cosine is a dot product and a multiplication. */
  readonly scale: Float64Array;
}

/** The vectors of an index as 32-bit floats, exactly as they came, in rows that keep their number as long as they are there. */
export class VectorMatrix {
  readonly dimension: number;
  readonly rowsPerBlock: number;
  readonly blocks: Block[] = [];

  constructor(dimension: number) {
    this.dimension = dimension;
    this.rowsPerBlock = Math.min(BLOCK_ROWS, Math.max(1, Math.floor(BLOCK_FLOATS / dimension)));
  }

  set(row: number, vector: Float32Array): void {
    const { block, index } = this.#place(row);
    block.floats.set(vector, index * this.dimension);
    block.live[index] = 1;
    block.scale[index] = 1 / euclideanLength(vector);
  }

  /** The row's own memory, not a copy. */
  get(row: number): Float32Array {
    const { block, index } = this.#place(row);
    return block.floats.subarray(index * this.dimension, (index + 1) * this.dimension);
  }

  remove(row: number): void {
    const { block, index } = this.#place(row);
    block.live[index] = 0;
  }

  #place(row: number): { block: Block; index: number } {
    const number = Math.floor(row / this.rowsPerBlock);
    for (let made = this.blocks.length; made <= number; made += 1) this.blocks.push(this.#block());
    const block = this.blocks[number];
    if (block === undefined) throw new RangeError(`row ${row} is none`);
    return { block, index: row % this.rowsPerBlock };
  }

  #block(): Block {
    const rows = this.rowsPerBlock;
    return {
      floats: new Float32Array(rows * this.dimension),
      live: new Uint8Array(rows),
      scale: new Float64Array(rows),
    };
  }
}

/** In double precision, so that lengths of 32-bit floats neither overflow nor vanish. */
export function euclideanLength(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}
