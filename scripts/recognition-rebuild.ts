/** recognition:rebuild: makes what people were given anew from facts, and says what differed from what was kept. */
import { styleText } from 'node:util';

import { readConfiguration } from '../app/configuration.ts';
import { faultOf } from '../db/faults.ts';

const began = performance.now();
const seconds = () => (performance.now() - began) / 1000;

/** Exit codes: 0 it is made anew, 1 it could not be. */
try {
  process.env.DATABASE_URL = readConfiguration(process.env).databaseUrl;
  const { db } = await import('../db/database.server.ts');
  const { rebuildRecognition } = await import('../app/recognition/rebuilding.server.ts');
  const { granted, undone } = await rebuildRecognition(Date.now(), (done, all) => {
    const rate = done / seconds();
    console.log(
      `${done} of ${all} people, ${Math.round(rate)} a second, about ${Math.ceil((all - done) / rate)} s left`,
    );
  });
  await db.close();
  const sum = `${granted + undone} differences: ${granted} granted, ${undone} undone`;
  console.log(`${styleText('bold', sum)}, in ${seconds().toFixed(1)} s`);
} catch (error) {
  console.error(faultOf(error));
  process.exitCode = 1;
}
