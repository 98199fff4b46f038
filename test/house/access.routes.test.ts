/**
 * Every route x every kind of person, generated from the route table: a new route without a rule here fails.
 * The object asked for is a private draft of somebody else; its word must reach nobody outside.
 */
import { beforeAll, describe, expect, it } from 'vitest';

import { may, type Permission } from '#app/accounts/permissions.ts';
import { champions, concernOf } from '#test/concerns/known.ts';
import { routeTable, submit, visit } from '#test/support/app.ts';
import { signIn, somebody, squadOf, type TestPerson } from '#test/support/people.ts';
import { documentAbout, draftBy } from '#test/support/postmortems.ts';

type Rule =
  | 'open'
  | 'signed-in'
  | 'postmortem'
  | 'postmortem-read'
  | 'action-item'
  | 'concern'
  | { permission: Permission };

const rules: Record<string, Rule> = {
  '/': 'signed-in',
  demo: 'open',
  healthz: 'open',
  '*': 'open',
  'set-up': 'open',
  'set-up/:token': 'open',
  'sign-in': 'open',
  'sign-out': 'open',
  'invitations/:token': 'open',
  'password-resets': 'open',
  'password-resets/:token': 'open',
  account: 'signed-in',
  'account/password': 'signed-in',
  'account/sessions': 'signed-in',
  'account/sessions/:id': 'signed-in',
  people: 'signed-in',
  'people/names': 'signed-in',
  'people/import': { permission: 'invite-people' },
  'people/import/:id': { permission: 'invite-people' },
  'people/:id/manager': { permission: 'arrange-squads' },
  'people/:id': 'signed-in',
  'people/invitations': { permission: 'invite-people' },
  'people/invitations/:id/withdrawal': { permission: 'invite-people' },
  'people/:id/roles': { permission: 'give-roles' },
  'people/:id/roles/:role': { permission: 'give-roles' },
  'people/:id/deactivation': { permission: 'deactivate-people' },
  'people/:id/password-reset': { permission: 'reset-passwords' },
  roles: { permission: 'give-roles' },
  'roles/:id/ending': { permission: 'give-roles' },
  audit: { permission: 'read-audit' },
  settings: { permission: 'change-settings' },
  live: 'signed-in',
  notices: 'signed-in',
  'notices/:id/reading': 'signed-in',
  'account/notices': 'signed-in',
  messages: { permission: 'see-messages' },
  'messages/retries': { permission: 'see-messages' },
  'messages/:id/retry': { permission: 'see-messages' },
  'messages/:id/dropping': { permission: 'see-messages' },
  squads: 'signed-in',
  'squads/:id': 'signed-in',
  'squads/import': { permission: 'arrange-squads' },
  'squads/import/:id': { permission: 'arrange-squads' },
  'squads/:id/edit': { permission: 'arrange-squads' },
  'squads/:id/members': { permission: 'arrange-squads' },
  'squads/:id/members/:personId': { permission: 'arrange-squads' },
  'squads/:id/archival': { permission: 'arrange-squads' },
  coverage: 'signed-in',
  'coverage.csv': 'signed-in',
  'coverage/squads/:id': { permission: 'arrange-coverage' },
  'coverage/waivers/:id/withdrawal': { permission: 'arrange-coverage' },
  champions: 'signed-in',
  'champions/application': 'signed-in',
  'champions/specialisms': 'signed-in',
  'enrolments/:id': 'signed-in',
  'enrolments/:id/agreement': 'signed-in',
  'enrolments/:id/manager': 'signed-in',
  'enrolments/:id/link': 'signed-in',
  'enrolments/:id/withdrawal': 'signed-in',
  'enrolments/:id/marks': 'signed-in',
  'enrolments/:id/buddy': 'signed-in',
  'enrolments/:id/start': 'signed-in',
  'enrolments/:id/renewal': 'signed-in',
  'enrolments/:id/stepping-down': 'signed-in',
  'enrolments/:id/alumni': 'signed-in',
  'enrolments/:id/hours': 'signed-in',
  'agreements/:token': 'signed-in',
  checklists: 'signed-in',
  'checklists/:slug': 'signed-in',
  training: 'signed-in',
  'training/progress': { permission: 'arrange-training' },
  'training/:belt/:slug': 'signed-in',
  'training/:belt/:slug/parts/:part': 'signed-in',
  'training/:belt/:slug/practice': 'signed-in',
  'training/:belt/:slug/attempts': 'signed-in',
  'attempts/:id': 'signed-in',
  'attempts/:id/questions/:number': 'signed-in',
  'attempts/:id/finish': 'signed-in',
  campaigns: 'signed-in',
  'campaigns/new': { permission: 'arrange-training' },
  'campaigns/:id': 'signed-in',
  'campaigns/:id/edit': { permission: 'arrange-training' },
  'campaigns/:id/cancellation': { permission: 'arrange-training' },
  'campaigns/:id/export.csv': { permission: 'arrange-training' },
  'action-items': 'signed-in',
  'action-items/owners': 'signed-in',
  'action-items/:id': 'action-item',
  'action-items/:id/acceptance': 'action-item',
  'action-items/:id/completion': 'action-item',
  'action-items/:id/verification': 'action-item',
  'action-items/:id/reopening': 'action-item',
  'action-items/:id/dropping': 'action-item',
  concerns: 'signed-in',
  'concerns/new': 'signed-in',
  'concerns/:id': 'concern',
  'concerns/:id/answer': 'concern',
  'concerns/:id/reply': 'concern',
  'concerns/:id/escalation': 'concern',
  'concerns/:id/closing': 'concern',
  'concerns/:id/reopening': 'concern',
  // calendars
  'account/calendars': 'signed-in',
  'account/calendars/:id/withdrawal': 'signed-in',
  'calendars/:token/guildhall.ics': 'open',

  // meetings: series, and each meeting
  meetings: 'signed-in',
  'meetings/series/new': { permission: 'arrange-meetings' },
  'meetings/series/:id': 'signed-in',
  'meetings/series/:id/edit': { permission: 'arrange-meetings' },
  'meetings/series/:id/ending': { permission: 'arrange-meetings' },
  'meetings/series/:id/wish': 'signed-in',
  'meetings/series/:id/extra': { permission: 'arrange-meetings' },
  'meetings/:id': 'signed-in',
  'meetings/:id/edit': 'signed-in',
  'meetings/:id/move': 'signed-in',
  'meetings/:id/skipping': 'signed-in',
  'meetings/:id/answer': 'signed-in',
  'meetings/:id/invitations': 'signed-in',

  // meetings: agenda
  'meetings/:id/agenda': 'signed-in',
  'meetings/:id/agenda/order': 'signed-in',
  'meetings/:id/agenda/template': 'signed-in',
  'meetings/:id/agenda/template/removal': 'signed-in',
  'agenda-items': 'signed-in',
  'agenda-items/new': 'signed-in',
  'agenda-items/:id': 'signed-in',
  'agenda-items/:id/edit': 'signed-in',
  'agenda-items/:id/vote': 'signed-in',
  'agenda-items/:id/withdrawal': 'signed-in',
  'agenda-items/:id/return': 'signed-in',
  'agenda-items/:id/place': 'signed-in',
  'agenda-items/:id/place/removal': 'signed-in',
  'postmortems/:id/agenda-item': 'postmortem-read',
  'questions/:id/agenda-item': 'signed-in',

  // meetings: the room
  'meetings/:id/room': 'signed-in',
  'meetings/:id/start': 'signed-in',
  'meetings/:id/end': 'signed-in',
  'meetings/:id/turns': 'signed-in',
  'meetings/:id/notes': 'signed-in',
  'meetings/:id/notes/saving': 'signed-in',
  'meetings/:id/decisions': 'signed-in',
  'meetings/:id/decisions/:decisionId/withdrawal': 'signed-in',
  'meetings/:id/action-items': 'signed-in',
  'meetings/:id/agenda/:itemId/outcome': 'signed-in',

  // meetings: attendance and minutes
  'meetings/:id/check-in': 'signed-in',
  'meetings/:id/check-in-code': 'signed-in',
  'meetings/:id/attendance': 'signed-in',
  'meetings/:id/attendance/:personId': 'signed-in',
  'meetings/:id/minutes': 'signed-in',
  'meetings/:id/minutes/markdown': 'signed-in',
  'meetings/:id/minutes/sending': 'signed-in',
  'meetings/:id/recording': 'signed-in',

  // office hours
  'office-hours': 'signed-in',
  'office-hours/hosting': 'signed-in',
  'office-hours/hosting/new': 'signed-in',
  'office-hours/hosting/:id': 'signed-in',
  'office-hours/hosting/:id/ending': 'signed-in',
  'office-hours/sittings/:id/cancellation': 'signed-in',
  'office-hours/bookings/new': 'signed-in',
  'office-hours/bookings/:id': 'signed-in',
  'office-hours/bookings/:id/release': 'signed-in',
  'office-hours/wish/withdrawal': 'signed-in',
  'office-hours/offers/:id': 'signed-in',
  'office-hours/queue': 'signed-in',
  'office-hours/queue/:id': 'signed-in',
  'office-hours/queue/:id/leaving': 'signed-in',
  'office-hours/queue/:id/taking': 'signed-in',
  'office-hours/queue/:id/finishing': 'signed-in',
  'office-hours/queue/:id/return': 'signed-in',

  // questions
  questions: 'signed-in',
  'questions/new': 'signed-in',
  'questions/:id': 'signed-in',
  'questions/:id/replies': 'signed-in',
  'questions/:id/closing': 'signed-in',
  'questions/:id/article': 'signed-in',
  nameless: 'signed-in',
  'nameless/:secret': 'open',

  // channels
  channels: { permission: 'arrange-channels' },
  'channels/new': { permission: 'arrange-channels' },
  'channels/:id': { permission: 'arrange-channels' },
  'channels/:id/removal': { permission: 'arrange-channels' },
  'channels/:id/secret': { permission: 'arrange-channels' },
  'channels/:id/trial': { permission: 'arrange-channels' },
  announcements: { permission: 'see-announcements' },
  'announcements/new': 'signed-in',
  'announcements/:id/retry': { permission: 'see-announcements' },
  'announcements/:id/dropping': { permission: 'see-announcements' },

  answers: 'signed-in',
  'answers/:id': 'signed-in',
  'answers/:id/helpfulness': 'signed-in',
  'answers/:id/withdrawal': 'signed-in',
  'account/deputy': 'signed-in',
  'account/deputy/:id/withdrawal': 'signed-in',
  'evidence/:id/files': 'signed-in',
  'evidence/:id/files/:fileId': 'signed-in',
  evidence: 'signed-in',
  'evidence/new': 'signed-in',
  'evidence/:id': 'signed-in',
  'evidence/:id/edit': 'signed-in',
  'evidence/:id/colleagues': 'signed-in',
  'evidence/:id/colleagues/:attestationId': 'signed-in',
  'evidence/:id/submission': 'signed-in',
  'evidence/:id/comments': 'signed-in',
  'evidence/:id/approval': 'signed-in',
  'evidence/:id/return': 'signed-in',
  'evidence/:id/withdrawal': 'signed-in',
  'attestations/:id': 'signed-in',
  belts: 'signed-in',
  'belts/waivers/:id/withdrawal': { permission: 'arrange-belts' },
  'people/:id/belts': 'signed-in',
  'people/:id/belts/waivers': { permission: 'arrange-belts' },
  'promotions/:id': 'signed-in',
  'promotions/:id/post': 'signed-in',
  'activities/new': 'signed-in',
  'activities/:id': 'signed-in',
  'activities/:id/withdrawal': 'signed-in',
  // recognition: what is recognised
  'recognition/rules': 'signed-in',

  // recognition: thanks and the wall
  recognition: 'signed-in',
  'recognition/mine': 'signed-in',
  'recognition/unthanked': { permission: 'arrange-recognition' },
  'account/recognition': 'signed-in',
  'thanks/new': 'signed-in',
  'thanks/:id': 'signed-in',
  'thanks/:id/withdrawal': 'signed-in',
  showings: 'signed-in',
  'showings/:id/ending': 'signed-in',
  'showings/:id/post': 'signed-in',

  // recognition: awards
  awards: 'signed-in',
  'awards/new': { permission: 'arrange-recognition' },
  'awards/:key/edit': { permission: 'arrange-recognition' },
  'awards/:key/retirement': { permission: 'arrange-recognition' },
  nominations: 'signed-in',
  'nominations/new': 'signed-in',
  'nominations/:id': 'signed-in',
  'nominations/:id/vote': 'signed-in',
  'nominations/:id/withdrawal': 'signed-in',
  'nominations/:id/taking-back': { permission: 'arrange-recognition' },
  'nominations/:id/celebration': 'signed-in',

  // recognition: rewards
  rewards: 'signed-in',
  'rewards/:key': 'signed-in',
  'rewards/:key/stock': { permission: 'arrange-recognition' },
  'reward-requests': { permission: 'arrange-recognition' },
  'reward-requests/:id': 'signed-in',
  'reward-requests/:id/approval': { permission: 'arrange-recognition' },
  'reward-requests/:id/declining': { permission: 'arrange-recognition' },
  'reward-requests/:id/shipping': { permission: 'arrange-recognition' },
  'reward-requests/:id/withdrawal': 'signed-in',

  // recognition: goals of squads
  'squads/:id/goal': 'signed-in',

  // recognition: the year in review
  reviews: 'signed-in',
  'reviews/:id': 'signed-in',
  'reviews/:id/words': 'signed-in',
  'reviews/:id/thanks': 'signed-in',
  'reviews/:id/sharing': 'signed-in',
  'reviews/:id/sharing/:shareId/ending': 'signed-in',
  'reviews/:id/print': 'signed-in',

  // insight: the report
  report: { permission: 'see-report' },
  'report.csv': { permission: 'see-report' },
  'report.json': { permission: 'see-report' },
  'report/:measure': { permission: 'see-report' },
  'report/sponsors': { permission: 'arrange-report' },
  'report/sponsors/:id/ending': 'signed-in',

  // insight: the loop
  'postmortems/:id/loop': 'postmortem-read',
  'postmortems/:id/lessons': 'postmortem-read',
  'postmortems/:id/lessons/:linkId/removal': 'postmortem-read',

  postmortems: 'signed-in',
  'postmortems/new': 'signed-in',
  'postmortems/import': 'signed-in',
  'postmortems/import/draft': 'signed-in',
  'postmortems/:id': 'postmortem-read',
  'postmortems/:id/edit': 'postmortem',
  'postmortems/:id/facts': 'postmortem',
  'postmortems/:id/sections': 'postmortem',
  'postmortems/:id/sections/:key': 'postmortem',
  'postmortems/:id/sections/:key/preview': 'postmortem',
  'postmortems/:id/sections/:key/saving': 'postmortem',
  'postmortems/:id/sections/:key/rendering': 'postmortem',
  'postmortems/:id/timeline': 'postmortem',
  'postmortems/:id/timeline/return': 'postmortem',
  'postmortems/:id/timeline/:entryId': 'postmortem',
  'postmortems/:id/timeline/:entryId/position': 'postmortem',
  'postmortems/:id/timeline/:entryId/removal': 'postmortem',
  'postmortems/:id/milestones': 'postmortem',
  'postmortems/:id/people': 'postmortem',
  'postmortems/:id/people/:personId': 'postmortem',
  'postmortems/:id/reach': 'postmortem',
  'postmortems/:id/action-items': 'postmortem',
  'postmortems/:id/review': 'postmortem-read',
  'postmortems/:id/return': 'postmortem-read',
  'postmortems/:id/publication': 'postmortem-read',
  'postmortems/:id/reopening': 'postmortem-read',
  'postmortems/:id/markdown': 'postmortem-read',
  'postmortems/:id/source': 'postmortem',
  'postmortems/:id/print': 'postmortem-read',
};

