import { personMeant } from '#app/accounts/find-person.server.ts';
import { personProblem } from '#app/accounts/person-meant.ts';

/** Who is meant by what was typed in each field; or what to do about each that is not clear, or is oneself. */
export async function participantsMeant<Field extends string>(
  typed: readonly [Field, string][],
  self: { id: string },
): Promise<{ ids: string[] } | { errors: Partial<Record<Field, string>> }> {
  const errors: Partial<Record<Field, string>> = {};
  const ids: string[] = [];
  for (const [field, text] of typed) {
    const meant = await personMeant(text);
    if ('refused' in meant) errors[field] = personProblem(meant);
    else if (meant.person?.id === self.id) errors[field] = 'You led it: name somebody who took part.';
    else if (meant.person && ids.includes(meant.person.id)) errors[field] = 'You named them above already.';
    else if (meant.person) ids.push(meant.person.id);
  }
  return Object.keys(errors).length > 0 ? { errors } : { ids };
}
