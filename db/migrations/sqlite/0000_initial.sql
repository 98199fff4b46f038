CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`actor_id` text,
	`subject_id` text,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `known_devices` (
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`id`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `known_devices_person` ON `known_devices` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`postmortem_word` text DEFAULT 'postmortem' NOT NULL,
	`timezone` text DEFAULT 'UTC' NOT NULL,
	`founded_at` integer NOT NULL,
	CONSTRAINT "organisations_postmortem_word_choice" CHECK("organisations"."postmortem_word" in ('postmortem', 'incident review', 'retrospective'))
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`joined_at` integer NOT NULL,
	`deactivated_at` integer,
	`deactivated_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`assumed_at` integer NOT NULL,
	`assumed_by` text,
	`renounced_at` integer,
	`renounced_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assumed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`renounced_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "roles_role_choice" CHECK("roles"."role" in ('organiser', 'administrator'))
);
--> statement-breakpoint
CREATE INDEX `roles_person` ON `roles` (`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`user_agent` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`email` text,
	`made_at` integer NOT NULL,
	`made_by` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tokens_purpose_choice" CHECK("tokens"."purpose" in ('set-up', 'invitation', 'password-reset'))
);
--> statement-breakpoint
CREATE INDEX `tokens_purpose` ON `tokens` (`purpose`,`made_at`);--> statement-breakpoint
CREATE TABLE `action_item_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`action_item_id` text NOT NULL,
	`step` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_item_steps_step_choice" CHECK("action_item_steps"."step" in ('opened', 'imported', 'accepted', 'completed', 'verified', 'reopened', 'dropped', 'changed'))
);
--> statement-breakpoint
CREATE INDEX `action_item_steps_item` ON `action_item_steps` (`action_item_id`,`at`);--> statement-breakpoint
CREATE TABLE `action_items` (
	`id` text PRIMARY KEY NOT NULL,
	`audience_id` text NOT NULL,
	`postmortem_id` text NOT NULL,
	`position` integer NOT NULL,
	`statement` text NOT NULL,
	`kind` text,
	`severity` integer,
	`owner_id` text,
	`owner_squad_id` text,
	`owner_written` text,
	`ticket` text,
	`sprint` text,
	`state` text NOT NULL,
	`clock_from` integer,
	`due_on` text,
	`due_at` integer,
	`due_order` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_items_kind_choice" CHECK("action_items"."kind" in ('prevent', 'detect', 'mitigate', 'learn')),
	CONSTRAINT "action_items_state_choice" CHECK("action_items"."state" in ('imported', 'open', 'done', 'verified', 'dropped'))
);
--> statement-breakpoint
CREATE INDEX `action_items_postmortem` ON `action_items` (`postmortem_id`,`position`);--> statement-breakpoint
CREATE INDEX `action_items_state` ON `action_items` (`state`,`due_order`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_owner` ON `action_items` (`owner_id`,`due_order`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_owner_squad` ON `action_items` (`owner_squad_id`,`due_order`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_due` ON `action_items` (`due_order`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_audience` ON `action_items` (`audience_id`);--> statement-breakpoint
CREATE TABLE `audience_people` (
	`audience_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`audience_id`, `person_id`),
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audience_people_person` ON `audience_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `audience_squads` (
	`audience_id` text NOT NULL,
	`squad_id` text NOT NULL,
	PRIMARY KEY(`audience_id`, `squad_id`),
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audience_squads_squad` ON `audience_squads` (`squad_id`);--> statement-breakpoint
CREATE TABLE `audiences` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	CONSTRAINT "audiences_scope_choice" CHECK("audiences"."scope" in ('everyone', 'squads', 'people'))
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`path` text,
	`audience_id` text,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`postmortem_id` text NOT NULL,
	`kind` text NOT NULL,
	`written` text NOT NULL,
	`label` text,
	`at` text,
	`zone` text,
	`instant` integer,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestones_kind_choice" CHECK("milestones"."kind" in ('impact-started', 'detected', 'declared', 'acknowledged', 'mitigated', 'impact-ended', 'resolved'))
);
--> statement-breakpoint
CREATE INDEX `milestones_postmortem` ON `milestones` (`postmortem_id`,`kind`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `postmortem_people` (
	`postmortem_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	PRIMARY KEY(`postmortem_id`, `person_id`),
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "postmortem_people_part_choice" CHECK("postmortem_people"."part" in ('author', 'participant', 'reviewer', 'reader'))
);
--> statement-breakpoint
CREATE INDEX `postmortem_people_person` ON `postmortem_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `postmortem_sections` (
	`id` text PRIMARY KEY NOT NULL,
	`postmortem_id` text NOT NULL,
	`key` text NOT NULL,
	`heading` text NOT NULL,
	`help` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`markdown` text NOT NULL,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `postmortem_sections_key` ON `postmortem_sections` (`postmortem_id`,`key`);--> statement-breakpoint
CREATE TABLE `postmortem_sources` (
	`postmortem_id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`markdown` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`imported_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `postmortem_squads` (
	`postmortem_id` text NOT NULL,
	`squad_id` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	PRIMARY KEY(`postmortem_id`, `squad_id`),
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `postmortem_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`postmortem_id` text NOT NULL,
	`step` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	`about_id` text,
	`part` text,
	`reach` text,
	`missing` text NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`about_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "postmortem_steps_step_choice" CHECK("postmortem_steps"."step" in ('drafted', 'imported', 'sent-to-review', 'returned', 'published', 'reopened', 'reach-changed', 'involved', 'released')),
	CONSTRAINT "postmortem_steps_part_choice" CHECK("postmortem_steps"."part" in ('participant', 'reviewer', 'reader')),
	CONSTRAINT "postmortem_steps_reach_choice" CHECK("postmortem_steps"."reach" in ('everyone', 'squads', 'people', 'private'))
);
--> statement-breakpoint
CREATE INDEX `postmortem_steps_postmortem` ON `postmortem_steps` (`postmortem_id`,`at`);--> statement-breakpoint
CREATE TABLE `postmortems` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`severity` integer,
	`timezone` text,
	`state` text NOT NULL,
	`reach` text NOT NULL,
	`audience_id` text NOT NULL,
	`author_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`published_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "postmortems_kind_choice" CHECK("postmortems"."kind" in ('incident', 'near-miss')),
	CONSTRAINT "postmortems_state_choice" CHECK("postmortems"."state" in ('draft', 'in-review', 'published')),
	CONSTRAINT "postmortems_reach_choice" CHECK("postmortems"."reach" in ('everyone', 'squads', 'people', 'private'))
);
--> statement-breakpoint
CREATE INDEX `postmortems_state` ON `postmortems` (`state`,`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `postmortems_published` ON `postmortems` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `postmortems_changed` ON `postmortems` (`changed_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `postmortems_audience` ON `postmortems` (`audience_id`);--> statement-breakpoint
CREATE TABLE `timeline_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`postmortem_id` text NOT NULL,
	`position` integer NOT NULL,
	`written` text NOT NULL,
	`at` text,
	`precision` text NOT NULL,
	`zone` text,
	`instant` integer,
	`text` text NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "timeline_entries_precision_choice" CHECK("timeline_entries"."precision" in ('minute', 'day', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `timeline_entries_postmortem` ON `timeline_entries` (`postmortem_id`,`position`);--> statement-breakpoint
CREATE TABLE `search_texts` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`room` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_texts_subject` ON `search_texts` (`room`,`id`);--> statement-breakpoint
CREATE TABLE `squad_members` (
	`id` text PRIMARY KEY NOT NULL,
	`squad_id` text NOT NULL,
	`person_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	`joined_by` text,
	`left_at` integer,
	`left_by` text,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`joined_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`left_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `squad_members_squad` ON `squad_members` (`squad_id`);--> statement-breakpoint
CREATE INDEX `squad_members_person` ON `squad_members` (`person_id`);--> statement-breakpoint
CREATE TABLE `squads` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`archived_at` integer,
	`archived_by` text,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`archived_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `squads_name` ON `squads` (`name`);