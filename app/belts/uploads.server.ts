/** Files as a form sends them: each is dealt with before the next is read. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { boundaryIn, BrokenForm, partsOf } from '#app/http/multipart.ts';

import { type EvidenceFile, fileRefusalWords } from './evidence-files.ts';
import { addFile } from './evidence-files.server.ts';

export type Taken = { added: EvidenceFile[]; refused: { name: string; says: string }[] };

/** Node reads its streams with `for await`, and the types of browsers do not know it. */
type NodeStream = ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>;

/**
 * Adds what a form sends, and names one by one what was refused. Null when it is no form with files, or breaks off in the
 * middle; what came whole before that is kept.
 */
export async function takeUploads(
  request: Request,
  by: Viewer,
  evidenceId: string,
  now: number,
): Promise<Taken | null> {
  const boundary = boundaryIn(request.headers.get('Content-Type'));
  if (boundary === null || request.body === null) return null;
  const taken: Taken = { added: [], refused: [] };
  try {
    for await (const { fileName, data } of partsOf(request.body as NodeStream, boundary)) {
      if (fileName === null || fileName === '') continue; // a field, or a file field that was left empty
      const outcome = await addFile(by, evidenceId, { name: fileName, data }, now);
      if ('added' in outcome) taken.added.push(outcome.added);
      else
        taken.refused.push({
          name: outcome.name,
          says: outcome.refused === 'kind' ? outcome.says : fileRefusalWords[outcome.refused],
        });
    }
  } catch (error) {
    if (error instanceof BrokenForm) return null;
    throw error;
  }
  return taken;
}
