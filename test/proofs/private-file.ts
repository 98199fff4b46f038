/** A file of somebody's evidence. */
import { paths } from '#app/paths.ts';

import type { Somebody } from './northwind.ts';
import { valuesIn } from './rows.ts';

/** Adds one by the form for it. Returns its id. */
export async function fileOf(
  author: Somebody,
  evidenceId: string,
  file: string,
): Promise<{ fileId: string }> {
  const form = new FormData();
  form.set('files', new File(['What the scan found.'], 'scan.txt'));
  const asked = new Request(author.origin, { method: 'POST', body: form });
  const { status } = await author.ask({
    method: 'POST',
    path: paths.evidenceFiles(evidenceId),
    headers: { 'Content-Type': asked.headers.get('Content-Type')! },
    body: Buffer.from(await asked.arrayBuffer()),
  });
  if (status !== 303) throw new Error(`A file was answered ${status}.`);
  return { fileId: valuesIn(file, 'select id from evidence_files where evidence_id = ?', evidenceId)[0]! };
}
