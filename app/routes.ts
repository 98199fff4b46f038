import { index, route, type RouteConfig } from '@remix-run/route-config';

/** The floor plan: every URL, by room. A verb that isn't CRUD is a noun with a URL of its own. */
export default [
  // accounts
  route('set-up', 'accounts/routes/set-up.tsx'),
  route('set-up/:token', 'accounts/routes/founding.tsx'),
  route('sign-in', 'accounts/routes/sign-in.tsx'),
  route('sign-out', 'accounts/routes/sign-out.ts'),
  route('invitations/:token', 'accounts/routes/invitation.tsx'),
  route('password-resets', 'accounts/routes/reset-request.tsx'),
  route('password-resets/:token', 'accounts/routes/password-reset.tsx'),
  route('account', 'accounts/routes/account.tsx'),
  route('account/password', 'accounts/routes/own-password.tsx'),
  route('account/sessions', 'accounts/routes/sessions.tsx'),
  route('account/sessions/:id', 'accounts/routes/session.ts'),
  route('people', 'accounts/routes/people.tsx'),
  route('people/names', 'accounts/routes/names.ts'),
  route('people/invitations', 'accounts/routes/invitations.tsx'),
  route('people/invitations/:id/withdrawal', 'accounts/routes/withdrawal.ts'),
  route('people/import', 'accounts/routes/import-people.tsx'),
  route('people/import/:id', 'accounts/routes/people-import.tsx'),
  route('people/:id', 'accounts/routes/person.tsx'),
  route('people/:id/manager', 'accounts/routes/manager.tsx'),
  route('people/:id/roles', 'accounts/routes/roles.ts'),
  route('people/:id/roles/:role', 'accounts/routes/role.ts'),
  route('people/:id/deactivation', 'accounts/routes/deactivation.ts'),
  route('people/:id/password-reset', 'accounts/routes/reset-link.tsx'),
  route('roles', 'accounts/routes/everyones-roles.tsx'),
  route('roles/:id/ending', 'accounts/routes/role-ending.ts'),
  route('audit', 'accounts/routes/audit.tsx'),
  route('settings', 'accounts/routes/settings.tsx'),
  // notices
  route('notices', 'notices/routes/notices.tsx'),
  route('notices/:id/reading', 'notices/routes/reading.ts'),
  route('account/notices', 'notices/routes/by-mail.tsx'),
  route('messages', 'notices/routes/messages.tsx'),
  route('messages/retries', 'notices/routes/retries.ts'),
  route('messages/:id/retry', 'notices/routes/retry.ts'),
  route('messages/:id/dropping', 'notices/routes/dropping.ts'),
  // squads
  route('squads', 'squads/routes/squads.tsx'),
  route('squads/import', 'squads/routes/import.tsx'),
  route('squads/import/:id', 'squads/routes/import-preview.tsx'),
  route('squads/:id', 'squads/routes/squad.tsx'),
  route('squads/:id/edit', 'squads/routes/edit.tsx'),
  route('squads/:id/members', 'squads/routes/members.ts'),
  route('squads/:id/members/:personId', 'squads/routes/member.ts'),
  route('squads/:id/archival', 'squads/routes/archival.ts'),
  // champions: coverage
  route('coverage', 'champions/routes/coverage.tsx'),
  route('coverage.csv', 'champions/routes/coverage-csv.ts'),
  route('coverage/squads/:id', 'champions/routes/coverage-squad.tsx'),
  route('coverage/waivers/:id/withdrawal', 'champions/routes/coverage-withdrawal.ts'),
  // enrolment
  route('champions', 'champions/routes/champions.tsx'),
  route('champions/application', 'champions/routes/application.tsx'),
  route('champions/specialisms', 'champions/routes/specialisms.tsx'),
  route('enrolments/:id', 'champions/routes/enrolment.tsx'),
  route('enrolments/:id/agreement', 'champions/routes/agreement.tsx'),
  route('enrolments/:id/manager', 'champions/routes/manager.tsx'),
  route('enrolments/:id/link', 'champions/routes/link.tsx'),
  route('enrolments/:id/withdrawal', 'champions/routes/withdrawal.ts'),
  route('enrolments/:id/marks', 'champions/routes/marks.ts'),
  route('enrolments/:id/buddy', 'champions/routes/buddy.ts'),
  route('enrolments/:id/start', 'champions/routes/start.ts'),
  route('enrolments/:id/renewal', 'champions/routes/renewal.ts'),
  route('enrolments/:id/stepping-down', 'champions/routes/stepping-down.ts'),
  route('enrolments/:id/alumni', 'champions/routes/alumni.ts'),
  route('enrolments/:id/hours', 'champions/routes/hours.tsx'),
  route('agreements/:token', 'champions/routes/agreement-link.tsx'),
  route('checklists', 'champions/routes/checklists.tsx'),
  route('checklists/:slug', 'champions/routes/checklist.tsx'),
  // training: the curriculum
  route('training', 'training/routes/training.tsx'),
  route('training/progress', 'training/routes/progress.tsx'),
  route('training/:belt/:slug', 'training/routes/module.tsx'),
  route('training/:belt/:slug/parts/:part', 'training/routes/part.tsx'),
  // training: questions
  route('training/:belt/:slug/practice', 'training/routes/practice.tsx'),
  route('training/:belt/:slug/attempts', 'training/routes/attempts.ts'),
  route('attempts/:id', 'training/routes/attempt.tsx'),
  route('attempts/:id/questions/:number', 'training/routes/question.tsx'),
  route('attempts/:id/finish', 'training/routes/finish.ts'),
  // action items
  route('action-items', 'action-items/routes/list.tsx'),
  route('action-items/owners', 'action-items/routes/owners.ts'),
  route('action-items/:id', 'action-items/routes/show.tsx'),
  route('action-items/:id/acceptance', 'action-items/routes/acceptance.ts'),
  route('action-items/:id/completion', 'action-items/routes/completion.ts'),
  route('action-items/:id/verification', 'action-items/routes/verification.ts'),
  route('action-items/:id/reopening', 'action-items/routes/reopening.ts'),
  route('action-items/:id/dropping', 'action-items/routes/dropping.ts'),
  // concerns
  route('concerns', 'concerns/routes/list.tsx'),
  route('concerns/new', 'concerns/routes/new.tsx'),
  route('concerns/:id', 'concerns/routes/show.tsx'),
  route('concerns/:id/answer', 'concerns/routes/answer.tsx'),
  route('concerns/:id/reply', 'concerns/routes/reply.tsx'),
  route('concerns/:id/escalation', 'concerns/routes/escalation.tsx'),
  route('concerns/:id/closing', 'concerns/routes/closing.tsx'),
  route('concerns/:id/reopening', 'concerns/routes/reopening.tsx'),
  route('account/deputy', 'concerns/routes/deputy.tsx'),
  route('account/deputy/:id/withdrawal', 'concerns/routes/deputy-withdrawal.ts'),
  // calendars

  // meetings: series, and each meeting

  // meetings: agenda

  // meetings: the room

  // meetings: attendance and minutes

  // office hours

  // questions

  // channels

  // answers
  route('answers', 'answers/routes/articles.tsx'),
  route('answers/:id', 'answers/routes/article.tsx'),
  route('answers/:id/withdrawal', 'answers/routes/article-withdrawal.ts'),
  // belts: the way to them, what is led and what is celebrated
  route('belts', 'belts/routes/belts.tsx'),
  route('belts/waivers/:id/withdrawal', 'belts/routes/waiver-withdrawal.ts'),
  route('people/:id/belts', 'belts/routes/person-belts.tsx'),
  route('people/:id/belts/waivers', 'belts/routes/waivers.tsx'),
  route('promotions/:id', 'belts/routes/promotion.tsx'),
  route('promotions/:id/post', 'belts/routes/promotion-post.ts'),
  route('activities/new', 'belts/routes/activity-new.tsx'),
  route('activities/:id', 'belts/routes/activity.tsx'),
  route('activities/:id/withdrawal', 'belts/routes/activity-withdrawal.ts'),
  // belts: evidence and its review
  route('evidence', 'belts/routes/evidence-queue.tsx'),
  route('evidence/new', 'belts/routes/evidence-new.tsx'),
  route('evidence/:id', 'belts/routes/evidence.tsx'),
  route('evidence/:id/edit', 'belts/routes/evidence-edit.tsx'),
  route('evidence/:id/colleagues', 'belts/routes/evidence-colleagues.tsx'),
  route('evidence/:id/colleagues/:attestationId', 'belts/routes/evidence-colleague.ts'),
  route('evidence/:id/submission', 'belts/routes/evidence-submission.ts'),
  route('evidence/:id/comments', 'belts/routes/evidence-comments.tsx'),
  route('evidence/:id/approval', 'belts/routes/evidence-approval.tsx'),
  route('evidence/:id/return', 'belts/routes/evidence-return.tsx'),
  route('evidence/:id/withdrawal', 'belts/routes/evidence-withdrawal.ts'),
  route('attestations/:id', 'belts/routes/attestation.tsx'),
  // belts: files of evidence
  route('evidence/:id/files', 'belts/routes/evidence-files.tsx'),
  route('evidence/:id/files/:fileId', 'belts/routes/evidence-file.ts'),
  // campaigns
  route('campaigns', 'training/routes/campaigns.tsx'),
  route('campaigns/new', 'training/routes/new-campaign.tsx'),
  route('campaigns/:id', 'training/routes/campaign.tsx'),
  route('campaigns/:id/edit', 'training/routes/edit-campaign.tsx'),
  route('campaigns/:id/cancellation', 'training/routes/campaign-cancellation.ts'),
  route('campaigns/:id/export.csv', 'training/routes/campaign-csv.ts'),
  // postmortems
  route('postmortems', 'postmortems/routes/library.tsx'),
  route('postmortems/new', 'postmortems/routes/new.tsx'),
  route('postmortems/import', 'postmortems/routes/import.tsx'),
  route('postmortems/import/draft', 'postmortems/routes/import-draft.tsx'),
  route('postmortems/:id', 'postmortems/routes/show.tsx'),
  route('postmortems/:id/edit', 'postmortems/routes/edit.tsx'),
  route('postmortems/:id/facts', 'postmortems/routes/facts.tsx'),
  route('postmortems/:id/sections', 'postmortems/routes/sections.ts'),
  route('postmortems/:id/sections/:key', 'postmortems/routes/section.tsx'),
  route('postmortems/:id/sections/:key/saving', 'postmortems/routes/section-saving.ts'),
  route('postmortems/:id/sections/:key/rendering', 'postmortems/routes/section-rendering.ts'),
  route('postmortems/:id/sections/:key/preview', 'postmortems/routes/section-preview.tsx'),
  route('postmortems/:id/timeline', 'postmortems/routes/timeline.tsx'),
  route('postmortems/:id/timeline/return', 'postmortems/routes/timeline-entry-return.ts'),
  route('postmortems/:id/timeline/:entryId', 'postmortems/routes/timeline-entry.tsx'),
  route('postmortems/:id/timeline/:entryId/position', 'postmortems/routes/timeline-entry-position.ts'),
  route('postmortems/:id/timeline/:entryId/removal', 'postmortems/routes/timeline-entry-removal.ts'),
  route('postmortems/:id/milestones', 'postmortems/routes/milestones.tsx'),
  route('postmortems/:id/people', 'postmortems/routes/people.tsx'),
  route('postmortems/:id/people/:personId', 'postmortems/routes/person-removal.ts'),
  route('postmortems/:id/reach', 'postmortems/routes/reach.ts'),
  route('postmortems/:id/action-items', 'postmortems/routes/action-items.tsx'),
  route('postmortems/:id/review', 'postmortems/routes/review.ts'),
  route('postmortems/:id/return', 'postmortems/routes/return.ts'),
  route('postmortems/:id/publication', 'postmortems/routes/publication.tsx'),
  route('postmortems/:id/reopening', 'postmortems/routes/reopening.ts'),
  route('postmortems/:id/markdown', 'postmortems/routes/markdown.ts'),
  route('postmortems/:id/source', 'postmortems/routes/source.ts'),
  route('postmortems/:id/print', 'postmortems/routes/print.tsx'),
  // demo
  route('demo', 'hall/routes/demo.tsx'),
  // hall
  index('hall/routes/home.tsx'),
  route('healthz', 'hall/routes/health.ts'),
  route('*', 'hall/routes/not-found.tsx'),
] satisfies RouteConfig;
