/** A concern with a champion, an article somebody else wrote, and who stands in for whom. */
import Database from 'better-sqlite3';

import { paths } from '#app/paths.ts';

import { idIn, type Northwind, type Somebody } from './northwind.ts';
import { wordOf } from './private-draft.ts';
import { valuesIn } from './rows.ts';

/** A squad with a champion; its id. */
export async function championedSquad({ file, squad }: Northwind, member: Somebody, champion: Somebody) {
  const squadId = await squad('Ledger', member);
  serveAsChampion(file, squadId, champion);
  return squadId;
}

/** Raises one with a squad whose champion the holder is, who answers. Returns its id. */
export async function privateConcernOf(author: Somebody, squadId: string, holder: Somebody): Promise<string> {
  const said = {
    title: `About ${wordOf('concern')}`,
    text: `${wordOf('concern')} is readable.`,
    asked: 'yes',
  };
  const id = await raise(author, { squad: squadId, ...said });
  await holder.post(paths.concernAnswer(id), { seen: '1', note: `${wordOf('concern')} is closed tonight.` });
  return id;
}

/** Closes a concern with an article for everyone. Returns the article's id. */
export async function articleOf(author: Somebody, file: string): Promise<string> {
  const id = await raise(author, { title: 'A badge', text: 'Found at the door.', asked: 'yes' });
  const article = { learned: 'article', question: 'Whose is a badge?', answer: 'The front desk knows.' };
  await author.post(paths.concernClosing(id), { seen: '1', note: '', ...article });
  return valuesIn(file, 'select id from articles where concern_id = ?', id)[0]!;
}

/** Names who stands in for somebody. Returns the id of that. */
export async function absenceOf(author: Somebody, deputy: Somebody, file: string): Promise<string> {
  const year = new Date().getUTCFullYear() + 1;
  const away = { from: `${year}-08-03`, until: `${year}-08-14`, deputy: deputy.email };
  await author.post(paths.ownDeputy(), away);
  return valuesIn(file, 'select id from deputies where person_id = ?', author.id)[0]!;
}

async function raise(by: Somebody, fields: Record<string, string>): Promise<string> {
  const [, id] = /name="id" value="([0-9a-z]{16})"/.exec(await by.page(paths.newConcern()))!;
  return idIn(await by.post(paths.newConcern(), { id: id!, ...fields }));
}

/** The way there, over a manager and weeks of onboarding, is for other tests. */
function serveAsChampion(file: string, squadId: string, { id }: Somebody): void {
  const database = new Database(file, { timeout: 5000 });
  try {
    database
      .prepare(
        `insert into enrolments (id, person_id, squad_id, state, applied_at, active_at) values (?, ?, ?, 'active', 1, 1)`,
      )
      .run('championofledger', id, squadId);
  } finally {
    database.close();
  }
}
