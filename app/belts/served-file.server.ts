import { isPicture, nameToSave } from '#app/http/file-kind.ts';
import { disposition, endingOf } from '#app/http/file-name.ts';
import { fileStream } from '#db/files.server.ts';

import type { EvidenceFile } from './evidence-files.ts';

/**
 * A file as an answer that a browser shows or saves, and never runs: of the type it was found to be, guessed at by
 * nobody, and in a place of its own where nothing is allowed. Null when its bytes are not there.
 */
export async function servedFile({ id, name, type, bytes }: EvidenceFile): Promise<Response | null> {
  const stream = await fileStream(id);
  if (stream === null) return null;
  return new Response(stream, {
    headers: {
      'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'Content-Length': String(bytes),
      'Content-Disposition': disposition(
        isPicture(type) ? 'inline' : 'attachment',
        nameToSave(name, type, endingOf(name)),
      ),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
  });
}
