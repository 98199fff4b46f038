import { z } from 'zod';

import { givenRoles } from '#app/accounts/permissions.ts';

const name = z.string().min(1);
/** a minute in the company's zone: "2025-02-17T09:00" */
export const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** Whom a visitor can be. */
const persona = z.strictObject({
  slug: name,
  /** one of the people of the company */
  name,
  /** what they are, in a word */
  is: name,
  /** a sentence on their place in the company, and one on what one sees as them */
  place: name,
  sees: name,
});

/** content/demo/company.json. Whoever comes first set the installation up. */
export const companySchema = z.strictObject({
  name,
  /** of its e-mail addresses */
  domain: name,
  timezone: name,
  founded: minute,
  squads: z.array(z.strictObject({ name, people: z.array(name), archived: minute.optional() })).min(1),
  /** who belongs to another squad as well */
  also: z.array(z.strictObject({ name, squad: name })),
  /** who came later than the others, and who left */
  joined: z.record(name, minute),
  left: z.record(name, minute),
  roles: z.array(z.strictObject({ name, role: z.enum(givenRoles), at: minute })),
  /** addresses whose invitation is still open */
  invited: z.array(z.strictObject({ email: name, at: minute })),
  personas: z.array(persona).length(4),
});
export type Company = z.output<typeof companySchema>;

/** The address of somebody of the company: "Noémie Girard" is noemie.girard@… */
export const addressOf = (person: string, domain: string): string => {
  const plain = person.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z]+/g, '.')}@${domain}`;
};
