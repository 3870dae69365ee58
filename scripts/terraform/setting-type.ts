import type { Value } from './tfvars.ts';

/** The type of a variable, as a .tf file declares it. */
export type SettingType =
  | { readonly kind: 'string' | 'number' | 'bool' | 'any' }
  | { readonly kind: 'list' | 'map'; readonly of: SettingType }
  | { readonly kind: 'object'; readonly parts: ReadonlyMap<string, { type: SettingType; isOptional: boolean }> };

/**
 * Reads `set(string)`, `object({ min = number })`, `optional(number, 5)`.
 *
 * @param assignments what stands before each = of a text, with what follows
 */
export function readType(text: string, assignments: (text: string) => ReadonlyMap<string, string>): SettingType {
  const bare = text.trim();
  const [, kind = '', inner = ''] = /^(\w+)\(([\s\S]*)\)$/.exec(bare) ?? [];
  if (kind === 'list' || kind === 'set') return { kind: 'list', of: readType(inner, assignments) };
  if (kind === 'map') return { kind: 'map', of: readType(inner, assignments) };
  if (kind === 'object') {
    const [, parts = ''] = /^\{([\s\S]*)\}$/.exec(inner.trim()) ?? [];
    return {
      kind: 'object',
      parts: new Map(
        [...assignments(parts)].map(([name, type]) => {
          const [, optional] = /^optional\(([^,]*)/.exec(type.trim()) ?? [];
          return [name, { type: readType(optional ?? type, assignments), isOptional: optional !== undefined }];
        }),
      ),
    };
  }
  return { kind: bare === 'string' || bare === 'number' || bare === 'bool' ? bare : 'any' };
}

const WORDS = {
  string: 'a text in quotation marks: "..."',
  number: 'a number, such as 10',
  bool: 'true or false',
  list: 'a list: [ ... ]',
  map: '{ NAME = VALUE }',
  object: '{ NAME = VALUE }',
  any: 'a value',
} as const;

/** Where a value is not of the type that Terraform wants, and what it wants there; none where it fits or can be made to. */
export function misfits(name: string, value: Value, type: SettingType): { at: string; wants: string }[] {
  const wrong = [{ at: name, wants: WORDS[type.kind] }];
  if (value.kind === 'other' || value.kind === 'null' || type.kind === 'any') return [];
  switch (type.kind) {
    case 'string':
      return 'text' in value ? [] : wrong;
    case 'number':
      return 'text' in value && value.kind !== 'bool' && value.text.trim() !== '' && Number.isFinite(Number(value.text))
        ? []
        : wrong;
    case 'bool':
      return 'text' in value && /^(?:true|false)$/.test(value.text) ? [] : wrong;
    case 'list':
      return value.kind === 'list'
        ? value.items.flatMap((item) => misfits(`an entry of ${name}`, item, type.of))
        : wrong;
    case 'map':
      return value.kind === 'object'
        ? [...value.entries].flatMap(([key, entry]) => misfits(`${name}.${key}`, entry, type.of))
        : wrong;
    case 'object': {
      if (value.kind !== 'object') return wrong;
      const { entries } = value;
      return [...type.parts].flatMap(([part, { type: own, isOptional }]) => {
        const given = entries.get(part);
        if (given !== undefined) return misfits(`${name}.${part}`, given, own);
        return isOptional ? [] : [{ at: `${name}.${part}`, wants: `${WORDS[own.kind]}; it cannot be left out` }];
      });
    }
  }
}
