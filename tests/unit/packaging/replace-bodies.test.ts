// What a plugin puts in the place of a package's functions and methods: the package's next version may be written in another way.
import { describe, expect, test } from '@jest/globals';
import { PackagingError } from '../../../scripts/packaging/packaging-error.ts';
import { removeMethods, replaceFunctions, replaceMethods } from '../../../scripts/packaging/replace-bodies.ts';

const change = { path: 'dist/run.mjs', by: 'without-it.ts' };
const refusal = new PackagingError('dist/run.mjs is written in another way now: see scripts/packaging/without-it.ts.');

const functions = `export async function save(run, { to } = {}) {
    if (to) {
        await to.write('}\\n');
    }
}
function saveAll() {
    return 1;
}
export const after = () => saveAll();
`;

const methods = `class Run {
    #kept = save();
    async #serialize(keys) {
        for (const key of keys) {
            this.save(key);
        }
    }
    save() {
        return 1;
    }
}
`;

describe('what is replaced', () => {
  test('is one function to its end, as it is exported and awaited, and not one whose name begins alike', () => {
    expect(replaceFunctions(functions, { 'save({ to })': 'return to;' }, change)).toBe(
      `export async function save({ to }) { return to; }\n${functions.slice(functions.indexOf('function saveAll'))}`,
    );
  });

  test('is one method to its end, and no call of it', () => {
    expect(replaceMethods(methods, { '#serialize()': '', 'save()': 'return 2;' }, change)).toBe(`class Run {
    #kept = save();
    async #serialize() {  }
    save() { return 2; }
}
`);
  });

  test('may be a method two spaces in, as another compiler writes them', () => {
    const twoIn = methods.replace(/^ +/gm, (spaces) => spaces.slice(spaces.length / 2));
    expect(replaceMethods(twoIn, { '#serialize()': '' }, change)).toContain(
      '\n  async #serialize() {  }\n  save() {\n',
    );
  });

  test('may be a method of an object, which goes on behind it', () => {
    const object = 'const run = {\n    save(to) {\n        to();\n    },\n    load() {\n    },\n};\n';
    expect(replaceMethods(object, { 'save()': 'return 2;' }, change)).toBe(
      'const run = {\n    save() { return 2; },\n    load() {\n    },\n};\n',
    );
  });

  test('may be a method that is taken out whole', () => {
    expect(removeMethods(methods, ['#serialize'], change)).toBe(`class Run {
    #kept = save();
    save() {
        return 1;
    }
}
`);
  });

  test('may have a dollar sign in what it does', () => {
    expect(replaceFunctions(functions, { 'saveAll()': "return '$1$&';" }, change)).toContain("{ return '$1$&'; }");
  });
});

describe('what is not as it was fails the build, with who has to be looked at', () => {
  test('a function that is not there', () => {
    expect(() => replaceFunctions(functions, { 'load()': '' }, change)).toThrow(refusal);
  });

  test('a function that is there twice', () => {
    expect(() => replaceFunctions(functions + functions, { 'save()': '' }, change)).toThrow(refusal);
  });

  test('a method that is not there, or a function now', () => {
    expect(() => replaceMethods(methods, { 'load()': '' }, change)).toThrow(refusal);
    expect(() => replaceMethods(functions, { 'saveAll()': '' }, change)).toThrow(refusal);
  });

  test('a method to be taken out that is not there', () => {
    expect(() => removeMethods(methods, ['#deserialize'], change)).toThrow(refusal);
  });

  test('a method that two classes have', () => {
    expect(() => replaceMethods(methods + methods, { 'save()': '' }, change)).toThrow(refusal);
  });
});
