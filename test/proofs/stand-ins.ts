/** Somebody else's object for every parameter of every route. */
import type { GivenRole } from '#app/accounts/permissions.ts';

import type { PrivateDraft } from './private-draft.ts';

export type Objects = PrivateDraft & {
  /** the author's: a session, a notice, the part they gave to somebody */
  sessionKey: string;
  noticeId: string;
  participantId: string;
  /** what roles may change about somebody is asked about them */
  bystanderId: string;
  invitationId: string;
  squadId: string;
  /** of the participant: how they became a champion, and mail that was to reach them */
  enrolmentId: string;
  messageId: string;
  concernId: string;
  /** the bystander's: an article is for everyone to read */
  articleId: string;
  absenceId: string;
  /** the author's, half done */
  attemptId: string;
  /** the author's belt, and a session they led */
  promotionId: string;
  activityId: string;
  /** the author's, a draft; and what the participant will be asked about it */
  evidenceId: string;
  fileId: string;
  attestationId: string;
};

const guess = 'x'.repeat(16);
const role: GivenRole = 'organiser';

/** By the path of a route up to the parameter. */
const standIns: Record<string, (of: Objects) => string> = {
  // A link is a secret that opens to whoever holds it: what must not open is a guess.
  'set-up/:token': () => 'x'.repeat(43),
  'invitations/:token': () => 'x'.repeat(43),
  'password-resets/:token': () => 'x'.repeat(43),
  'account/sessions/:id': ({ sessionKey }) => sessionKey,
  'people/invitations/:id': ({ invitationId }) => invitationId,
  'people/:id': ({ bystanderId }) => bystanderId,
  'people/:id/roles/:role': () => role,
  'notices/:id': ({ noticeId }) => noticeId,
  'squads/:id': ({ squadId }) => squadId,
  'squads/:id/members/:personId': ({ bystanderId }) => bystanderId,
  'concerns/:id': ({ concernId }) => concernId,
  // calendars
  'account/calendars/:id': () => guess,
  'calendars/:token': () => 'x'.repeat(43),

  // meetings: series, and each meeting
  'meetings/series/:id': () => guess,
  'meetings/:id': () => guess,

  // meetings: agenda
  'agenda-items/:id': () => guess,

  // meetings: the room
  'meetings/:id/decisions/:decisionId': () => guess,
  'meetings/:id/agenda/:itemId': () => guess,

  // meetings: attendance and minutes
  'meetings/:id/attendance/:personId': ({ participantId }) => participantId,

  // office hours
  'office-hours/hosting/:id': () => guess,
  'office-hours/sittings/:id': () => guess,
  'office-hours/bookings/:id': () => guess,
  'office-hours/offers/:id': () => guess,
  'office-hours/queue/:id': () => guess,

  // questions
  'questions/:id': () => guess,
  'nameless/:secret': () => 'x'.repeat(43),

  // channels
  'channels/:id': () => guess,
  'announcements/:id': () => guess,

  'answers/:id': ({ articleId }) => articleId,
  'account/deputy/:id': ({ absenceId }) => absenceId,
  'enrolments/:id': ({ enrolmentId }) => enrolmentId,
  'agreements/:token': () => 'x'.repeat(43),
  'checklists/:slug': () => 'before-every-release',
  'training/:belt': () => 'white',
  'training/:belt/:slug': () => '01-accounts-and-sign-ins',
  'training/:belt/:slug/parts/:part': () => 'begin',
  'evidence/:id': ({ evidenceId }) => evidenceId,
  'evidence/:id/files/:fileId': ({ fileId }) => fileId,
  'evidence/:id/colleagues/:attestationId': ({ attestationId }) => attestationId,
  'attestations/:id': ({ attestationId }) => attestationId,
  'attempts/:id': ({ attemptId }) => attemptId,
  'attempts/:id/questions/:number': () => '1',
  'promotions/:id': ({ promotionId }) => promotionId,
  'activities/:id': ({ activityId }) => activityId,
  'coverage/squads/:id': ({ squadId }) => squadId,
  'messages/:id': ({ messageId }) => messageId,
  // Nobody has made one of these: what must not open is a guess.
  'coverage/waivers/:id': () => guess,
  'campaigns/:id': () => guess,
  'belts/waivers/:id': () => guess,
  'roles/:id': () => guess,
  'people/import/:id': () => guess,
  'squads/import/:id': () => guess,
  'action-items/:id': ({ itemId }) => itemId,
  'postmortems/:id': ({ id }) => id,
  'postmortems/:id/sections/:key': () => 'root-cause',
  'postmortems/:id/timeline/:entryId': ({ entryId }) => entryId,
  'postmortems/:id/people/:personId': ({ participantId }) => participantId,
  // recognition: what is recognised

  // recognition: thanks and the wall
  'thanks/:id': () => guess,
  'showings/:id': () => guess,

  // recognition: awards
  'awards/:key': () => 'bug-hunter',
  'nominations/:id': () => guess,

  // recognition: rewards
  'rewards/:key': () => 'hoodie',
  'reward-requests/:id': () => guess,

  // recognition: goals of squads

  // recognition: the year in review
  'reviews/:id': () => guess,
  'reviews/:id/sharing/:shareId': () => guess,

  // insight: the report
  'report/:measure': () => 'coverage',
  'report/sponsors/:id': () => guess,

  // insight: the loop
  'postmortems/:id/lessons/:linkId': () => guess,

  '*': () => 'no/such/page',
};

/** The path of a route ("/people/:id") with somebody else's objects in it. Throws where none is known. */
export function addressOf(route: string, objects: Objects): string {
  const parts = route.slice(1).split('/');
  const filled = parts.map((part, at) => {
    if (!/^[:*]/.test(part)) return part;
    const upTo = parts.slice(0, at + 1).join('/');
    const standIn = standIns[upTo];
    if (!standIn)
      throw new Error(
        `Nothing stands in for “${upTo}”. Name an object under standIns in test/proofs/stand-ins.ts.`,
      );
    return standIn(objects);
  });
  return `/${filled.join('/')}`;
}
