/** What the demo is made of, read from content/demo, its year ending in the week before `now`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { type Reading, readPostmortem } from '#app/postmortems/import/read.ts';

import { moved } from './calendar.ts';
import { type Champions, championsSchema } from './champions.ts';
import { type Company, companySchema } from './company.ts';
import { type Guild, guildSchema } from './guild.ts';
import { type Learning, learningSchema } from './learning.ts';
import { type Recognition, recognitionSchema } from './recognition.ts';
import { type Story, yearSchema } from './year.ts';

const textOf = (file: string, now: number) => moved(readFileSync(resolve('content/demo', file), 'utf8'), now);

/** The company and its people. */
export const readCompany = (now: number): Company =>
  companySchema.parse(JSON.parse(textOf('company.json', now)));

/** The people side of the company. */
export const readChampions = (now: number): Champions =>
  championsSchema.parse(JSON.parse(textOf('champions.json', now)));

/** What its people learned. */
export const readLearning = (now: number): Learning =>
  learningSchema.parse(JSON.parse(textOf('training.json', now)));

/** Its guild and its office hours. */
export const readGuild = (now: number): Guild => guildSchema.parse(JSON.parse(textOf('guild.json', now)));

/** Who was seen for what. */
export const readRecognition = (now: number): Recognition =>
  recognitionSchema.parse(JSON.parse(textOf('recognition.json', now)));

export type Told = { story: Story; source: string; reading: Reading };

/** What happened, in the order of the file, each with its document as the importer reads it. */
export function readYear(now: number): Told[] {
  return yearSchema.parse(JSON.parse(textOf('year.json', now))).map((story) => {
    const source = textOf(`postmortems/${story.document}.md`, now);
    return { story, source, reading: readPostmortem(source, { fileName: `${story.document}.md` }) };
  });
}
