import { beforeAll, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { findPeople, namesOf, peoplePage, personById } from '#app/accounts/people.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let olga: TestPerson, elodie: TestPerson, gone: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga Petrov', 'administrator', 'organiser');
  elodie = await somebody('Élodie Martin');
  gone = await somebody('Gustav Leaver');
  await deactivate(olga, gone.id, now);
  await db.write(async (tx) => {
    for (let n = 0; n < 120; n++) {
      const id = `many${String(n).padStart(4, '0')}`;
      // forty of them share a name
      const name = `Many ${n % 3 === 0 ? 'Alike' : n}`;
      await tx
        .insert(people)
        .values({ id, name, email: `${id}@northwind.example`, passwordHash: '', joinedAt: now });
    }
  });
});

it('goes through everyone here by name, each once', async () => {
  const seen: { id: string; name: string }[] = [];
  let after: string | null = null;
  do {
    const page = await peoplePage({ after });
    seen.push(...page.people);
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(122);
  expect(new Set(seen.map((one) => one.id)).size).toBe(122);
  expect(seen.map((one) => one.id)).not.toContain(gone.id);
  expect(seen.find((one) => one.id === olga.id)).toMatchObject({ roles: ['administrator', 'organiser'] });
});

it.each([
  ['petrov', ['Olga Petrov']],
  ['élodie', ['Élodie Martin']],
  ['ÉLODIE', ['Élodie Martin']],
  ['olga.petrov.', ['Olga Petrov']],
  ['%', []],
  ['_', []],
  ["'; drop table people; --", []],
])('finds by a part of the name or the e-mail: %s', async (search, names) => {
  expect((await peoplePage({ search })).people.map((one) => one.name)).toEqual(names);
});

it('lists those who left apart', async () => {
  expect((await peoplePage({ left: true })).people.map((one) => one.id)).toEqual([gone.id]);
});

it('finds a few to choose from, without those who left', async () => {
  expect(await findPeople('many', 10)).toHaveLength(10);
  expect(await findPeople('gustav')).toEqual([]);
  expect(await findPeople('martin')).toEqual([{ id: elodie.id, name: 'Élodie Martin', email: elodie.email }]);
});

it('begins anew from a place that is not there', async () => {
  expect(await peoplePage({ after: 'nowhere' })).toEqual(await peoplePage({}));
});

it('knows one person and what people are called', async () => {
  expect(await personById('nobody')).toBeNull();
  expect((await personById(gone.id))?.deactivatedAt).toBe(now);
  const ids = Array.from({ length: 1200 }, (_, n) => `none${n}`);
  expect(await namesOf([...ids, null, gone.id, gone.id])).toEqual(new Map([[gone.id, 'Gustav Leaver']]));
});
