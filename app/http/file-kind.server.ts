import { fileTypeFromBuffer } from 'file-type';

import { type FileKind, isFileKind, kinds } from './file-kind.ts';
import { endingOf } from './file-name.ts';
import { isMarkup } from './markup.ts';

/** Endings that promise something else than text, and are no picture or PDF either. */
const notText = new Set(
  'bmp ico tif tiff heic avif mp3 mp4 mov webm zip gz tgz bz2 xz zst 7z rar tar jar war apk exe dll msi com scr so dylib bin iso doc docx xls xlsx ppt pptx odt ods odp'.split(
    ' ',
  ),
);

/**
 * What a file is by its content. Refuses, in words that follow its name ("is empty: …"), what is not taken, and a name
 * that promises something else.
 */
export async function kindOf(
  bytes: Uint8Array,
  name: string,
): Promise<{ type: FileKind } | { refused: string }> {
  if (bytes.length === 0)
    return { refused: 'is empty. Was it still being written? Save it and add it again.' };
  const found = await foundIn(bytes);
  const text = found && isFileKind(found) ? null : textIn(bytes);
  const type = text === null ? found : 'text/plain';
  if (text !== null && isMarkup(text))
    return {
      refused:
        'is HTML, SVG or XML, which can carry a script. Add a picture or a PDF of it, or paste what matters into a .txt file.',
    };
  if (type === null || !isFileKind(type)) return { refused: notTaken(bytes, type ?? '') };
  return promiseOf(name, type) ?? { type };
}

/** What its first bytes give it out as; null for nothing that is known. */
async function foundIn(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  } catch {
    return null; // broken off where the rest of its kind should be
  }
}

/** UTF-8 without what no text has: NUL and other controls, the colours of a terminal excepted. */
function textIn(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[\0-\x07\x0e-\x1a\x1c-\x1f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Where the name says another kind than the content: what it is, and what to do. */
function promiseOf(name: string, type: FileKind): { refused: string } | null {
  const ending = endingOf(name);
  const own = kinds[type].endings as readonly string[];
  const promised = Object.values(kinds).some(({ endings }) =>
    (endings as readonly string[]).includes(ending),
  );
  const isTrue =
    type === 'text/plain'
      ? own.includes(ending) || (!promised && !notText.has(ending))
      : ending === '' || own.includes(ending);
  if (isTrue) return null;
  return {
    refused: `is ${kinds[type].is} by what is in it, and its name says “.${ending}”. Let the name end in .${own[0]} and add it again.`,
  };
}

function notTaken(bytes: Uint8Array, type: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'is text in UTF-16. Save it as UTF-8 and add it again.';
  const instead = instructions.find(([pattern]) => pattern.test(type))?.[1];
  return instead ?? 'is neither a picture, a PDF nor text in UTF-8. Add a picture or a PDF of it.';
}

const instructions: [RegExp, string][] = [
  [/officedocument|opendocument|ms-|msword|x-cfb|rtf/, 'is an Office document. Save it as PDF and add that.'],
  [
    /zip|tar|gzip|7z|rar|compressed|bzip|xz|zstd|cpio|java-archive/,
    'is an archive. Unpack it and add what matters, file by file.',
  ],
  [
    /x-elf|x-mach|msdownload|executable|wasm|x-deb|x-rpm|apk|apple-diskimage|dosexec/,
    'is a program. Add a picture of what it shows, or its source code as text.',
  ],
  [/^image\//, 'is a picture that not every browser shows. Save it as PNG or JPEG and add that.'],
  [/^(video|audio)\//, 'is a recording. Put it where recordings are kept, and add its link.'],
];
