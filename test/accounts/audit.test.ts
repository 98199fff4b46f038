import { expect, it } from 'vitest';

import { auditEvents, auditSentence, eventName, isAuditEvent } from '#app/accounts/audit.ts';

const details = {
  email: 'nina@northwind.example',
  role: 'organiser',
  from: 'Nina W',
  to: 'Nina Weber',
  squad: 'Payments',
  manager: 'Ines Moreau',
  campaign: 'Sign-ins',
  channel: 'Guild',
  kind: 'slack',
};

it.each(auditEvents)('%s reads as a sentence with nothing missing', (event) => {
  const sentence = auditSentence(event, { actor: 'Olga', subject: 'Nina', details });
  expect(sentence).toMatch(/^(Olga|Nina W) .+\.$/);
  expect(sentence).not.toMatch(/undefined|null/);
});

it('tells an event it does not know by its name', () => {
  expect(auditSentence('cat-fed', { actor: 'Olga', subject: '', details: {} })).toBe('Olga: cat fed.');
  expect(isAuditEvent('cat-fed')).toBe(false);
  expect(isAuditEvent('toString')).toBe(false);
  expect(isAuditEvent(null)).toBe(false);
});

it('names events for a list', () => expect(eventName('role-given')).toBe('Role given'));
