type Told = { actor: string; subject: string; details: Record<string, string> };

const listed = (details: Record<string, string>) =>
  Object.entries(details)
    .map(([what, change]) => `${what} ${change}`)
    .join('; ');

/** What is written down, and how it reads. `actor` and `subject` are names, or "somebody" where none is known. */
const sentences = {
  'set-up': ({ actor }) => `${actor} set this installation up.`,
  'invitation-made': ({ actor, details }) => `${actor} invited ${details.email}.`,
  'invitation-withdrawn': ({ actor, details }) => `${actor} withdrew the invitation of ${details.email}.`,
  'invitation-restored': ({ actor, details }) =>
    `${actor} let the invitation of ${details.email} stand again.`,
  'invitation-accepted': ({ actor, details }) => `${actor} accepted the invitation of ${details.email}.`,
  'name-changed': ({ details }) => `${details.from} changed their name to ${details.to}.`,
  'password-changed': ({ actor }) => `${actor} changed their password.`,
  // Whoever asks has not signed in, so that it is always "somebody".
  'reset-link-asked': ({ actor, subject }) =>
    `${actor.replace(/^s/, 'S')} asked for a link to reset the password of ${subject}, to be mailed to them.`,
  'reset-link-made': ({ actor, subject }) => `${actor} made a link to reset the password of ${subject}.`,
  'reset-link-withdrawn': ({ actor, subject }) => `${actor} withdrew the password link of ${subject}.`,
  'reset-link-used': ({ actor }) => `${actor} chose a new password by a reset link.`,
  'role-given': ({ actor, subject, details }) => `${actor} gave ${subject} the role of ${details.role}.`,
  'role-renounced': ({ actor, subject, details }) =>
    `${actor} ended the role of ${details.role} of ${subject}.`,
  deactivated: ({ actor, subject }) => `${actor} deactivated the account of ${subject}.`,
  reactivated: ({ actor, subject }) => `${actor} reactivated the account of ${subject}.`,
  'squad-created': ({ actor, details }) => `${actor} made the squad ${details.squad}.`,
  'squad-renamed': ({ actor, details }) => `${actor} renamed the squad ${details.from} to ${details.to}.`,
  'squad-archived': ({ actor, details }) => `${actor} archived the squad ${details.squad}.`,
  'squad-restored': ({ actor, details }) => `${actor} brought the squad ${details.squad} back.`,
  'squad-member-added': ({ actor, subject, details }) =>
    `${actor} added ${subject} to the squad ${details.squad}.`,
  'squad-member-removed': ({ actor, subject, details }) =>
    `${actor} removed ${subject} from the squad ${details.squad}.`,
  'squad-changed': ({ actor, details: { squad, ...changes } }) =>
    `${actor} changed the squad ${squad}: ${listed(changes)}.`,
  'squad-role-given': ({ actor, subject, details }) =>
    `${actor} made ${subject} ${details.role} of the squad ${details.squad}.`,
  'squad-role-ended': ({ actor, subject, details }) =>
    `${actor} ended the time of ${subject} as ${details.role} of the squad ${details.squad}.`,
  'manager-named': ({ actor, subject, details }) =>
    `${actor} named ${details.manager} as the manager of ${subject}.`,
  'people-imported': ({ actor, details }) => `${actor} imported people: ${listed(details)}.`,
  'squads-imported': ({ actor, details }) => `${actor} imported squads: ${listed(details)}.`,
  'campaign-exported': ({ actor, details }) =>
    `${actor} took the list of who completed the campaign ${details.campaign} with them.`,
  'channel-made': ({ actor, details: { channel, kind } }) =>
    `${actor} made the channel ${channel} (${kind}).`,
  'channel-changed': ({ actor, details: { channel, ...changes } }) =>
    `${actor} changed the channel ${channel}: ${listed(changes)}.`,
  'channel-removed': ({ actor, details }) => `${actor} removed the channel ${details.channel}.`,
  'channel-restored': ({ actor, details }) => `${actor} brought the channel ${details.channel} back.`,
  'channel-secret-made': ({ actor, details }) =>
    `${actor} made the signing secret of the channel ${details.channel} anew.`,
  'settings-changed': ({ actor, details }) => `${actor} changed the settings: ${listed(details)}.`,
} satisfies Record<string, (told: Told) => string>;

export type AuditEvent = keyof typeof sentences;
export const auditEvents = Object.keys(sentences) as AuditEvent[];

export const isAuditEvent = (text: string | null): text is AuditEvent =>
  text !== null && Object.hasOwn(sentences, text);

/** An entry as a sentence. An event that this version doesn't know is told by its name. */
export const auditSentence = (event: string, told: Told): string =>
  isAuditEvent(event) ? sentences[event](told) : `${told.actor}: ${event.replaceAll('-', ' ')}.`;

/** An event's name for a list to choose from: "Role given". */
export const eventName = (event: string) => event[0]!.toUpperCase() + event.slice(1).replaceAll('-', ' ');
