/** Roles that are given. Everyone who can sign in is a member without being given anything. */
export const givenRoles = ['organiser', 'administrator'] as const;
export type GivenRole = (typeof givenRoles)[number];
export const isGivenRole = (text: string): text is GivenRole =>
  (givenRoles as readonly string[]).includes(text);
export type Role = GivenRole | 'member';

/**
 * Who may do what. Reading and working on one particular thing is not here: that follows from the thing itself
 * (its audience, its owner). No role opens a private postmortem.
 */
const allowed = {
  'write-postmortems': ['member'],
  'see-people': ['member'],
  'see-squads': ['member'],
  'invite-people': ['organiser', 'administrator'],
  'arrange-squads': ['organiser', 'administrator'],
  'see-champions': ['member'],
  'arrange-champions': ['organiser'],
  'see-coverage': ['member'],
  'arrange-coverage': ['organiser'],
  'raise-concerns': ['member'],
  'see-meetings': ['member'],
  'arrange-meetings': ['organiser'],
  'see-office-hours': ['member'],
  'ask-questions': ['member'],
  'see-training': ['member'],
  'arrange-training': ['organiser'],
  'see-belts': ['member'],
  'arrange-belts': ['organiser'],
  'see-recognition': ['member'],
  'arrange-recognition': ['organiser'],
  'see-report': ['member'],
  'arrange-report': ['organiser'],
  'see-roles': ['organiser', 'administrator'],
  'give-roles': ['administrator'],
  'deactivate-people': ['administrator'],
  'reset-passwords': ['administrator'],
  'read-audit': ['administrator'],
  'see-messages': ['administrator'],
  'arrange-channels': ['administrator'],
  announce: ['organiser'],
  'see-announcements': ['organiser', 'administrator'],
  'change-settings': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof allowed;
export const permissions = Object.keys(allowed) as Permission[];

/** Whether somebody with these given roles may do this. */
export const may = (viewer: { roles: readonly GivenRole[] }, permission: Permission): boolean =>
  (allowed[permission] as readonly Role[]).some((role) => role === 'member' || viewer.roles.includes(role));
