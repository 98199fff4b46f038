import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { live } from '#app/http/live.server.ts';
import { hearsMeeting, tellMeeting } from '#app/meetings/live.server.ts';

type Topic = {
  /** whether this person may hear of it */
  mayHear(viewer: Viewer, id: string): Promise<boolean>;
  /** what all who hear it are sent, of what everybody of them may see; null: something is new, ask for it */
  push(id: string, detail: string | null): Promise<unknown>;
};

/** What one can hear of, by the word before the colon. */
const topics: Record<string, Topic> = {
  // No word of it is the same for everybody: each asks for what they may see.
  queue: { mayHear: async (viewer) => may(viewer, 'see-office-hours'), push: async () => null },
  meeting: { mayHear: hearsMeeting, push: tellMeeting },
};

const partsOf = (topic: string) => /^([a-z-]+)(?::([0-9A-Za-z-]{1,64}))?$/.exec(topic);

function known(topic: string): (Topic & { id: string }) | null {
  const [, word = '', id = ''] = partsOf(topic) ?? [];
  return Object.hasOwn(topics, word) ? { ...topics[word]!, id } : null;
}

/** Those of some topics that this person may hear of. */
export async function heardBy(viewer: Viewer, asked: string[]): Promise<string[]> {
  const may = await Promise.all(
    asked.map(async (topic) => {
      const found = known(topic);
      return found !== null && (await found.mayHear(viewer, found.id));
    }),
  );
  return asked.filter((_, at) => may[at]);
}

/** Those who listen are told in these words. */
live.speakBy(async (topic, detail) => {
  const found = known(topic);
  return found ? found.push(found.id, detail) : null;
});
