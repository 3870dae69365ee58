/**
 * The names of an agent's tools as they go over the wire and back: letters, digits and `_` only (hyphens break some models
 * on Bedrock), at most 64 characters, each different.
 */
export class ToolNames {
  readonly #toWire = new Map<string, string>();
  readonly #toOwn = new Map<string, string>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.#add(name);
  }

  wire(name: string): string {
    return this.#toWire.get(name) ?? this.#add(name);
  }

  /**
   * Undefined for a name that no tool has. Some models put the marks of their own format around a name, e.g.
   * `functions.search<|channel|>json`.
   */
  own(wire: string): string | undefined {
    const bare = wire.replace(/<\|.*$/su, '').trim();
    return this.#toOwn.get(bare) ?? this.#toOwn.get(bare.replace(/^functions\./u, ''));
  }

  #add(name: string): string {
    if (this.#toWire.has(name)) return this.wire(name);
    const plain = name.replaceAll(/[^A-Za-z0-9_]/gu, '_').slice(0, 60) || 'tool';
    let wire = plain;
    for (let count = 2; this.#toOwn.has(wire); count += 1) wire = `${plain}_${count}`;
    this.#toWire.set(name, wire);
    this.#toOwn.set(wire, name);
    return wire;
  }
}
