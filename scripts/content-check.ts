/** Checks every file of content/, naming file and line. */
import { templateFiles } from '../app/postmortems/template.server.ts';

const files = templateFiles();
const faults = files.flatMap(({ file, read }) =>
  'faults' in read ? read.faults.map(({ line, text }) => `${file}:${line}: ${text}`) : [],
);
for (const fault of faults) console.error(fault);
console.log(`${files.length} content files read, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
