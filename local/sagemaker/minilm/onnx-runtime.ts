import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { errorMessage } from '../../error-code.ts';
import { ModelProblem } from './model-problem.ts';

/** The parts of onnxruntime-node that are used: it is no dependency, so its types are not here either. */
export interface OnnxTensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Record<string, OnnxTensor>): Promise<Record<string, OnnxTensor>>;
}
export interface OnnxRuntime {
  readonly InferenceSession: { create(path: string, options?: object): Promise<OnnxSession> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => OnnxTensor;
}

/**
 * Loads onnxruntime-node from beside the model, or from a folder above it (the project's own node_modules included).
 *
 * @throws {ModelProblem} where it is not installed or does not load on this machine
 */
export async function loadOnnxRuntime(folder: string): Promise<OnnxRuntime> {
  let path: string;
  try {
    path = createRequire(join(folder, 'model.js')).resolve('onnxruntime-node');
  } catch {
    throw new ModelProblem(`onnxruntime-node is not installed. Run: npm install --prefix "${folder}" onnxruntime-node`);
  }
  try {
    const loaded: unknown = await import(pathToFileURL(path).href);
    for (const one of [loaded, defaultOf(loaded)]) if (isRuntime(one)) return one;
  } catch (error) {
    throw new ModelProblem(`onnxruntime-node (${path}) does not load: ${errorMessage(error)}`);
  }
  throw new ModelProblem(`${path} is no onnxruntime-node.`);
}

function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
}

function isRuntime(module: unknown): module is OnnxRuntime {
  if (typeof module !== 'object' || module === null) return false;
  return 'InferenceSession' in module && 'Tensor' in module && typeof module.Tensor === 'function';
}
