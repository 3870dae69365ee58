// An ONNX model as small as can be, written field by field (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto):
// last_hidden_state = Gather(embeddings, input_ids), so that the vector of token n is row n of the table.
const VARINT = 0;
const BYTES = 2;
const FLOAT = 1;
const INT64 = 7;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
const number = (field: number, value: number): Buffer => Buffer.concat([varint(field * 8 + VARINT), varint(value)]);
const bytes = (field: number, value: Uint8Array | string): Buffer => {
  const content = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([varint(field * 8 + BYTES), varint(content.length), content]);
};
const message = (...fields: Buffer[]): Buffer => Buffer.concat(fields);

function valueInfo(name: string, type: number, dimensions: readonly (string | number)[]): Buffer {
  const dims = dimensions.map((size) => bytes(1, typeof size === 'string' ? bytes(2, size) : number(1, size)));
  return message(bytes(1, name), bytes(2, bytes(1, message(number(1, type), bytes(2, message(...dims))))));
}

/** The model's file, with an embedding for each of `vocabulary` tokens. */
export function tinyOnnx(
  vocabulary: number,
  width: number,
  valueOf: (token: number, column: number) => number,
): Buffer {
  const table = Float32Array.from({ length: vocabulary * width }, (_, i) => valueOf(Math.floor(i / width), i % width));
  const tensor = message(
    number(1, vocabulary),
    number(1, width),
    number(2, FLOAT),
    bytes(8, 'embeddings'),
    bytes(9, new Uint8Array(table.buffer)),
  );
  const node = message(
    bytes(1, 'embeddings'),
    bytes(1, 'input_ids'),
    bytes(2, 'last_hidden_state'),
    bytes(4, 'Gather'),
  );
  const inputs = ['input_ids', 'attention_mask'].map((name) => bytes(11, valueInfo(name, INT64, ['batch', 'tokens'])));
  const output = valueInfo('last_hidden_state', FLOAT, ['batch', 'tokens', width]);
  const graph = message(bytes(1, node), bytes(2, 'tiny'), bytes(5, tensor), ...inputs, bytes(12, output));
  const opset = bytes(8, message(bytes(1, ''), number(2, 13)));
  return message(number(1, 8), bytes(7, graph), opset);
}
