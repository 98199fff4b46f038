import { expect, it } from 'vitest';

import { places } from '../house/floor-plan.ts';
import { routeOf } from './route-of.ts';
import { addressOf, type Objects } from './stand-ins.ts';

const objects: Objects = {
  id: 'postmortem',
  entryId: 'entry',
  removedId: 'removed',
  itemId: 'item',
  sessionKey: 'session',
  noticeId: 'notice',
  participantId: 'participant',
  bystanderId: 'bystander',
  invitationId: 'invitation',
  squadId: 'squad',
  enrolmentId: 'enrolment',
  messageId: 'message',
  concernId: 'concern',
  articleId: 'article',
  absenceId: 'absence',
  attemptId: 'attempt',
  promotionId: 'promotion',
  activityId: 'activity',
  evidenceId: 'evidence',
  fileId: 'file',
  attestationId: 'attestation',
};

it.each(places.map(({ path }) => path))('%s has an address that leads there', (path) => {
  expect(routeOf(addressOf(path, objects))).toBe(path);
});

it('a parameter that nothing stands in for says where to name something', () => {
  expect(() => addressOf('/champions/:id', objects)).toThrow('test/proofs/stand-ins.ts');
});
