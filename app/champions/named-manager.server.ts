import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import { askedManagers } from './asked-managers.server.ts';
import { noteStep } from './steps.server.ts';
import { tellOfApplication } from './telling.server.ts';

/** Names another address to ask, while nobody has agreed; whoever was asked before by an address is asked no more. */
export async function nameManager(
  enrolmentId: string,
  person: { id: string; name: string; email: string },
  managerEmail: string,
  now: number,
): Promise<{ named: string } | { refused: 'not-now' | 'own-manager' }> {
  if (managerEmail === person.email) return { refused: 'own-manager' };
  return db.write(async (tx) => {
    const [row] = await tx
      .select({ enrolment: enrolments, squad: squads.name })
      .from(enrolments)
      .innerJoin(squads, eq(squads.id, enrolments.squadId))
      .where(eq(enrolments.id, enrolmentId));
    if (row?.enrolment.state !== 'applied' || row.enrolment.personId !== person.id)
      return { refused: 'not-now' };
    if (row.enrolment.managerEmail === managerEmail) return { named: managerEmail };
    await tx.update(enrolments).set({ managerEmail }).where(eq(enrolments.id, enrolmentId));
    await noteStep(tx, { enrolmentId, step: 'manager-named', byId: person.id, at: now, note: managerEmail });
    const managers = await askedManagers({ personId: person.id, managerEmail });
    await tellOfApplication(tx, { id: enrolmentId, person, squad: row.squad, managers, managerEmail }, now);
    return { named: managerEmail };
  });
}
