/** Who may come in where. Whether they find anything there follows from the thing itself, and is tested in its room. */

/** `organisers` are organisers and administrators; `members` everybody who has signed in. */
export type Who = 'anybody' | 'members' | 'organisers' | 'administrators';

/** For each path: who may see it and who may change something there, where these are not the same. */
export const access: Record<string, Who | { see: Who; change: Who }> = {
  '/': 'anybody',
  '/healthz': 'anybody',
  '/*': 'anybody',

  '/set-up': 'anybody',
  '/set-up/:token': 'anybody',
  '/sign-in': 'anybody',
  '/sign-out': 'anybody',
  '/invitations/:token': 'anybody',
  '/password-resets/:token': 'anybody',

  '/account': 'members',
  '/account/password': 'members',
  '/account/sessions': 'members',
  '/account/sessions/:id': 'members',

  '/people': 'members',
  '/people/invitations': 'organisers',
  '/people/invitations/:id/withdrawal': 'organisers',
  '/people/:id': 'members',
  '/people/:id/roles': 'administrators',
  '/people/:id/roles/:role': 'administrators',
  '/people/:id/deactivation': 'administrators',
  '/people/:id/password-reset': 'administrators',
  '/audit': 'administrators',
  '/settings': 'administrators',

  '/notices': 'members',
  '/notices/:id/reading': 'members',

  '/squads': { see: 'members', change: 'organisers' },
  '/squads/:id': { see: 'members', change: 'organisers' },
  '/squads/:id/members': 'organisers',
  '/squads/:id/members/:personId': 'organisers',
  '/squads/:id/archival': 'organisers',

  '/action-items': 'members',
  '/action-items/:id': 'members',
  '/action-items/:id/acceptance': 'members',
  '/action-items/:id/completion': 'members',
  '/action-items/:id/verification': 'members',
  '/action-items/:id/reopening': 'members',
  '/action-items/:id/dropping': 'members',

  '/postmortems': 'members',
  '/postmortems/new': 'members',
  '/postmortems/import': 'members',
  '/postmortems/import/draft': 'members',
  '/postmortems/:id': 'members',
  '/postmortems/:id/edit': 'members',
  '/postmortems/:id/facts': 'members',
  '/postmortems/:id/sections': 'members',
  '/postmortems/:id/sections/:key': 'members',
  '/postmortems/:id/sections/:key/preview': 'members',
  '/postmortems/:id/timeline': 'members',
  '/postmortems/:id/timeline/return': 'members',
  '/postmortems/:id/timeline/:entryId': 'members',
  '/postmortems/:id/timeline/:entryId/position': 'members',
  '/postmortems/:id/timeline/:entryId/removal': 'members',
  '/postmortems/:id/milestones': 'members',
  '/postmortems/:id/people': 'members',
  '/postmortems/:id/people/:personId': 'members',
  '/postmortems/:id/reach': 'members',
  '/postmortems/:id/action-items': 'members',
  '/postmortems/:id/review': 'members',
  '/postmortems/:id/return': 'members',
  '/postmortems/:id/publication': 'members',
  '/postmortems/:id/reopening': 'members',
  '/postmortems/:id/markdown': 'members',
  '/postmortems/:id/print': 'members',
};
