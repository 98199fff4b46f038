/** A path, with what is put into it written so that it stays one part of it, and may stand in a header. */
const path = (parts: TemplateStringsArray, ...given: string[]) =>
  String.raw(parts, ...given.map((part) => encodeURIComponent(part)));

/** Links are built here and nowhere else; a test holds them against routes.ts. */
export const paths = {
  home: () => '/',
  live: () => '/live',
  demo: (to?: string) => (to && to !== '/' ? `/demo?to=${encodeURIComponent(to)}` : '/demo'),
  signIn: (to?: string) => (to && to !== '/' ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in'),
  signOut: () => '/sign-out',
  setUp: (token?: string) => (token ? path`/set-up/${token}` : '/set-up'),
  invitation: (token: string) => path`/invitations/${token}`,
  resetRequest: () => '/password-resets',
  passwordReset: (token: string) => path`/password-resets/${token}`,

  account: () => '/account',
  accountPassword: () => '/account/password',
  accountSessions: () => '/account/sessions',
  accountSession: (id: string) => path`/account/sessions/${id}`,

  people: () => '/people',
  personNames: () => '/people/names',
  person: (id: string) => path`/people/${id}`,
  importPeople: () => '/people/import',
  peopleImport: (id: string) => path`/people/import/${id}`,
  personManager: (id: string) => path`/people/${id}/manager`,
  personRoles: (id: string) => path`/people/${id}/roles`,
  personRole: (id: string, role: string) => path`/people/${id}/roles/${role}`,
  personDeactivation: (id: string) => path`/people/${id}/deactivation`,
  personPasswordReset: (id: string) => path`/people/${id}/password-reset`,
  invitations: () => '/people/invitations',
  invitationWithdrawal: (id: string) => path`/people/invitations/${id}/withdrawal`,
  roles: () => '/roles',
  roleEnding: (id: string) => path`/roles/${id}/ending`,
  audit: () => '/audit',
  settings: () => '/settings',

  notices: () => '/notices',
  noticeReading: (id: string) => path`/notices/${id}/reading`,
  accountNotices: () => '/account/notices',
  messages: (pile?: 'waiting' | 'dead') =>
    pile ? `/messages?pile=${encodeURIComponent(pile)}` : '/messages',
  messageRetries: () => '/messages/retries',
  messageRetry: (id: string) => path`/messages/${id}/retry`,
  messageDropping: (id: string) => path`/messages/${id}/dropping`,

  squads: () => '/squads',
  importSquads: () => '/squads/import',
  squadImport: (id: string) => path`/squads/import/${id}`,
  squad: (id: string) => path`/squads/${id}`,
  editSquad: (id: string) => path`/squads/${id}/edit`,
  squadMembers: (id: string) => path`/squads/${id}/members`,
  squadMember: (id: string, personId: string) => path`/squads/${id}/members/${personId}`,
  squadArchival: (id: string) => path`/squads/${id}/archival`,

  coverage: () => '/coverage',
  coverageCsv: () => '/coverage.csv',
  squadCoverage: (id: string) => path`/coverage/squads/${id}`,
  waiverWithdrawal: (id: string) => path`/coverage/waivers/${id}/withdrawal`,

  champions: () => '/champions',
  application: () => '/champions/application',
  specialisms: () => '/champions/specialisms',
  enrolment: (id: string) => path`/enrolments/${id}`,
  enrolmentAgreement: (id: string) => path`/enrolments/${id}/agreement`,
  enrolmentManager: (id: string) => path`/enrolments/${id}/manager`,
  enrolmentLink: (id: string) => path`/enrolments/${id}/link`,
  enrolmentWithdrawal: (id: string) => path`/enrolments/${id}/withdrawal`,
  enrolmentMarks: (id: string) => path`/enrolments/${id}/marks`,
  enrolmentBuddy: (id: string) => path`/enrolments/${id}/buddy`,
  enrolmentStart: (id: string) => path`/enrolments/${id}/start`,
  enrolmentRenewal: (id: string) => path`/enrolments/${id}/renewal`,
  enrolmentSteppingDown: (id: string) => path`/enrolments/${id}/stepping-down`,
  enrolmentAlumni: (id: string) => path`/enrolments/${id}/alumni`,
  enrolmentHours: (id: string) => path`/enrolments/${id}/hours`,
  agreement: (token: string) => path`/agreements/${token}`,
  checklists: () => '/checklists',
  checklist: (slug: string) => path`/checklists/${slug}`,

  training: () => '/training',
  trainingProgress: () => '/training/progress',
  /** `key` is the belt's folder and the lesson's name in it: "white/01-what-goes-wrong" */
  module: (key: string) => {
    const [, belt = '', slug = ''] = /^([^/]*)\/(.*)$/s.exec(key) ?? [];
    return path`/training/${belt}/${slug}`;
  },
  modulePart: (key: string, part: string) => `${paths.module(key)}/parts/${encodeURIComponent(part)}`,
  practice: (key: string) => `${paths.module(key)}/practice`,
  moduleAttempts: (key: string) => `${paths.module(key)}/attempts`,
  attempt: (id: string) => path`/attempts/${id}`,
  attemptQuestion: (id: string, number: number) => path`/attempts/${id}/questions/${String(number)}`,
  attemptFinish: (id: string) => path`/attempts/${id}/finish`,
  campaigns: () => '/campaigns',
  newCampaign: () => '/campaigns/new',
  campaign: (id: string) => path`/campaigns/${id}`,
  editCampaign: (id: string) => path`/campaigns/${id}/edit`,
  campaignCancellation: (id: string) => path`/campaigns/${id}/cancellation`,
  campaignCsv: (id: string) => path`/campaigns/${id}/export.csv`,

  belts: () => '/belts',
  personBelts: (id: string) => path`/people/${id}/belts`,
  beltWaivers: (personId: string) => path`/people/${personId}/belts/waivers`,
  beltWaiverWithdrawal: (id: string) => path`/belts/waivers/${id}/withdrawal`,
  promotion: (id: string) => path`/promotions/${id}`,
  promotionPost: (id: string) => path`/promotions/${id}/post`,
  reviewQueue: () => '/evidence',
  newEvidence: (requirement?: string) =>
    requirement ? `/evidence/new?requirement=${encodeURIComponent(requirement)}` : '/evidence/new',
  evidence: (id: string) => path`/evidence/${id}`,
  editEvidence: (id: string) => path`/evidence/${id}/edit`,
  evidenceFiles: (id: string) => path`/evidence/${id}/files`,
  evidenceFile: (id: string, fileId: string) => path`/evidence/${id}/files/${fileId}`,
  evidenceColleagues: (id: string) => path`/evidence/${id}/colleagues`,
  evidenceColleague: (id: string, attestationId: string) => path`/evidence/${id}/colleagues/${attestationId}`,
  evidenceSubmission: (id: string) => path`/evidence/${id}/submission`,
  evidenceComments: (id: string) => path`/evidence/${id}/comments`,
  evidenceApproval: (id: string) => path`/evidence/${id}/approval`,
  evidenceReturn: (id: string) => path`/evidence/${id}/return`,
  evidenceWithdrawal: (id: string) => path`/evidence/${id}/withdrawal`,
  newActivity: () => '/activities/new',
  activity: (id: string) => path`/activities/${id}`,
  activityWithdrawal: (id: string) => path`/activities/${id}/withdrawal`,
  attestation: (id: string) => path`/attestations/${id}`,

  postmortems: () => '/postmortems',
  newPostmortem: () => '/postmortems/new',
  importPostmortem: () => '/postmortems/import',
  importDraft: () => '/postmortems/import/draft',
  postmortem: (id: string) => path`/postmortems/${id}`,
  editPostmortem: (id: string) => path`/postmortems/${id}/edit`,
  postmortemFacts: (id: string) => path`/postmortems/${id}/facts`,
  postmortemSections: (id: string) => path`/postmortems/${id}/sections`,
  postmortemSection: (id: string, key: string) => path`/postmortems/${id}/sections/${key}`,
  sectionPreview: (id: string, key: string) => path`/postmortems/${id}/sections/${key}/preview`,
  sectionSaving: (id: string, key: string) => path`/postmortems/${id}/sections/${key}/saving`,
  sectionRendering: (id: string, key: string) => path`/postmortems/${id}/sections/${key}/rendering`,
  postmortemTimeline: (id: string) => path`/postmortems/${id}/timeline`,
  timelineEntry: (id: string, entryId: string) => path`/postmortems/${id}/timeline/${entryId}`,
  timelineEntryPosition: (id: string, entryId: string) =>
    path`/postmortems/${id}/timeline/${entryId}/position`,
  timelineEntryRemoval: (id: string, entryId: string) => path`/postmortems/${id}/timeline/${entryId}/removal`,
  timelineEntryReturn: (id: string) => path`/postmortems/${id}/timeline/return`,
  postmortemMilestones: (id: string) => path`/postmortems/${id}/milestones`,
  postmortemPeople: (id: string) => path`/postmortems/${id}/people`,
  postmortemPerson: (id: string, personId: string) => path`/postmortems/${id}/people/${personId}`,
  postmortemReach: (id: string) => path`/postmortems/${id}/reach`,
  postmortemActions: (id: string) => path`/postmortems/${id}/action-items`,
  postmortemReview: (id: string) => path`/postmortems/${id}/review`,
  postmortemReturn: (id: string) => path`/postmortems/${id}/return`,
  postmortemPublication: (id: string) => path`/postmortems/${id}/publication`,
  postmortemReopening: (id: string) => path`/postmortems/${id}/reopening`,
  postmortemMarkdown: (id: string) => path`/postmortems/${id}/markdown`,
  postmortemSource: (id: string) => `/postmortems/${encodeURIComponent(id)}/source`,
  printPostmortem: (id: string) => path`/postmortems/${id}/print`,

  actionItems: () => '/action-items',
  ownerNames: () => '/action-items/owners',
  actionItem: (id: string) => path`/action-items/${id}`,
  actionItemAcceptance: (id: string) => path`/action-items/${id}/acceptance`,
  actionItemCompletion: (id: string) => path`/action-items/${id}/completion`,
  actionItemVerification: (id: string) => path`/action-items/${id}/verification`,
  actionItemReopening: (id: string) => path`/action-items/${id}/reopening`,
  actionItemDropping: (id: string) => path`/action-items/${id}/dropping`,

  concerns: (pile?: string) => (pile ? `/concerns?pile=${encodeURIComponent(pile)}` : '/concerns'),
  newConcern: (from?: string) => (from ? `/concerns/new?from=${encodeURIComponent(from)}` : '/concerns/new'),
  concern: (id: string) => path`/concerns/${id}`,
  concernAnswer: (id: string) => path`/concerns/${id}/answer`,
  concernReply: (id: string) => path`/concerns/${id}/reply`,
  concernEscalation: (id: string) => path`/concerns/${id}/escalation`,
  concernClosing: (id: string) => path`/concerns/${id}/closing`,
  concernReopening: (id: string) => path`/concerns/${id}/reopening`,
  // calendars
  calendars: (series?: string) =>
    series ? `/account/calendars?series=${encodeURIComponent(series)}` : '/account/calendars',
  calendarWithdrawal: (id: string) => path`/account/calendars/${id}/withdrawal`,
  calendarFeed: (token: string) => path`/calendars/${token}/guildhall.ics`,

  // meetings: series, and each meeting
  meetings: () => '/meetings',
  newMeetingSeries: () => '/meetings/series/new',
  meetingSeries: (id: string) => path`/meetings/series/${id}`,
  editMeetingSeries: (id: string) => path`/meetings/series/${id}/edit`,
  meetingSeriesEnding: (id: string) => path`/meetings/series/${id}/ending`,
  meetingSeriesWish: (id: string) => path`/meetings/series/${id}/wish`,
  extraMeeting: (seriesId: string) => path`/meetings/series/${seriesId}/extra`,
  meeting: (id: string) => path`/meetings/${id}`,
  editMeeting: (id: string) => path`/meetings/${id}/edit`,
  moveMeeting: (id: string) => path`/meetings/${id}/move`,
  meetingSkipping: (id: string) => path`/meetings/${id}/skipping`,
  meetingAnswer: (id: string) => path`/meetings/${id}/answer`,
  meetingInvitations: (id: string) => path`/meetings/${id}/invitations`,

  // meetings: agenda
  agenda: (meetingId: string) => path`/meetings/${meetingId}/agenda`,
  agendaOrder: (meetingId: string) => path`/meetings/${meetingId}/agenda/order`,
  agendaTemplate: (meetingId: string) => path`/meetings/${meetingId}/agenda/template`,
  agendaTemplateRemoval: (meetingId: string) => path`/meetings/${meetingId}/agenda/template/removal`,
  proposals: (seriesId?: string) =>
    seriesId ? `/agenda-items?series=${encodeURIComponent(seriesId)}` : '/agenda-items',
  newAgendaItem: (meetingId?: string) =>
    meetingId ? `/agenda-items/new?meeting=${encodeURIComponent(meetingId)}` : '/agenda-items/new',
  agendaItem: (id: string) => path`/agenda-items/${id}`,
  editAgendaItem: (id: string) => path`/agenda-items/${id}/edit`,
  agendaVote: (id: string) => path`/agenda-items/${id}/vote`,
  agendaItemWithdrawal: (id: string) => path`/agenda-items/${id}/withdrawal`,
  agendaItemReturn: (id: string) => path`/agenda-items/${id}/return`,
  agendaItemPlace: (id: string) => path`/agenda-items/${id}/place`,
  agendaItemPlaceRemoval: (id: string) => path`/agenda-items/${id}/place/removal`,
  postmortemOnAgenda: (id: string) => path`/postmortems/${id}/agenda-item`,
  questionOnAgenda: (id: string) => path`/questions/${id}/agenda-item`,

  // meetings: the room
  room: (id: string) => path`/meetings/${id}/room`,
  meetingStart: (id: string) => path`/meetings/${id}/start`,
  meetingEnd: (id: string) => path`/meetings/${id}/end`,
  meetingTurns: (id: string) => path`/meetings/${id}/turns`,
  meetingNotes: (id: string) => path`/meetings/${id}/notes`,
  noteSaving: (id: string) => path`/meetings/${id}/notes/saving`,
  meetingDecisions: (id: string) => path`/meetings/${id}/decisions`,
  decisionWithdrawal: (id: string, decisionId: string) =>
    path`/meetings/${id}/decisions/${decisionId}/withdrawal`,
  meetingActions: (id: string) => path`/meetings/${id}/action-items`,
  itemOutcome: (id: string, itemId: string) => path`/meetings/${id}/agenda/${itemId}/outcome`,

  // meetings: attendance and minutes
  checkIn: (id: string) => path`/meetings/${id}/check-in`,
  checkInCode: (id: string) => path`/meetings/${id}/check-in-code`,
  attendance: (id: string) => path`/meetings/${id}/attendance`,
  attendee: (id: string, personId: string) => path`/meetings/${id}/attendance/${personId}`,
  meetingMinutes: (id: string) => path`/meetings/${id}/minutes`,
  minutesMarkdown: (id: string) => path`/meetings/${id}/minutes/markdown`,
  minutesSending: (id: string) => path`/meetings/${id}/minutes/sending`,
  recording: (id: string) => path`/meetings/${id}/recording`,

  // office hours
  officeHours: () => '/office-hours',
  queue: () => '/office-hours/queue',
  hosting: () => '/office-hours/hosting',
  newHours: () => '/office-hours/hosting/new',
  hostedHours: (id: string) => path`/office-hours/hosting/${id}`,
  hoursEnding: (id: string) => path`/office-hours/hosting/${id}/ending`,
  sittingCancellation: (id: string) => path`/office-hours/sittings/${id}/cancellation`,
  /** `choice`: the time somebody chose, or "wish"; `place`: the words they had in the queue */
  newBooking: (given: { choice?: string; place?: string } = {}) =>
    `/office-hours/bookings/new${Object.keys(given).length > 0 ? '?' : ''}${new URLSearchParams(given)}`,
  booking: (id: string) => path`/office-hours/bookings/${id}`,
  bookingRelease: (id: string) => path`/office-hours/bookings/${id}/release`,
  wishWithdrawal: () => '/office-hours/wish/withdrawal',
  slotOffer: (id: string) => path`/office-hours/offers/${id}`,
  queuePlace: (id: string) => path`/office-hours/queue/${id}`,
  placeLeaving: (id: string) => path`/office-hours/queue/${id}/leaving`,
  placeTaking: (id: string) => path`/office-hours/queue/${id}/taking`,
  placeFinishing: (id: string) => path`/office-hours/queue/${id}/finishing`,
  placeReturn: (id: string) => path`/office-hours/queue/${id}/return`,

  // questions
  questions: (pile?: string) => (pile ? `/questions?pile=${encodeURIComponent(pile)}` : '/questions'),
  newQuestion: () => '/questions/new',
  question: (id: string) => path`/questions/${id}`,
  questionReplies: (id: string) => path`/questions/${id}/replies`,
  questionClosing: (id: string) => path`/questions/${id}/closing`,
  questionArticle: (id: string) => path`/questions/${id}/article`,
  newNameless: () => '/nameless',
  nameless: (secret: string) => path`/nameless/${secret}`,

  // channels
  channels: () => '/channels',
  newChannel: () => '/channels/new',
  channel: (id: string) => path`/channels/${id}`,
  channelRemoval: (id: string) => path`/channels/${id}/removal`,
  channelSecret: (id: string) => path`/channels/${id}/secret`,
  channelTrial: (id: string) => path`/channels/${id}/trial`,
  announcements: () => '/announcements',
  newAnnouncement: (kind: string, subject: string) =>
    `/announcements/new?kind=${encodeURIComponent(kind)}&subject=${encodeURIComponent(subject)}`,
  announcementRetry: (id: string) => path`/announcements/${id}/retry`,
  announcementDropping: (id: string) => path`/announcements/${id}/dropping`,

  // recognition: what is recognised
  recognitionRules: () => '/recognition/rules',

  // recognition: thanks and the wall
  recognition: () => '/recognition',
  ownRecognition: () => '/recognition/mine',
  unthanked: () => '/recognition/unthanked',
  recognitionChoices: () => '/account/recognition',
  newThanks: (to?: string) => (to ? `/thanks/new?to=${encodeURIComponent(to)}` : '/thanks/new'),
  thanks: (id: string) => path`/thanks/${id}`,
  thanksWithdrawal: (id: string) => path`/thanks/${id}/withdrawal`,
  showings: () => '/showings',
  showingEnding: (id: string) => path`/showings/${id}/ending`,
  showingPost: (id: string) => path`/showings/${id}/post`,

  // recognition: awards

  // recognition: rewards

  // recognition: goals of squads
  squadGoal: (id: string) => path`/squads/${id}/goal`,

  // recognition: the year in review
  reviews: () => '/reviews',
  review: (id: string) => path`/reviews/${id}`,
  reviewWords: (id: string) => path`/reviews/${id}/words`,
  reviewThanks: (id: string) => path`/reviews/${id}/thanks`,
  reviewSharing: (id: string) => path`/reviews/${id}/sharing`,
  reviewShareEnding: (id: string, shareId: string) => path`/reviews/${id}/sharing/${shareId}/ending`,
  reviewPrint: (id: string, paper: 'a4' | 'letter') => path`/reviews/${id}/print?paper=${paper}`,

  // insight: the report

  // insight: the loop

  answers: () => '/answers',
  article: (id: string) => path`/answers/${id}`,
  articleHelpfulness: (id: string) => path`/answers/${id}/helpfulness`,
  articleWithdrawal: (id: string) => path`/answers/${id}/withdrawal`,
  ownDeputy: () => '/account/deputy',
  deputyWithdrawal: (id: string) => path`/account/deputy/${id}/withdrawal`,
};
