import { configuration } from '#app/configuration.server.ts';

import { asText } from './text.ts';

/** The text of an uploaded file. Refuses what is too large and what isn't text, in words for whoever sent it. */
export async function textOfUpload(file: File): Promise<{ text: string } | { refused: string }> {
  if (file.size > configuration.uploadBytes) {
    return {
      refused: `That file is larger than ${configuration.uploadBytes / 1048576} MB. Send the part that matters.`,
    };
  }
  return asText(new Uint8Array(await file.arrayBuffer()));
}
