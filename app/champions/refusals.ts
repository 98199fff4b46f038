import type { Refusal } from './enrolment.ts';
import { LEAST_HOURS, MOST_HOURS } from './hours.ts';

/** What to do about each refusal, for whoever met it. */
export const refusalWords: Record<Refusal | 'another-goes-on' | 'nobody' | 'own-manager', string> = {
  'not-now': 'This has moved on in the meantime. Here is where it stands now.',
  'not-yours': 'This step belongs to somebody else: champions enrol themselves, and managers agree the time.',
  'too-late': 'The time to take this back is over. A new application is always open.',
  'not-ready': 'Some points of the onboarding are still open. Mark them when they are done, then begin.',
  'too-few-hours': `Write whole hours a month, from ${LEAST_HOURS} to ${MOST_HOURS}. With less than ${LEAST_HOURS} it rarely does anybody good.`,
  'not-due': 'The year is still young. You are asked a month before it is over.',
  'squad-archived':
    'This squad was archived in the meantime. Nothing you wrote is lost: withdraw here and apply with another squad, or ask an organiser to bring the squad back.',
  'another-goes-on': 'There is a newer application for this squad, which takes its place.',
  nobody: 'Choose somebody from the list: an active champion or an organiser.',
  'own-manager': 'That is your own address. Give the one of whoever agrees your time.',
};
