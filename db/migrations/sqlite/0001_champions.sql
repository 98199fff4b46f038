CREATE TABLE `agreement_links` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agreement_links_enrolment` ON `agreement_links` (`enrolment_id`);--> statement-breakpoint
CREATE TABLE `coverage_waivers` (
	`id` text PRIMARY KEY NOT NULL,
	`squad_id` text NOT NULL,
	`policy` text NOT NULL,
	`reason` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coverage_waivers_squad` ON `coverage_waivers` (`squad_id`,`expires_at`);--> statement-breakpoint
CREATE INDEX `coverage_waivers_expiry` ON `coverage_waivers` (`expires_at`);--> statement-breakpoint
CREATE TABLE `enrolment_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`step` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	`note` text,
	`hours_per_month` integer,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enrolment_steps_enrolment` ON `enrolment_steps` (`enrolment_id`,`at`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`squad_id` text NOT NULL,
	`state` text NOT NULL,
	`ongoing` text,
	`manager_email` text,
	`hours_per_month` integer,
	`buddy_id` text,
	`applied_at` integer NOT NULL,
	`agreed_at` integer,
	`active_at` integer,
	`renewed_at` integer,
	`ended_at` integer,
	`listed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buddy_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "enrolments_state_choice" CHECK("enrolments"."state" in ('applied', 'onboarding', 'active', 'declined', 'withdrawn', 'stepped-down'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_ongoing` ON `enrolments` (`ongoing`);--> statement-breakpoint
CREATE INDEX `enrolments_person` ON `enrolments` (`person_id`,`applied_at`);--> statement-breakpoint
CREATE INDEX `enrolments_squad` ON `enrolments` (`squad_id`,`state`);--> statement-breakpoint
CREATE INDEX `enrolments_squad_ended` ON `enrolments` (`squad_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `enrolments_state` ON `enrolments` (`state`,`applied_at`,`id`);--> statement-breakpoint
CREATE TABLE `hours_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`month` text NOT NULL,
	`quarters` integer NOT NULL,
	`word` text,
	`reported_at` integer NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hours_reports_enrolment` ON `hours_reports` (`enrolment_id`,`month`,`reported_at`);--> statement-breakpoint
CREATE INDEX `hours_reports_month` ON `hours_reports` (`month`);--> statement-breakpoint
CREATE TABLE `onboarding_marks` (
	`enrolment_id` text NOT NULL,
	`key` text NOT NULL,
	`done_at` integer NOT NULL,
	`done_by` text NOT NULL,
	PRIMARY KEY(`enrolment_id`, `key`),
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `specialisms` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `specialisms_person` ON `specialisms` (`person_id`,`until`);--> statement-breakpoint
CREATE INDEX `specialisms_held` ON `specialisms` (`until`,`key`);--> statement-breakpoint
CREATE TABLE `concern_holders` (
	`id` text PRIMARY KEY NOT NULL,
	`concern_id` text NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `concern_holders_concern` ON `concern_holders` (`concern_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `concern_holders_person` ON `concern_holders` (`person_id`);--> statement-breakpoint
CREATE TABLE `concern_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`concern_id` text NOT NULL,
	`number` integer NOT NULL,
	`step` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	`note` text,
	`holder_id` text,
	`level` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "concern_steps_step_choice" CHECK("concern_steps"."step" in ('raised', 'answered', 'replied', 'passed-up', 'moved-up', 'handed-over', 'closed', 'reopened')),
	CONSTRAINT "concern_steps_level_choice" CHECK("concern_steps"."level" in ('champion', 'advocate', 'security-team'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `concern_steps_concern` ON `concern_steps` (`concern_id`,`number`);--> statement-breakpoint
CREATE TABLE `concerns` (
	`id` text PRIMARY KEY NOT NULL,
	`squad_id` text,
	`raised_by` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`raised_from` text,
	`state` text NOT NULL,
	`level` text NOT NULL,
	`holder_id` text,
	`stands_in_for` text,
	`raised_at` integer NOT NULL,
	`level_since` integer NOT NULL,
	`clock_from` integer,
	`due_at` integer,
	`changed_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stands_in_for`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "concerns_state_choice" CHECK("concerns"."state" in ('open', 'answered', 'closed')),
	CONSTRAINT "concerns_level_choice" CHECK("concerns"."level" in ('champion', 'advocate', 'security-team'))
);
--> statement-breakpoint
CREATE INDEX `concerns_raised_by` ON `concerns` (`raised_by`,`changed_at`);--> statement-breakpoint
CREATE INDEX `concerns_holder` ON `concerns` (`holder_id`,`state`,`changed_at`);--> statement-breakpoint
CREATE INDEX `concerns_due` ON `concerns` (`due_at`);--> statement-breakpoint
CREATE INDEX `concerns_level` ON `concerns` (`level`,`state`,`changed_at`);--> statement-breakpoint
CREATE TABLE `deputies` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`deputy_id` text,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`made_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deputies_person` ON `deputies` (`person_id`,`until_at`);--> statement-breakpoint
CREATE INDEX `deputies_deputy` ON `deputies` (`deputy_id`,`until_at`);--> statement-breakpoint
CREATE TABLE `lessons` (
	`id` text PRIMARY KEY NOT NULL,
	`concern_id` text,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lessons_written` ON `lessons` (`written_at`,`id`);--> statement-breakpoint
CREATE INDEX `lessons_concern` ON `lessons` (`concern_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`fault` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_state_choice" CHECK("messages"."state" in ('waiting', 'sent', 'dropped', 'dead'))
);
--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`state`,`next_at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_person` ON `messages` (`person_id`);--> statement-breakpoint
CREATE TABLE `muted_kinds` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`muted_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recurring_work` (
	`name` text PRIMARY KEY NOT NULL,
	`begun_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `csv_previews` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`text` text NOT NULL,
	`encoding` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`met` text NOT NULL,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "csv_previews_kind_choice" CHECK("csv_previews"."kind" in ('people', 'squads'))
);
--> statement-breakpoint
CREATE INDEX `csv_previews_made_by` ON `csv_previews` (`made_by`,`made_at`);--> statement-breakpoint
CREATE TABLE `managers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`manager_id` text NOT NULL,
	`since` integer NOT NULL,
	`since_by` text,
	`until` integer,
	`until_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manager_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`since_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`until_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `managers_person` ON `managers` (`person_id`);--> statement-breakpoint
CREATE INDEX `managers_manager` ON `managers` (`manager_id`);--> statement-breakpoint
CREATE TABLE `squad_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`squad_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`assumed_at` integer NOT NULL,
	`assumed_by` text,
	`ends_at` integer,
	`renounced_at` integer,
	`renounced_by` text,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assumed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`renounced_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "squad_roles_role_choice" CHECK("squad_roles"."role" in ('manager', 'product-owner', 'advocate', 'embedded'))
);
--> statement-breakpoint
CREATE INDEX `squad_roles_squad` ON `squad_roles` (`squad_id`);--> statement-breakpoint
CREATE INDEX `squad_roles_person` ON `squad_roles` (`person_id`);--> statement-breakpoint
CREATE INDEX `squad_roles_role` ON `squad_roles` (`role`,`assumed_at`,`id`);--> statement-breakpoint
ALTER TABLE `notices` ADD `kind` text DEFAULT 'general' NOT NULL;--> statement-breakpoint
ALTER TABLE `squads` ADD `area` text;--> statement-breakpoint
ALTER TABLE `squads` ADD `developers` integer;--> statement-breakpoint
ALTER TABLE `squads` ADD `criticality` integer;--> statement-breakpoint
ALTER TABLE `squads` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `squads_area` ON `squads` (`area`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `squad_members_now` ON `squad_members` (`left_at`,`squad_id`);