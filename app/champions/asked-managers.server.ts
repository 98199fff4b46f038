import { personByEmail } from '#app/accounts/find-person.server.ts';
import { managersOfPerson } from '#app/squads/managers.server.ts';

type Asking = { personId: string; managerEmail: string | null };

/**
 * Who may agree somebody's hours: their managers here, and whoever has the address they named. Never themselves. Empty
 * while the address belongs to nobody here.
 */
export async function askedManagers({
  personId,
  managerEmail,
}: Asking): Promise<{ id: string; name: string }[]> {
  const known = await managersOfPerson(personId);
  const named = managerEmail === null ? null : await personByEmail(managerEmail);
  const all = named ? [...known, named] : known;
  return all
    .filter(({ id }, at) => id !== personId && all.findIndex((other) => other.id === id) === at)
    .map(({ id, name }) => ({ id, name }));
}
