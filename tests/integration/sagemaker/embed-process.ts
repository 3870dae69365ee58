// Embeds a text with the model of a folder and prints the first and the last number of each token's vector, or why it cannot: under
// Jest itself arrays are of another realm than the runtime's, which refuses them.
import { loadMiniLm } from '../../../local/sagemaker/minilm/minilm-embedder.ts';

const [folder = '', text = ''] = process.argv.slice(2);
try {
  const vectors = await (await loadMiniLm(folder)).tokenVectors(text, false);
  process.stdout.write(JSON.stringify(vectors.map((vector) => [vector.length, vector[0], vector[vector.length - 1]])));
} catch (error) {
  process.stdout.write(JSON.stringify(String(error)));
}
