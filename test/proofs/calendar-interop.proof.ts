import { complaintsOfLibical, hasIcalendar, hasLibical, readByPython } from '#test/calendars/programs.ts';
import { openMailbox } from '#test/support/mailbox.ts';

import { addressOf, arrange, type Arranged, keptMeetings } from './calendar-house.ts';
import { correspond, ofLetters } from './calendar-letters.ts';
import { differences, ofMeeting, ofReading, ofSeries, type Time, without } from './calendar-times.ts';
import { foundNorthwind, type Northwind } from './northwind.ts';
import type { Proof } from './proof.ts';
import { hasSubscriber, subscribe } from './subscriber.ts';

const DAY = 86_400_000;

type Feed = { name: string; address: string; text: string; kept: Time[] };
type Letters = Awaited<ReturnType<typeof correspond>>;
/** What was not read right, one entry for each feed or invitation, and over how much that is. */
type Reading = { wrong: string[]; note: string };
type Days = readonly [from: string, until: string];

/** The addresses that somebody subscribes to: all that is theirs, and each series. */
async function feedsOf(northwind: Northwind, series: Arranged[], until: string): Promise<Feed[]> {
  const meetings = keptMeetings(northwind);
  const feeds = [
    { name: 'all of one person', id: '', kept: meetings.map(ofMeeting) },
    ...series.map((one) => ({ name: one.name, id: one.id, kept: ofSeries(one, meetings, until) })),
  ];
  return Promise.all(
    feeds.map(async ({ name, id, kept }) => {
      const address = await addressOf(northwind.founder, id);
      const answer = await fetch(address);
      if (answer.status !== 200) throw new Error(`A calendar was answered ${answer.status}.`);
      return { name, address, text: await answer.text(), kept };
    }),
  );
}

const notRight = (feed: Feed, seen: Time[]): string[] => {
  const found = differences(feed.kept, seen);
  return found.length > 0 ? [[feed.name, ...found.slice(0, 5)].join('\n  ')] : [];
};

function byPython(feeds: Feed[], letters: Letters, [from, until]: Days): Reading {
  const texts = feeds.map(({ text }) => text);
  const read = readByPython(texts, from, until);
  const asked = ofLetters(readByPython(letters.texts, from, until));
  const times = read.reduce((sum, feed) => sum + feed.times.length, 0);
  return {
    wrong: [
      ...feeds.flatMap((feed, at) => notRight(feed, read[at]!.times.map(ofReading))),
      ...without(letters.expected, asked).map((line) => `an invitation: ${line}`),
    ],
    note: `${times} times in ${feeds.length} feeds, ${asked.length} invitations`,
  };
}

function byLibical(feeds: Feed[], letters: Letters): Reading {
  const texts = [...feeds.map(({ text }) => text), ...letters.texts];
  const complaints = complaintsOfLibical(texts).filter((found) => found.length > 0);
  return { wrong: complaints.map((found) => found.join('; ')), note: `${texts.length} calendars` };
}

async function bySubscriber(feeds: Feed[], [from, until]: Days): Promise<Reading> {
  const wrong: string[] = [];
  let times = 0;
  for (const feed of feeds) {
    const seen = await subscribe(feed.address, from, until);
    times += seen.length;
    wrong.push(...notRight(feed, seen));
  }
  return { wrong, note: `${times} times in ${feeds.length} feeds over HTTP` };
}

export const proof: Proof = {
  name: 'calendar-interop',
  unit: 'feeds and invitations not read right',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const now = Date.now();
    const dayIn = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);
    const days: Days = [dayIn(0), dayIn(400)];
    const mailbox = await openMailbox();
    const northwind = await foundNorthwind({
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'guildhall@northwind.example',
    });
    try {
      const guild = [northwind.founder, await northwind.join('Jonas Brandt', 'organiser')];
      const series = await arrange(northwind.founder, now);
      const letters = await correspond(northwind, guild, mailbox);
      const feeds = await feedsOf(northwind, series, `${days[1]}T00:00`);
      tell(`${feeds.length} feeds and ${letters.texts.length} invitations are there`);

      const readers: [name: string, there: boolean, read: () => Reading | Promise<Reading>][] = [
        ['python3-icalendar', hasIcalendar(), () => byPython(feeds, letters, days)],
        ['libical', hasLibical(), () => byLibical(feeds, letters)],
        ['vdirsyncer and khal', hasSubscriber(), () => bySubscriber(feeds, days)],
      ];
      let figure = 0;
      const notes: string[] = [];
      for (const [name, there, read] of readers) {
        const { wrong, note } = there ? await read() : { wrong: [], note: 'skipped, not installed' };
        for (const one of wrong) tell(`${name}: ${one}`);
        figure += wrong.length;
        notes.push(`${name}: ${note}`);
      }
      return { figure, note: notes.join('; ') };
    } finally {
      await northwind.stop();
      await mailbox.close();
    }
  },
};
