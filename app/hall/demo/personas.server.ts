/** Whom a visitor of the demo can be. */
import { personByEmail } from '#app/accounts/find-person.server.ts';
import { countMine } from '#app/action-items/list.server.ts';
import { unreadCount } from '#app/notices/notices.server.ts';

import { addressOf, type Company } from './company.ts';
import { readCompany } from './content.server.ts';

/** The personas, each with what waits for them. */
export async function personas(now: number) {
  const { personas: all, domain, name: company } = readCompany(now);
  const cards = await Promise.all(
    all.map(async (persona) => {
      const person = await personByEmail(addressOf(persona.name, domain));
      const [notices, items] = person
        ? await Promise.all([unreadCount(person.id), countMine(person)])
        : [0, 0];
      return { ...persona, notices, items };
    }),
  );
  return { company, cards };
}

/** The person a persona is, by its slug; null where there is none. */
export async function personaNamed(slug: string, now: number): Promise<{ id: string; name: string } | null> {
  const { personas: all, domain } = readCompany(now);
  const persona = all.find((one) => one.slug === slug);
  return persona ? personByEmail(addressOf(persona.name, domain)) : null;
}

/** The first persona whom this database does not know, by name; null where all are here. */
export async function missingPersona({ personas: all, domain }: Company): Promise<string | null> {
  for (const { name } of all) if (!(await personByEmail(addressOf(name, domain)))) return name;
  return null;
}
