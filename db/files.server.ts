/** The bytes of files, each under its id in the folder of files. Its row is written after them, never before. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { FileNotKept } from './faults.ts';
import { filesFolder, partialIn, placeIn } from './files-folder.ts';

export type Received = { bytes: number; sha256: string };

const PIECE = 64 * 1024;

/**
 * Takes in a file's bytes as they come, without holding more than a piece of them, and puts them aside until they are
 * kept or let go. Refuses more than `most` bytes; what has come of them is let go then. Throws FileNotKept when the disk
 * doesn't take them.
 */
export async function receiveFile(
  id: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most = Infinity,
): Promise<Received | { refused: 'too-large' }> {
  const partial = partialIn(filesFolder(), id);
  const file = await onDisk(async () => {
    await makeFolder(dirname(partial));
    return open(partial, 'wx', 0o600);
  });
  try {
    const received = await writeDown(file, pieces, most);
    if ('refused' in received) await letGoOf(id);
    return received;
  } catch (error) {
    await letGoOf(id);
    throw error;
  } finally {
    await file.close();
  }
}

async function writeDown(
  file: FileHandle,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
) {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) return { refused: 'too-large' as const };
    hash.update(piece);
    await onDisk(() => file.writeFile(piece));
  }
  await onDisk(() => file.sync());
  return { bytes, sha256: hash.digest('hex') };
}

/** The bytes of what was received and is not kept yet. */
export const receivedBytes = (id: string): Promise<Buffer> => readFile(partialIn(filesFolder(), id));

/** Keeps what was received, for good when this resolves. An id that has its bytes already keeps those, and this throws. */
export async function keepReceived(id: string): Promise<void> {
  const place = placeIn(filesFolder(), id);
  await onDisk(async () => {
    if (await isThere(place))
      throw Object.assign(new Error(`${place} is there already.`), { code: 'EEXIST' });
    await rename(partialIn(filesFolder(), id), place);
    await syncFolder(dirname(place));
  });
}

/** Lets go of what was received. */
export const letGoOf = (id: string): Promise<void> => rm(partialIn(filesFolder(), id), { force: true });

/** Keeps bytes that are at hand under a new id. Throws FileNotKept when the disk doesn't take them. */
export async function keepFile(id: string, bytes: Uint8Array): Promise<Received> {
  const received = (await receiveFile(id, [bytes])) as Received;
  await keepReceived(id);
  return received;
}

/** A file's bytes; null when they are not there. */
export async function fileBytes(id: string): Promise<Buffer | null> {
  try {
    return await readFile(placeIn(filesFolder(), id));
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
}

/** A file's bytes, piece by piece: opened when somebody begins to read, closed at the end or when they leave. */
export async function fileStream(id: string): Promise<ReadableStream<Uint8Array> | null> {
  const place = placeIn(filesFolder(), id);
  if (!(await isThere(place))) return null;
  let file: FileHandle | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(to) {
        file ??= await open(place, 'r');
        try {
          const { bytesRead, buffer } = await file.read(new Uint8Array(PIECE), 0, PIECE);
          if (bytesRead > 0) return to.enqueue(buffer.subarray(0, bytesRead));
        } catch (error) {
          await file.close();
          throw error;
        }
        await file.close();
        to.close();
      },
      cancel: () => file?.close(),
    },
    { highWaterMark: 0 },
  );
}

/** Throws a file's bytes away. No row may speak of them any more. */
export const dropFile = (id: string): Promise<void> => rm(placeIn(filesFolder(), id), { force: true });

const isThere = (place: string) =>
  access(place, constants.F_OK).then(
    () => true,
    () => false,
  );

/** Made with its parents, for this user alone, and there for good. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // has no such thing
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** What the disk refuses, as a fault that says so. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new FileNotKept(filesFolder(), cause);
  }
}
