import { configuration } from '#app/configuration.server.ts';
import { paths } from '#app/paths.ts';

import { isSwitchable } from './kinds.ts';
import { type Letter, noticeLetter } from './letter.ts';
import { unreadNotice } from './notices.server.ts';

/** What a message is about. */
export type Subject = { personId: string; kind: string; subjectId: string | null };

/** Writes the letter a message becomes, at the moment it is sent; null when there is nothing to be said any more. */
export type Writer = (about: Subject, now: number) => Promise<Letter | null>;

/** A notice by mail: only what its person may see now, and has not read yet. */
export const writeNotice: Writer = async ({ personId, kind, subjectId }) => {
  const notice = subjectId === null ? null : await unreadNotice(personId, subjectId);
  if (!notice) return null;
  const switchedOff = isSwitchable(kind) ? paths.accountNotices() : null;
  return noticeLetter({ ...notice, switchedOff }, configuration.origin);
};
