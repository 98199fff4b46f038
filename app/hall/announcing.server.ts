/** What channels are told, put together from the rooms that know it. */
import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { tellOfArticle } from '#app/answers/announced.server.ts';
import { tellOfPromotion } from '#app/belts/announced.server.ts';
import { announce, channelsFor, standingOf } from '#app/channels/announcing.server.ts';
import { type Announceable, isAnnounceable, type Words, type Writer } from '#app/channels/announcement.ts';
import { deliverAnnouncements } from '#app/channels/delivery.server.ts';
import { postFor } from '#app/channels/formats.ts';
import { configuration } from '#app/configuration.server.ts';
import { tellOfMeeting, tellOfMinutes } from '#app/meetings/announced.server.ts';
import { visibleMeeting } from '#app/meetings/visible.server.ts';
import { tellOfNearMiss } from '#app/postmortems/announced.server.ts';
import { mayArrange } from '#app/postmortems/postmortem.ts';
import { visiblePostmortem } from '#app/postmortems/postmortems.server.ts';
import { tellOfAward, tellOfThanks } from '#app/recognition/announced.server.ts';
import { tellOfLesson } from '#app/training/announced.server.ts';
import { db } from '#db/database.server.ts';

import { isDemo } from './demo/open.server.ts';

const writers: Record<Announceable, Writer> = {
  meeting: tellOfMeeting,
  minutes: tellOfMinutes,
  lesson: tellOfLesson,
  'near-miss': tellOfNearMiss,
  promotion: tellOfPromotion,
  article: tellOfArticle,
  thanks: tellOfThanks,
  award: tellOfAward,
};

/** Whether anything is posted by this house: the demo's channels are made up. */
export const isPosting = (): boolean => !isDemo();

/** Sends the announcements that are due. */
export async function sendAnnouncements(_now: number, stopping: AbortSignal): Promise<void> {
  if (isPosting()) await deliverAnnouncements({ writers, clock: Date.now, stopping });
}

type Told = { kind: string; subjectId: string };

/** What each of these says now, in their order; null where it is not for everyone (any more). */
export async function titlesOf(told: readonly Told[], now: number): Promise<(Words | null)[]> {
  const known = new Map<string, Promise<Words | null>>();
  return Promise.all(
    told.map(({ kind, subjectId }) => {
      const key = `${kind}:${subjectId}`;
      const words =
        known.get(key) ?? (isAnnounceable(kind) ? writers[kind](subjectId, now) : Promise.resolve(null));
      known.set(key, words);
      return words;
    }),
  );
}

/** Of these their person alone decides, on their own pages. */
const isOnesOwn = (kind: Announceable) => kind === 'promotion' || kind === 'thanks' || kind === 'award';

/**
 * Whether somebody may have something announced: organisers, whoever runs the meeting, and the people who wrote a near
 * miss.
 */
async function mayAnnounce(viewer: Viewer, kind: Announceable, subjectId: string): Promise<boolean> {
  if (isOnesOwn(kind)) return false;
  if (may(viewer, 'announce')) return true;
  if (kind === 'near-miss') {
    const postmortem = await visiblePostmortem(viewer, subjectId);
    return postmortem !== null && mayArrange(postmortem.part);
  }
  if (kind === 'meeting' || kind === 'minutes')
    return (await visibleMeeting(viewer, subjectId))?.runs ?? false;
  return false;
}

/** What each channel would be told, to the letter, and how far it is where it was told before; null: not theirs to announce. */
export async function previewOf(viewer: Viewer, kind: string | null, subjectId: string, now: number) {
  if (!isAnnounceable(kind) || !(await mayAnnounce(viewer, kind, subjectId))) return null;
  const words = await writers[kind](subjectId, now);
  const [channels, standing] = [await channelsFor(db.read, kind), await standingOf(kind, subjectId)];
  const told = words && { kind, ...words, link: configuration.origin + words.path, at: now };
  return {
    kind,
    words: told && { title: told.title, text: told.text, link: told.link, path: told.path },
    channels: channels.map(({ id, name, kind: of }) => ({
      id,
      name,
      kind: of,
      body: told && JSON.stringify(postFor(of, told), null, 2),
      standing: standing.find(({ channelId }) => channelId === id) ?? null,
    })),
  };
}

/** Has it announced, if it is still for everyone. Null where it isn't theirs to announce; else where it leads and to how many channels it goes. */
export async function announceAs(viewer: Viewer, kind: string | null, subjectId: string, now: number) {
  if (!isAnnounceable(kind) || !(await mayAnnounce(viewer, kind, subjectId))) return null;
  const words = await writers[kind](subjectId, now);
  if (!words) return { refused: 'not-for-everyone' as const };
  return { path: words.path, many: await db.write((tx) => announce(tx, { kind, subjectId, now })) };
}
