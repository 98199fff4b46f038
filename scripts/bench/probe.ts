/** Loaded ahead of what is measured (`node --import`): says, when asked, what the process has used so far. */
import type { Used } from './child.ts';

process.on('message', (message) => {
  if (message !== 'used?') return;
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const used: Used = {
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
  };
  process.send?.({ used });
});
// It listens, but keeps nobody from ending.
process.channel?.unref();
