/** Everybody who might ask for what is not theirs. */
import { type GivenRole, givenRoles, may, type Permission } from '#app/accounts/permissions.ts';
import { paths } from '#app/paths.ts';

import type { Northwind, Somebody } from './northwind.ts';
import { type Visitor, visitorOf } from './visitor.ts';

export type Asker = {
  /** in words: "member", "removed participant" */
  is: string;
  visitor: Visitor;
  email: string;
  may(permission: Permission): boolean;
  /** signs in again where an answer has signed them out; those without an account stay outside */
  comeBack(): Promise<void>;
};

function insider(is: string, person: Somebody, roles: readonly GivenRole[] = []): Asker {
  return {
    is,
    visitor: person,
    email: person.email,
    may: (permission) => may({ roles }, permission),
    async comeBack() {
      if ((await person.visit(paths.account())).status !== 200) await person.signIn();
    },
  };
}

const outside = { email: 'nobody@northwind.example', may: () => false, comeBack: async () => {} };

/** One for each role there is, one with all of them, and those who were let in once and no longer are. */
export async function askersOf(
  northwind: Northwind,
  were: { removed: Somebody; deactivated: Somebody },
): Promise<Asker[]> {
  const askers: Asker[] = [{ ...outside, is: 'signed out', visitor: visitorOf(northwind.origin) }];
  askers.push(insider('member', await northwind.join('Tom Adeyemi')));
  for (const role of givenRoles)
    askers.push(insider(role, await northwind.join(`Priya ${role}`, role), [role]));
  askers.push(
    insider('holder of every role', await northwind.join('Sam Okafor', ...givenRoles), [...givenRoles]),
    insider('removed participant', were.removed),
    { ...outside, is: 'deactivated participant', visitor: were.deactivated, email: were.deactivated.email },
  );
  return askers;
}
