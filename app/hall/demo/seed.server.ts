/** Makes the demo: a company with a year behind it. */
import { needsSetUp } from '#app/accounts/set-up.server.ts';
import { readCursor, writeCursor } from '#app/http/cursor.ts';
import { noticesOf, readNotice } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';

import {
  readChampions,
  readCompany,
  readGuild,
  readLearning,
  readRecognition,
  readYear,
} from './content.server.ts';
import { foundCompany } from './found.server.ts';
import { tellGuild } from './guild-side.server.ts';
import { tellOfficeHours } from './hours-side.server.ts';
import { tellLearningSide } from './learning-side.server.ts';
import { missingPersona } from './personas.server.ts';
import { tellPeopleSide } from './people-side.server.ts';
import { tellRecognition } from './recognition-side.server.ts';
import { tellStory } from './tell.server.ts';

const HOUR = 3_600_000;
/** how far back from `now` people have not read what they were told */
const UNREAD = 20 * 24 * HOUR;

/**
 * Makes the demo where nobody lives yet, all of it or nothing, saying how far it is; leaves a demo that is there as it
 * is. Refuses a database that holds anything else by throwing, in words for the terminal.
 */
export async function makeDemo(now: number, say: (line: string) => void): Promise<void> {
  const company = readCompany(now);
  if (await needsSetUp()) {
    say(`Making ${company.name}, a company with a year behind it …`);
    const year = readYear(now);
    await db.write(async (tx) => {
      const founded = await foundCompany(tx, company);
      say(`  ${founded.people.size} people in ${company.squads.length} squads`);
      for (const told of year) {
        await tellStory(told, founded);
        say(`  ${told.reading.document.title}`);
      }
      await tellPeopleSide(tx, readChampions(now), founded, company.timezone);
      say('  Champions, and who turns to them');
      await tellLearningSide(readLearning(now), founded, now);
      say('  What they learned, and the belts they earned');
      const guild = readGuild(now);
      const titles = new Map(year.map(({ story, reading }) => [story.document, reading.document.title]));
      await tellGuild(guild, founded, titles, company.timezone);
      say('  What the guild met about');
      await tellOfficeHours(guild, founded, company.timezone, now);
      say('  Office hours, and what people asked');
      await tellRecognition(readRecognition(now), founded, titles, now);
      say('  Who was seen for what, and what came of it');
      for (const person of founded.people.values()) await readUntil(person, now - UNREAD);
    });
  }
  const missing = await missingPersona(company);
  if (missing) throw new Error(`This is not the demo's database: nobody here is ${missing}.`);
}

/** A person has read what they were told before a moment, each a few hours after it came. */
async function readUntil(person: { id: string }, before: number): Promise<void> {
  for (let from: string | null = writeCursor({ order: before, id: '0' }); from;) {
    const { notices, next } = await noticesOf(person, readCursor(from));
    for (const { id, at } of notices) await readNotice(person, id, at + 3 * HOUR);
    from = next;
  }
}
