/** Northwind with attempts that go on, and everybody who might look at them. */
import Database from 'better-sqlite3';

import { curriculum, trainingSettings } from '#app/training/curriculum.server.ts';
import { paths } from '#app/paths.ts';

import { foundNorthwind, idIn, type Somebody } from './northwind.ts';

export type House = {
  people: {
    /** in words: "manager of whoever is asked" */
    is: string;
    cookies: [string, string][];
    /** one of theirs that goes on */
    attempt: string | null;
    /** no attempt keeps their practice at rest */
    practises: boolean;
  }[];
  attempts: { id: string; asked: number }[];
};

/** Settles it, leaves its database in this file, and closes it. */
export async function settledHouse(file: string): Promise<House> {
  const northwind = await foundNorthwind();
  try {
    const mara = await northwind.join('Mara Lindqvist');
    const manager = await northwind.join('Jonas Brandt');
    const others = [
      ['manager', manager],
      ['colleague', await northwind.join('Tom Adeyemi')],
      ['organiser', await northwind.join('Priya Raman', 'organiser')],
      ['administrator', await northwind.join('Sam Okafor', 'administrator')],
      ['holder of every role', await northwind.join('Ines Moreau', 'organiser', 'administrator')],
    ] as const;
    arrange(northwind.file, mara, manager);
    const attempts: House['attempts'] = [];
    for (const { key, questions } of curriculum()) {
      const asked = Math.min(trainingSettings().questions, questions.length);
      attempts.push({ id: idIn(await mara.post(paths.moduleAttempts(key))), asked });
    }
    // Whatever is said once is said before.
    for (const person of [mara, ...others.map(([, one]) => one)]) await person.visit(paths.home());
    const cookiesOf = ({ cookies }: Somebody) => [...cookies];
    copy(northwind.file, file);
    return {
      attempts,
      people: [
        { is: 'person asked', cookies: cookiesOf(mara), attempt: attempts[0]!.id, practises: false },
        ...others.map(([is, person]) => ({
          is,
          cookies: cookiesOf(person),
          attempt: null,
          practises: true,
        })),
        { is: 'signed out', cookies: [], attempt: null, practises: false },
      ],
    };
  } finally {
    await northwind.stop();
  }
}

function arrange(file: string, person: Somebody, manager: Somebody): void {
  const database = new Database(file, { timeout: 5000 });
  try {
    const read = database.prepare(
      `insert into lesson_readings (person_id, module, parts, started_at, changed_at, read_at) values (?, ?, '[]', 1, 1, 1)`,
    );
    for (const { key } of curriculum()) read.run(person.id, key);
    database
      .prepare('insert into managers (id, person_id, manager_id, since) values (?, ?, ?, 1)')
      .run('managerofmara000', person.id, manager.id);
  } finally {
    database.close();
  }
}

function copy(from: string, to: string): void {
  const database = new Database(from, { timeout: 5000 });
  try {
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
}