/** Asked by GET, the URL of a step leads to what it is a step of, whether that exists or not. */
const leading =
  /(acceptance|completion|verification|reopening|dropping|review|return|draft|position|removal|saving|rendering|ending|:personId)$/;

const WORD = 'Quetzalcoatlus';
let mara: TestPerson;
let outsiders: Record<'member' | 'organiser' | 'administrator', TestPerson>;
let participant: TestPerson;
let reviewer: TestPerson;
/** whom the pages about a person are asked for: some answers end their account */
let bystander: TestPerson;
let draft: Awaited<ReturnType<typeof draftBy>>;
/** raised by the author of the draft, with a champion */
let concernId: string;

const newDraft = () =>
  draftBy(mara, documentAbout(WORD), {
    reach: 'private',
    people: [
      [participant, 'participant'],
      [reviewer, 'reviewer'],
    ],
  });

beforeAll(async () => {
  mara = await somebody('Mara Lindqvist');
  participant = await somebody('Jonas Brandt');
  reviewer = await somebody('Ines Moreau');
  bystander = await somebody('Noor Haddad');
  outsiders = {
    member: await somebody('Tom Adeyemi'),
    organiser: await somebody('Priya Raman', 'organiser'),
    administrator: await somebody('Wei Chen', 'administrator'),
  };
  draft = await newDraft();
  const squad = await squadOf('Payments', mara);
  await champions(squad.id, reviewer);
  concernId = await concernOf(mara, squad.id, { title: WORD, text: WORD });
});

