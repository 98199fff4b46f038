/** Somebody's draft of evidence, with words, and a colleague named who is not asked yet. */
import { paths } from '#app/paths.ts';

import { idIn, type Somebody } from './northwind.ts';
import { valuesIn } from './rows.ts';

/** A requirement that colleagues confirm: it is there in every installation. */
const REQUIREMENT = 'green/owasp-explained';

/** Begins it, writes, and names somebody. Returns its id, and that of what they will be asked. */
export async function evidenceOf(
  author: Somebody,
  colleague: Somebody,
  file: string,
): Promise<{ evidenceId: string; attestationId: string }> {
  const kind = 'evidence';
  const evidenceId = idIn(await author.post(paths.newEvidence(), { requirement: REQUIREMENT, kind }));
  const words = { kind, text: 'A session about injection.', links: '', until: '', version: '1' };
  await author.post(paths.editEvidence(evidenceId), words);
  await author.post(paths.evidenceColleagues(evidenceId), { person: colleague.email });
  const [attestationId] = valuesIn(file, 'select id from attestations where subject_id = ?', evidenceId);
  return { evidenceId, attestationId: attestationId! };
}
