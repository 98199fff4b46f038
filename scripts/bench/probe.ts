/** Loaded ahead of what is measured (`node --import`): says, when asked, what the process has used so far. */
import Sqlite from 'better-sqlite3';

import type { Used } from './child.ts';

let statements = 0;
countStatements();

process.on('message', (message) => {
  if (message !== 'used?') return;
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const used: Used = {
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    statements,
  };
  process.send?.({ used });
});
// It listens, but keeps nobody from ending.
process.channel?.unref();

/** Statements that are run, whoever prepared them. */
function countStatements(): void {
  const connection = new Sqlite(':memory:');
  const methods = Object.getPrototypeOf(connection.prepare('select 1')) as Record<string, unknown>;
  connection.close();
  for (const name of ['run', 'get', 'all']) {
    const method = methods[name] as (...given: unknown[]) => unknown;
    methods[name] = function counted(this: unknown, ...given: unknown[]) {
      statements += 1;
      return method.apply(this, given);
    };
  }
}