const address = (path: string, of: typeof draft) =>
  '/' +
  path
    .replace(/^\/$/, '')
    .replace('*', 'no/such/page')
    .replace(/:(token|secret)/, 'x'.repeat(43))
    .replace(':key', 'root-cause')
    .replace(':entryId', of.entryId)
    .replace(':personId', participant.id)
    .replace(':role', 'organiser')
    .replace(':belt/:slug', 'white/01-accounts-and-sign-ins')
    .replace(':part', 'begin')
    .replace(':slug', 'before-every-release')
    .replace(
      ':id',
      path.startsWith('action-items')
        ? of.itemId
        : path.startsWith('postmortems')
          ? of.id
          : path.startsWith('concerns')
            ? concernId
            : bystander.id,
    );

/** GET and POST, with whatever words the answers hold. */
async function ask(path: string, of: typeof draft, person?: TestPerson) {
  // Some of these pages sign out, so every question is asked with a sign-in of its own.
  const as = person && { cookie: await signIn(person) };
  const answers = [await visit(address(path, of), { as }), await submit(address(path, of), {}, { as })];
  return Promise.all(
    answers.map(async (answer, at) => ({
      method: at === 0 ? 'GET' : 'POST',
      status: answer.status,
      to: answer.headers.get('Location'),
      text: (await answer.text()) + JSON.stringify([...answer.headers]),
      handled: at === 0 ? routeTable[path]!.loads : routeTable[path]!.acts,
    })),
  );
}

