/** Checks every file of content/, naming file and line. */
import { beltFiles } from '../app/belts/rules.server.ts';
import { championFiles } from '../app/champions/content.server.ts';
import { coverageFile } from '../app/champions/coverage-content.server.ts';
import { concernFiles } from '../app/concerns/content.server.ts';
import { targetsFile } from '../app/insight/targets.server.ts';
import { agendaFiles } from '../app/meetings/template.server.ts';
import { templateFiles } from '../app/postmortems/template.server.ts';
import { rewardFiles } from '../app/recognition/rewards.server.ts';
import { recognitionFiles } from '../app/recognition/rules.server.ts';
import { campaignFiles } from '../app/training/campaign-settings.server.ts';
import { curriculumFiles } from '../app/training/curriculum.server.ts';

const files = [
  ...templateFiles(),
  ...agendaFiles(),
  ...championFiles(),
  coverageFile(),
  ...concernFiles(),
  ...curriculumFiles(),
  ...campaignFiles(),
  ...beltFiles(),
  ...recognitionFiles(),
  ...rewardFiles(),
  targetsFile(),
];
const faults = files.flatMap(({ file, read }) =>
  'faults' in read ? read.faults.map(({ line, text }) => `${file}:${line}: ${text}`) : [],
);
for (const fault of faults) console.error(fault);
console.log(`${files.length} content files read, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
