/** Rows are never more: numbers of this table go into 32 bits, and 0 stands for none. */
const NONE = 0;

/**
 * Distinct texts, each with a number from 0 on that is its own until it is removed; a number that is free is given again. Bytes side
 * by side and an open hash over them, none of it on V8's heap: as strings in a Map a hundred thousand keys take several times the
 * room, and are gone through at every collection.
 */
export class ByteTable {
  #bytes = Buffer.allocUnsafe(1024);
  #end = 0;
  #wasted = 0;
  #starts = new Uint32Array(64);
  #lengths = new Uint32Array(64);
  readonly #free: number[] = [];
  /** One more than the number of a text, at its hash or the next free place; NONE where there is none. */
  #places = new Uint32Array(128);
  #limit = 0;

  /** How many texts there are. */
  get count(): number {
    return this.#limit - this.#free.length;
  }
  /** Every number is below this. */
  get limit(): number {
    return this.#limit;
  }

  find(text: string): number | undefined {
    const at = this.#places[this.#placeOf(Buffer.from(text))] ?? NONE;
    return at === NONE ? undefined : at - 1;
  }

  /** Undefined where no text has this number. */
  text(number: number): string | undefined {
    const length = this.#lengths[number] ?? 0;
    if (number >= this.#limit || length === 0) return undefined;
    const start = this.#starts[number] ?? 0;
    return this.#bytes.toString('utf8', start, start + length - 1);
  }

  /** The text's number, its own or a new one. */
  add(text: string): number {
    const bytes = Buffer.from(text);
    const place = this.#placeOf(bytes);
    const known = this.#places[place] ?? NONE;
    if (known !== NONE) return known - 1;
    const number = this.#free.pop() ?? this.#limit++;
    if (number >= this.#starts.length) this.#growNumbers();
    this.#makeRoom(bytes.length);
    this.#starts[number] = this.#end;
    // One more than it is, so that 0 is no text and not an empty one.
    this.#lengths[number] = bytes.length + 1;
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
    this.#places[place] = number + 1;
    if (this.count * 2 > this.#places.length) this.#rehash(this.#places.length * 2);
    return number;
  }

  /** The number that is free now; undefined where there is no such text. */
  remove(text: string): number | undefined {
    const place = this.#placeOf(Buffer.from(text));
    const found = this.#places[place] ?? NONE;
    if (found === NONE) return undefined;
    const number = found - 1;
    this.#wasted += (this.#lengths[number] ?? 1) - 1;
    this.#lengths[number] = 0;
    this.#free.push(number);
    this.#close(place);
    return number;
  }

  /** Where a text is in the hash, or where it would be put. */
  #placeOf(bytes: Uint8Array): number {
    const mask = this.#places.length - 1;
    for (let place = hash(bytes, 0, bytes.length) & mask; ; place = (place + 1) & mask) {
      const found = this.#places[place] ?? NONE;
      if (found === NONE || this.#is(found - 1, bytes)) return place;
    }
  }

  #is(number: number, bytes: Uint8Array): boolean {
    if (this.#lengths[number] !== bytes.length + 1) return false;
    const start = this.#starts[number] ?? 0;
    for (let i = 0; i < bytes.length; i += 1) if (this.#bytes[start + i] !== bytes[i]) return false;
    return true;
  }

  /** Moves up what stands behind a place that has become free and could not be found across it (Knuth, 6.4, algorithm R). */
  #close(place: number): void {
    const mask = this.#places.length - 1;
    let gap = place;
    for (let next = (gap + 1) & mask; ; next = (next + 1) & mask) {
      const found = this.#places[next] ?? NONE;
      if (found === NONE) break;
      const home = this.#home(found - 1, mask);
      if (((next - home) & mask) < ((next - gap) & mask)) continue;
      this.#places[gap] = found;
      gap = next;
    }
    this.#places[gap] = NONE;
  }

  #home(number: number, mask: number): number {
    const start = this.#starts[number] ?? 0;
    return hash(this.#bytes, start, start + (this.#lengths[number] ?? 1) - 1) & mask;
  }

  #rehash(size: number): void {
    this.#places = new Uint32Array(size);
    const mask = size - 1;
    for (let number = 0; number < this.#limit; number += 1) {
      if (this.#lengths[number] === 0) continue;
      let place = this.#home(number, mask);
      while (this.#places[place] !== NONE) place = (place + 1) & mask;
      this.#places[place] = number + 1;
    }
  }

  #growNumbers(): void {
    this.#starts = grown(this.#starts, this.#limit);
    this.#lengths = grown(this.#lengths, this.#limit);
  }

  /** Room at the end: by leaving out what was removed where that is half of it, else by half as much again. */
  #makeRoom(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const needed = this.#end - this.#wasted + more;
    const larger = Buffer.allocUnsafe(
      this.#wasted * 2 > this.#end ? this.#bytes.length + more : needed + (needed >> 1),
    );
    let end = 0;
    for (let number = 0; number < this.#limit; number += 1) {
      const length = this.#lengths[number] ?? 0;
      if (length === 0) continue;
      const start = this.#starts[number] ?? 0;
      this.#bytes.copy(larger, end, start, start + length - 1);
      this.#starts[number] = end;
      end += length - 1;
    }
    this.#bytes = larger;
    this.#end = end;
    this.#wasted = 0;
  }
}

/** FNV-1a, 32 bits, with its upper half folded into the lower, which is what a place is made of. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c_9dc5;
  for (let i = from; i < to; i += 1) value = Math.imul(value ^ (bytes[i] ?? 0), 0x0100_0193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** The same numbers in more room, half as much again. */
export function grown(numbers: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least + 1, numbers.length + (numbers.length >> 1)));
  larger.set(numbers);
  return larger;
}
