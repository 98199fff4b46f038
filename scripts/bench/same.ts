/** Before anything is measured: do the app and the floor give the same answers? */
import Sqlite from 'better-sqlite3';

import { ENTRIES, type Places } from './data.ts';
import type { Target } from './measure.ts';
import { pages, type Scenario } from './scenarios.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** What somebody reads of a page's own part: its text, without marks, scripts and the spaces between. */
export const visibleText = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all)
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The links into a room, with their words, in the order of the page. */
export const linksInto = (html: string, room: string) =>
  [...html.matchAll(new RegExp(`<a [^>]*href="/${room}/([0-9a-z]{16})"[^>]*>([^<]*)</a>`, 'g'))].map(
    ([, id, words]) => `${id} ${words}`,
  );

async function ask(
  { child, cookie }: Target,
  scenario: Scenario,
): Promise<{ html: string; headers: Headers }> {
  const { path, headers } = scenario.next(child.origin, cookie);
  const response = await fetch(child.origin + path, { headers, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${scenario.name} was answered ${response.status}.`);
  return { html: await response.text(), headers: response.headers };
}

function entriesOf(database: string, postmortem: string): string[] {
  const db = new Sqlite(database, { readonly: true });
  try {
    return db
      .prepare('select text from timeline_entries where postmortem_id = ? order by position')
      .pluck()
      .all(postmortem) as string[];
  } finally {
    db.close();
  }
}

const differ = (what: string) => new Error(`The app and the floor do not show the same ${what}.`);

/** Throws unless both show the same 50 titles, entries and hits. Gives the pages on which other words differ. */
export async function compare(
  app: Target,
  floor: Target,
  places: Places,
  database: string,
): Promise<string[]> {
  const [list, postmortem, search] = pages(places) as [Scenario, Scenario, Scenario];
  const both = async (scenario: Scenario) =>
    [(await ask(app, scenario)).html, (await ask(floor, scenario)).html] as const;
  const others: string[] = [];
  const alsoCompareText = (name: string, [one, other]: readonly [string, string]) => {
    if (visibleText(one) !== visibleText(other)) others.push(name);
  };

  const lists = await both(list);
  const [titles, floorTitles] = lists.map((html) => linksInto(html, 'action-items'));
  if (titles!.length !== 50 || titles!.join('\n') !== floorTitles!.join('\n')) throw differ('50 titles');
  alsoCompareText('list', lists);

  const entries = entriesOf(database, places.postmortem);
  const reports = await both(postmortem);
  for (const text of reports.map(visibleText)) {
    const shown = entries.map((entry) => text.indexOf(entry));
    const inOrder = shown.every((at, place) => at >= 0 && at > (shown[place - 1] ?? -1));
    if (entries.length !== ENTRIES || !inOrder) throw differ('entries');
  }
  alsoCompareText('postmortem', reports);

  const found = await both(search);
  const [hits, floorHits] = found.map((html) => linksInto(html, 'postmortems'));
  if (hits!.length === 0 || hits!.join('\n') !== floorHits!.join('\n')) throw differ('hits');
  alsoCompareText('search', found);
  return others;
}

/** How many entries lie in the file, as another process sees it. */
export function entriesIn(database: string): number {
  const db = new Sqlite(database, { readonly: true });
  try {
    return db.prepare('select count(*) from timeline_entries').pluck().get() as number;
  } finally {
    db.close();
  }
}
