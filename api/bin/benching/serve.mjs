// One API process, as the product starts it, for a benchmark to call.
import { serve } from '../../dist/main.js';

process.once('message', async (config) => {
  const running = await serve(config, { beforeListen: () => Promise.resolve(), ownerUrl: '' });
  process.send({ address: running.address, memory: process.memoryUsage().rss });
  process.on('message', () => process.send({ address: running.address, memory: process.memoryUsage().rss }));
  process.once('disconnect', () => void running.close().then(() => process.exit(0)));
});
