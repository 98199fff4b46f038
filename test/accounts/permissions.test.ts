import { expect, it } from 'vitest';

import { type GivenRole, isGivenRole, may, type Permission, permissions } from '#app/accounts/permissions.ts';

const table: Record<Permission, [member: boolean, organiser: boolean, administrator: boolean]> = {
  'write-postmortems': [true, true, true],
  'see-people': [true, true, true],
  'see-squads': [true, true, true],
  'invite-people': [false, true, true],
  'arrange-squads': [false, true, true],
  'see-champions': [true, true, true],
  'arrange-champions': [false, true, false],
  'see-coverage': [true, true, true],
  'arrange-coverage': [false, true, false],
  'raise-concerns': [true, true, true],
  'see-meetings': [true, true, true],
  'arrange-meetings': [false, true, false],
  'see-office-hours': [true, true, true],
  'ask-questions': [true, true, true],
  'see-training': [true, true, true],
  'arrange-training': [false, true, false],
  'see-belts': [true, true, true],
  'arrange-belts': [false, true, false],
  'see-recognition': [true, true, true],
  'arrange-recognition': [false, true, false],
  'see-report': [true, true, true],
  'arrange-report': [false, true, false],
  'see-roles': [false, true, true],
  'give-roles': [false, false, true],
  'deactivate-people': [false, false, true],
  'reset-passwords': [false, false, true],
  'see-messages': [false, false, true],
  'read-audit': [false, false, true],
  'arrange-channels': [false, false, true],
  announce: [false, true, false],
  'see-announcements': [false, true, true],
  'change-settings': [false, false, true],
};
const somebody: GivenRole[][] = [[], ['organiser'], ['administrator']];

it.each(permissions)('%s', (permission) => {
  expect(somebody.map((roles) => may({ roles }, permission))).toEqual(table[permission]);
});

it('knows the roles that are given', () => {
  expect(isGivenRole('organiser')).toBe(true);
  expect(isGivenRole('member')).toBe(false);
});