it('has a rule for every route, and none for a route that is gone', () => {
  expect(Object.keys(rules).sort()).toEqual(Object.keys(routeTable).sort());
});

describe.each(Object.entries(rules))('%s', (path, rule) => {
  it('leads somebody who is not signed in to sign in, and tells them nothing', async () => {
    for (const { method, status, to, text, handled } of await ask(path, draft)) {
      expect(status).toBeLessThan(500);
      expect(text).not.toContain(WORD);
      const leadsOn = method === 'GET' && to !== null && leading.test(path);
      if (rule !== 'open' && handled && !leadsOn) expect(to).toMatch(/^\/sign-in/);
    }
  });

  it.each(['member', 'organiser', 'administrator'] as const)(
    'gives a %s what the rule says',
    async (role) => {
      const person = outsiders[role];
      for (const { status, text, handled, method } of await ask(path, draft, person)) {
        expect(status).toBeLessThan(500);
        expect(text).not.toContain(WORD);
        if (!handled) continue;
        if (rule === 'concern') expect(status).toBe(404);
        if (rule === 'postmortem' || rule === 'postmortem-read' || rule === 'action-item') {
          const leadsBack = method === 'GET' && status === 302;
          if (!leadsBack) expect(status).toBe(404);
        }
        if (rule === 'signed-in' && !path.startsWith('squads')) expect(status).not.toBe(403);
        if (typeof rule === 'object' && method === 'POST') {
          expect(status === 403).toBe(!may(person, rule.permission));
        }
      }
    },
  );

  if (rule === 'postmortem' || rule === 'postmortem-read' || rule === 'action-item') {
    it('lets its author and participants in, and those who only read read', async () => {
      for (const person of [mara, participant]) {
        for (const { status, handled } of await ask(path, await newDraft(), person)) {
          if (handled) expect([200, 302, 303, 404, 409, 422]).toContain(status);
        }
      }
      for (const { status, handled } of await ask(path, await newDraft(), reviewer)) {
        if (handled && rule === 'postmortem') expect([302, 403]).toContain(status);
        else expect(status).toBeLessThan(500);
      }
    });
  }
});
