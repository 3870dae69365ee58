// S3 Vectors in a process of its own, so that its memory is its own. Asked over IPC, it answers its memory, MiB now and at most,
// and the processor time that it has taken, milliseconds.
import { startVectorsServer } from '../../local/s3-vectors/server.ts';
import { VectorStore } from '../../local/s3-vectors/vector-store.ts';

const store = new VectorStore({
  folder: process.argv[2] ?? '',
  region: 'us-east-1',
  accountId: '000000000000',
  onTornTail: () => undefined,
});
const server = await startVectorsServer(store);
process.on('message', () => {
  const mebibytes = process.memoryUsage.rss() / 2 ** 20;
  const { user, system } = process.cpuUsage();
  process.send?.({ now: mebibytes, most: process.resourceUsage().maxRSS / 1024, cpu: (user + system) / 1000 });
});
process.on('disconnect', () => {
  process.exit();
});
process.send?.({ url: server.url });
