/** The pages of the people side in a usual company and in a large one, after three years each. */
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';

import { type Child, startApp } from './child.ts';
import { largeCompany, type PeopleSize, usualCompany } from './data.ts';
import { fill } from './fill.ts';
import { median, type Pace, sideBySide, type Target } from './measure.ts';
import { anew, peoplePages } from './scenarios.ts';
import { signIn } from './session.ts';

export type PeopleSide = {
  usual: PeopleSize;
  large: PeopleSize;
  fill_s: number;
  pages: { name: string; cpu_ms: number; cpu_ms_usual: number; cost: number; time: number }[];
  /** ms until coverage is answered after somebody's enrolment has changed, in each company */
  after_a_change_ms: { usual: number; large: number };
};

/** What else there is: alike in both, so that only the people differ. */
const others = { postmortems: 400, actionItems: 1000 };

/** Fills both in this folder and measures them side by side. `cost` is CPU as a multiple of the usual company's. */
export async function peopleSide(folder: string, pace: Pace): Promise<PeopleSide> {
  const began = performance.now();
  const [usualFile, largeFile] = [join(folder, 'usual.db'), join(folder, 'large-company.db')];
  await fill(usualFile, others, usualCompany);
  await fill(largeFile, others, largeCompany);
  const fill_s = (performance.now() - began) / 1000;
  const children: Child[] = [];
  const opened = async (file: string): Promise<Target> => {
    const child = await startApp(file);
    children.push(child);
    return { child, cookie: await signIn(child.origin) };
  };
  try {
    const [usual, large] = [await opened(usualFile), await opened(largeFile)];
    const pages: PeopleSide['pages'] = [];
    for (const page of peoplePages) {
      const { first, second, ratio, cpuRatio } = await sideBySide(
        large,
        usual,
        [anew(page), anew(page)],
        pace,
      );
      const [cpu_ms, cpu_ms_usual] = [first.cpuMs, second.cpuMs];
      pages.push({ name: page.name, cpu_ms, cpu_ms_usual, cost: cpuRatio, time: 1 / ratio });
    }
    const after_a_change_ms = {
      usual: await afterAChange(usual, usualFile),
      large: await afterAChange(large, largeFile),
    };
    return { usual: usualCompany, large: largeCompany, fill_s, pages, after_a_change_ms };
  } finally {
    for (const child of children) await child.stop();
  }
}

/** How long the page takes whose memory has just become stale, as it would be by another process's write. */
async function afterAChange({ child, cookie }: Target, file: string): Promise<number> {
  const db = new Sqlite(file);
  const times: number[] = [];
  try {
    for (let at = 0; at < 15; at += 1) {
      db.exec(
        `insert into versions (name, version) values ('enrolments', 1) on conflict do update set version = version + 1`,
      );
      const began = performance.now();
      const response = await fetch(`${child.origin}/coverage?changed=${at}`, { headers: { Cookie: cookie } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`Coverage was answered ${response.status}.`);
      times.push(performance.now() - began);
    }
  } finally {
    db.close();
  }
  return median(times);
}
