// Puts ten vectors a call into a store until it is killed, and prints how many calls have been answered.
import { VectorStore } from '../../../local/s3-vectors/vector-store.ts';

const store = new VectorStore({
  folder: process.argv[2] ?? '',
  region: 'r',
  accountId: '1',
  onTornTail: () => undefined,
});
store.createBucket({ name: 'shelf', createdAt: 0 });
store.createIndex('shelf', {
  name: 'books',
  createdAt: 0,
  dimension: 64,
  distanceMetric: 'cosine',
  nonFilterableMetadataKeys: [],
});
const index = await store.vectors({ bucket: 'shelf', index: 'books' });
for (let call = 0; ; call += 1) {
  await index.put(
    Array.from({ length: 10 }, (_, i) => ({
      key: `${call * 10 + i}`,
      data: new Float32Array(64).fill(i + 1),
      filterableJson: '{}',
      otherJson: '{}',
    })),
  );
  process.stdout.write(`${call + 1}\n`);
}
