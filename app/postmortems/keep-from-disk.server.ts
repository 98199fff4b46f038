import { basename } from 'node:path';

import { firstAdministrator, personByEmail } from '#app/accounts/find-person.server.ts';
import { db } from '#db/database.server.ts';

import type { FromDisk } from './import-files.server.ts';
import { keepImport } from './keep-import.server.ts';

/** Refused in words for the terminal. */
class NobodyToKeepFor extends Error {
  override name = 'NobodyToKeepFor';
}

/**
 * Keeps documents from disk as drafts of a person (by e-mail; else the first administrator), all of them or none.
 * Closes the database.
 */
export async function keepFromDisk(
  documents: FromDisk[],
  email: string | undefined,
  now: number,
): Promise<void> {
  try {
    await db.migrate();
    const author = email === undefined ? await firstAdministrator() : await personByEmail(email);
    if (!author) {
      throw new NobodyToKeepFor(
        email === undefined
          ? 'Nobody lives here yet: start Guildhall, set it up, then import.'
          : `Nobody here has the e-mail address ${email}.`,
      );
    }
    await db.write(async () => {
      for (const { file, source, reading } of documents) {
        const brought = {
          ...reading,
          source: { fileName: basename(file), markdown: source },
          reach: 'everyone' as const,
        };
        await keepImport(brought, { byId: author.id, now });
      }
    });
  } finally {
    await db.close();
  }
}
