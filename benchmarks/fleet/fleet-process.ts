// The whole fleet in a process of its own, as `npm start` has it, so that neither its time nor its memory is the benchmark's.
// Forked: says where it answers, tells its memory when asked, stops when its parent goes.
import { bringUp } from '../../scripts/laptop/bring-up.ts';
import { watchMemory } from './process-memory.ts';

const memory = watchMemory();
const { fleet, apiUrl, apiKey } = await bringUp({
  ports: { api: 0, aws: 0, queues: 0, services: 0 },
  staysUp: true,
  say: () => undefined,
});
process.send?.({ apiUrl, apiKey });
process.on('message', () => {
  process.send?.(memory());
});
process.once('disconnect', () => {
  void fleet.stop();
});
