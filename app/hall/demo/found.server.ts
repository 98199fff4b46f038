/** The company comes to be: its people, squads and roles. */
import { audit } from '#app/accounts/audit.server.ts';
import { deactivate } from '#app/accounts/deactivation.server.ts';
import { invite } from '#app/accounts/invitations.server.ts';
import { giveRole } from '#app/accounts/roles.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { instantOf } from '#app/postmortems/moment.ts';
import { addMember } from '#app/squads/members.server.ts';
import { archiveSquad, createSquad } from '#app/squads/squads.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { organisations, people, roles } from '#db/schema/accounts.ts';

import { addressOf, type Company } from './company.ts';

const MINUTE = 60_000;

/** The company as the rest of the demo asks for it. A name that nobody has is a fault of the content, and thrown. */
export type Founded = {
  /** by name, in the order in which they were written down */
  people: Map<string, Viewer>;
  person(name: string): Viewer;
  squad(name: string): string;
  /** the moment a minute of the company's zone names */
  at(minute: string): number;
};

/**
 * Founds the company. Nobody in it has a password, so that whoever finds this database can sign in nowhere with it:
 * the demo's own door is the only one.
 */
export async function foundCompany(tx: Tx, company: Company): Promise<Founded> {
  const { name, domain, timezone } = company;
  const at = (minute: string) => known(instantOf(minute, timezone), minute);
  const founded = at(company.founded);
  await tx.insert(organisations).values({ id: 1, name, timezone, foundedAt: founded });

  const here = new Map<string, Viewer>();
  const squads = new Map<string, string>();
  const person = (wanted: string) => known(here.get(wanted), wanted);
  for (const squad of company.squads) {
    for (const wanted of squad.people) {
      const came = company.joined[wanted];
      // The first comes alone, the others the day after, a few minutes apart.
      const late = here.size === 0 ? 0 : (24 * 60 + 7 * here.size) * MINUTE;
      here.set(wanted, await welcome(tx, wanted, domain, came ? at(came) : founded + late, here.size === 0));
    }
    const [founder] = here.values();
    const made = await createSquad(founder!, squad.name, founded + squads.size * 3 * MINUTE + 20 * MINUTE);
    if ('refused' in made) throw new Error(`Two squads are called ${squad.name}.`);
    squads.set(squad.name, made.id);
    for (const wanted of squad.people) {
      const came = company.joined[wanted];
      await addMember(
        founder!,
        made.id,
        person(wanted).id,
        came ? at(came) + 25 * MINUTE : founded + 3 * 24 * 60 * MINUTE,
      );
    }
  }

  const [founder] = here.values();
  for (const { name: wanted, squad } of company.also)
    await addMember(
      founder!,
      known(squads.get(squad), squad),
      person(wanted).id,
      founded + 4 * 24 * 60 * MINUTE,
    );
  for (const given of company.roles) {
    const who = person(given.name);
    await giveRole(founder!, who.id, given.role, at(given.at));
    here.set(given.name, { ...who, roles: [...who.roles, given.role] });
  }
  for (const { name: squad, archived } of company.squads)
    if (archived) await archiveSquad(founder!, known(squads.get(squad), squad), at(archived));
  for (const [who, when] of Object.entries(company.left))
    await deactivate(founder!, person(who).id, at(when));
  for (const { email, at: when } of company.invited) await invite(founder!, email, at(when));
  return { people: here, person, squad: (wanted) => known(squads.get(wanted), wanted), at };
}

async function welcome(tx: Tx, name: string, domain: string, now: number, first: boolean): Promise<Viewer> {
  const id = newId();
  const email = addressOf(name, domain);
  await tx.insert(people).values({ id, name, email, passwordHash: '', joinedAt: now });
  if (!first) {
    await audit(tx, { event: 'invitation-accepted', actorId: id, details: { email }, at: now });
    return { id, name, email, roles: [] };
  }
  for (const role of ['administrator', 'organiser'] as const)
    await tx.insert(roles).values({ id: newId(), personId: id, role, assumedAt: now });
  await audit(tx, { event: 'set-up', actorId: id, at: now });
  return { id, name, email, roles: ['administrator', 'organiser'] };
}

function known<T>(found: T | null | undefined, wanted: string): T {
  if (found == null) throw new Error(`content/demo names “${wanted}”, which is not there.`);
  return found;
}
