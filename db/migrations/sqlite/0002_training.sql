CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`feature` text NOT NULL,
	`day` text NOT NULL,
	`outcome` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activities_kind_choice" CHECK("activities"."kind" in ('threat-modelling'))
);
--> statement-breakpoint
CREATE INDEX `activities_person` ON `activities` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `attestations` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` text NOT NULL,
	`asked_at` integer,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attestations_subject_choice" CHECK("attestations"."subject" in ('evidence', 'activity')),
	CONSTRAINT "attestations_answer_choice" CHECK("attestations"."answer" in ('confirmed', 'declined'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attestations_once` ON `attestations` (`subject`,`subject_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `attestations_person` ON `attestations` (`person_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `belt_standings` (
	`person_id` text NOT NULL,
	`belt` text NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`changes_at` integer,
	`rules` text NOT NULL,
	PRIMARY KEY(`person_id`, `belt`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "belt_standings_state_choice" CHECK("belt_standings"."state" in ('held', 'due', 'grace', 'lapsed'))
);
--> statement-breakpoint
CREATE INDEX `belt_standings_changes` ON `belt_standings` (`changes_at`);--> statement-breakpoint
CREATE INDEX `belt_standings_belt` ON `belt_standings` (`belt`,`state`);--> statement-breakpoint
CREATE TABLE `belt_waivers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`requirement` text NOT NULL,
	`reason` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`until` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `belt_waivers_person` ON `belt_waivers` (`person_id`,`given_at`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`requirement` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`links` text NOT NULL,
	`until` integer,
	`round` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`submitted_at` integer,
	`decided_at` integer,
	`ongoing` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_kind_choice" CHECK("evidence"."kind" in ('evidence', 'equivalent')),
	CONSTRAINT "evidence_state_choice" CHECK("evidence"."state" in ('draft', 'submitted', 'returned', 'approved', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_ongoing` ON `evidence` (`ongoing`);--> statement-breakpoint
CREATE INDEX `evidence_person` ON `evidence` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `evidence_state` ON `evidence` (`state`,`submitted_at`,`id`);--> statement-breakpoint
CREATE TABLE `evidence_files` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_files_evidence` ON `evidence_files` (`evidence_id`,`added_at`);--> statement-breakpoint
CREATE TABLE `evidence_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`step` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text,
	`round` integer NOT NULL,
	`once` text,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_steps_step_choice" CHECK("evidence_steps"."step" in ('begun', 'submitted', 'recalled', 'commented', 'approved', 'returned', 'withdrawn', 'resumed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_steps_once` ON `evidence_steps` (`once`);--> statement-breakpoint
CREATE INDEX `evidence_steps_evidence` ON `evidence_steps` (`evidence_id`,`by_id`,`step`);--> statement-breakpoint
CREATE INDEX `evidence_steps_by` ON `evidence_steps` (`by_id`,`step`,`at`);--> statement-breakpoint
CREATE TABLE `promotions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`belt` text NOT NULL,
	`earned_at` integer NOT NULL,
	`made_at` integer NOT NULL,
	`to_post_at` integer,
	`posted_at` integer,
	`post_tries` integer NOT NULL,
	`next_post_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `promotions_once` ON `promotions` (`person_id`,`belt`);--> statement-breakpoint
CREATE INDEX `promotions_posting` ON `promotions` (`next_post_at`);--> statement-breakpoint
CREATE TABLE `changed_people` (
	`reader` text NOT NULL,
	`person_id` text NOT NULL,
	`changes` integer NOT NULL,
	PRIMARY KEY(`reader`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `derivations` (
	`reader` text PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	`listed_up_to` text
);
--> statement-breakpoint
CREATE TABLE `facts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`room` text NOT NULL,
	`source_id` text NOT NULL,
	`details` text NOT NULL,
	`recorded_by` text,
	`recorded_at` integer NOT NULL,
	`undoes` text,
	`once` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facts_once` ON `facts` (`once`);--> statement-breakpoint
CREATE UNIQUE INDEX `facts_undoes` ON `facts` (`undoes`);--> statement-breakpoint
CREATE INDEX `facts_person` ON `facts` (`person_id`,`kind`,`at`);--> statement-breakpoint
CREATE INDEX `facts_source` ON `facts` (`room`,`source_id`);--> statement-breakpoint
CREATE INDEX `facts_kind` ON `facts` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `campaign_people` (
	`campaign_id` text NOT NULL,
	`person_id` text NOT NULL,
	`squad_id` text,
	`added_at` integer NOT NULL,
	`completed_at` integer,
	`released_at` integer,
	`reminders` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `person_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `campaign_people_person` ON `campaign_people` (`person_id`,`completed_at`);--> statement-breakpoint
CREATE INDEX `campaign_people_squad` ON `campaign_people` (`campaign_id`,`squad_id`,`completed_at`,`released_at`);--> statement-breakpoint
CREATE INDEX `campaign_people_reminders` ON `campaign_people` (`campaign_id`,`completed_at`,`released_at`,`reminders`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	`modules` text NOT NULL,
	`audience` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`counts_from` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`gathered` text,
	`cancelled_at` integer,
	`cancelled_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `campaigns_window` ON `campaigns` (`closes_at`,`opens_at`);--> statement-breakpoint
CREATE TABLE `lesson_readings` (
	`person_id` text NOT NULL,
	`module` text NOT NULL,
	`parts` text NOT NULL,
	`started_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`read_at` integer,
	PRIMARY KEY(`person_id`, `module`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `module_progress` (
	`module` text PRIMARY KEY NOT NULL,
	`people_read` integer NOT NULL,
	`people_passed` integer NOT NULL,
	`people` integer NOT NULL,
	`counted_at` integer NOT NULL,
	`took` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quiz_answers` (
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`chosen` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `position`),
	FOREIGN KEY (`attempt_id`) REFERENCES `quiz_attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `quiz_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`module` text NOT NULL,
	`version` text NOT NULL,
	`drawn` text NOT NULL,
	`ongoing` text,
	`opened_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`finished_at` integer,
	`outcome` text,
	`asked` integer NOT NULL,
	`right_answers` integer,
	`given` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quiz_attempts_outcome_choice" CHECK("quiz_attempts"."outcome" in ('passed', 'not-passed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_attempts_ongoing` ON `quiz_attempts` (`ongoing`);--> statement-breakpoint
CREATE INDEX `quiz_attempts_person` ON `quiz_attempts` (`person_id`,`module`,`opened_at`);--> statement-breakpoint
CREATE INDEX `quiz_attempts_closing` ON `quiz_attempts` (`finished_at`,`closes_at`);--> statement-breakpoint
CREATE TABLE `quiz_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`module` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	`seen_at` integer NOT NULL
);
