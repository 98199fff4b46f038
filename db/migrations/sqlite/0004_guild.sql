CREATE TABLE `helpfulness` (
	`article_id` text NOT NULL,
	`person_id` text NOT NULL,
	`helped` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`article_id`, `person_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "helpfulness_helped_choice" CHECK("helpfulness"."helped" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`series_id` text,
	`made_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`sent_at` integer,
	`fault` text,
	`once` text NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "announcements_state_choice" CHECK("announcements"."state" in ('waiting', 'sent', 'dropped', 'dead'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `announcements_once` ON `announcements` (`once`);--> statement-breakpoint
CREATE INDEX `announcements_waiting` ON `announcements` (`state`,`next_at`,`id`);--> statement-breakpoint
CREATE INDEX `announcements_channel` ON `announcements` (`channel_id`,`made_at`,`id`);--> statement-breakpoint
CREATE INDEX `announcements_made` ON `announcements` (`made_at`,`id`);--> statement-breakpoint
CREATE TABLE `channels` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`url` text NOT NULL,
	`secret` text,
	`announces` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "channels_kind_choice" CHECK("channels"."kind" in ('slack', 'mattermost', 'teams', 'discord', 'webhook'))
);
--> statement-breakpoint
CREATE INDEX `channels_removed` ON `channels` (`removed_at`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`series_id` text NOT NULL,
	`meeting_id` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`about` text NOT NULL,
	`link` text,
	`minutes` integer NOT NULL,
	`presenter_id` text,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`lineage_id` text NOT NULL,
	`carried` integer NOT NULL,
	`source_room` text,
	`source_id` text,
	`audience_id` text,
	`outcome` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`placed_by` text,
	`placed_at` integer,
	`version` integer NOT NULL,
	`open` text,
	`once` text,
	FOREIGN KEY (`series_id`) REFERENCES `meeting_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`presenter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agenda_items_state_choice" CHECK("agenda_items"."state" in ('open', 'done', 'carried', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_open` ON `agenda_items` (`open`);--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_once` ON `agenda_items` (`once`);--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`meeting_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `agenda_items_series` ON `agenda_items` (`series_id`,`state`,`proposed_at`,`id`);--> statement-breakpoint
CREATE INDEX `agenda_items_lineage` ON `agenda_items` (`lineage_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_source` ON `agenda_items` (`source_room`,`source_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_presenter` ON `agenda_items` (`presenter_id`,`state`);--> statement-breakpoint
CREATE TABLE `agenda_turns` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`by_id` text NOT NULL,
	`running` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_turns_running` ON `agenda_turns` (`running`);--> statement-breakpoint
CREATE INDEX `agenda_turns_meeting` ON `agenda_turns` (`meeting_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `agenda_votes` (
	`lineage_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`lineage_id`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attendance_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`attendance_id` text NOT NULL,
	`present` integer NOT NULL,
	`how` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`attendance_id`) REFERENCES `attendances`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_marks_how_choice" CHECK("attendance_marks"."how" in ('code', 'host'))
);
--> statement-breakpoint
CREATE INDEX `attendance_marks_attendance` ON `attendance_marks` (`attendance_id`,`at`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`present` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_once` ON `attendances` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `attendances_person` ON `attendances` (`person_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `check_in_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`code` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_in_codes_meeting` ON `check_in_codes` (`meeting_id`,`expires_at`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_meeting` ON `decisions` (`meeting_id`,`at`);--> statement-breakpoint
CREATE TABLE `invitees` (
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invited_at` integer,
	`answer` text,
	`answered_at` integer,
	PRIMARY KEY(`meeting_id`, `person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitees_answer_choice" CHECK("invitees"."answer" in ('yes', 'maybe', 'no'))
);
--> statement-breakpoint
CREATE INDEX `invitees_person` ON `invitees` (`person_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_notes` (
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`markdown` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `item_id`, `version`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_notes_at` ON `meeting_notes` (`at`);--> statement-breakpoint
CREATE TABLE `meeting_series` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	`template` text NOT NULL,
	`rule` text NOT NULL,
	`first_day` text NOT NULL,
	`time` text NOT NULL,
	`timezone` text NOT NULL,
	`minutes` integer NOT NULL,
	`place` text NOT NULL,
	`link` text,
	`host_id` text,
	`invite_days` integer NOT NULL,
	`audience_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`version` integer NOT NULL,
	`sequence` integer NOT NULL,
	FOREIGN KEY (`host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`audience_id`) REFERENCES `audiences`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_series_ended` ON `meeting_series` (`ended_at`);--> statement-breakpoint
CREATE TABLE `meeting_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`step` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_steps_step_choice" CHECK("meeting_steps"."step" in ('planned', 'changed', 'invited', 'moved', 'skipped', 'restored', 'started', 'ended', 'resumed', 'minutes-sent', 'minutes-changed', 'recording-added'))
);
--> statement-breakpoint
CREATE INDEX `meeting_steps_meeting` ON `meeting_steps` (`meeting_id`,`at`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`series_id` text NOT NULL,
	`occurrence` text,
	`title` text NOT NULL,
	`template` text NOT NULL,
	`wall` text NOT NULL,
	`timezone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`place` text NOT NULL,
	`link` text,
	`host_id` text,
	`state` text NOT NULL,
	`invited_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`minutes_at` integer,
	`recording` text,
	`version` integer NOT NULL,
	`sequence` integer NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`series_id`) REFERENCES `meeting_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meetings_state_choice" CHECK("meetings"."state" in ('planned', 'skipped', 'running', 'ended'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_occurrence` ON `meetings` (`series_id`,`occurrence`);--> statement-breakpoint
CREATE INDEX `meetings_starts` ON `meetings` (`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `meetings_state` ON `meetings` (`state`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `meetings_series` ON `meetings` (`series_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE TABLE `series_followers` (
	`series_id` text NOT NULL,
	`person_id` text NOT NULL,
	`wish` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`series_id`, `person_id`),
	FOREIGN KEY (`series_id`) REFERENCES `meeting_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "series_followers_wish_choice" CHECK("series_followers"."wish" in ('invited', 'left-out'))
);
--> statement-breakpoint
CREATE INDEX `series_followers_person` ON `series_followers` (`person_id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`sitting_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`tried` text NOT NULL,
	`made_at` integer NOT NULL,
	`released_at` integer,
	`released_by` text,
	`held` text,
	`version` integer NOT NULL,
	`sequence` integer NOT NULL,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_held` ON `bookings` (`held`);--> statement-breakpoint
CREATE INDEX `bookings_sitting` ON `bookings` (`sitting_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_person` ON `bookings` (`person_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `letter_box` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`question_id` text,
	`title` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `office_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`host_id` text NOT NULL,
	`about` text NOT NULL,
	`rule` text NOT NULL,
	`first_day` text NOT NULL,
	`time` text NOT NULL,
	`timezone` text NOT NULL,
	`minutes` integer NOT NULL,
	`slot_minutes` integer NOT NULL,
	`place` text NOT NULL,
	`link` text,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `office_hours_host` ON `office_hours` (`host_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `office_hours_ended` ON `office_hours` (`ended_at`);--> statement-breakpoint
CREATE TABLE `question_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`by_id` text,
	`text` text NOT NULL,
	`day` text NOT NULL,
	`at` integer,
	`number` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `question_replies_question` ON `question_replies` (`question_id`,`number`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`day` text NOT NULL,
	`asked_at` integer,
	`secret_hash` text,
	`state` text NOT NULL,
	`answered_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "questions_state_choice" CHECK("questions"."state" in ('open', 'answered', 'closed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_secret` ON `questions` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `questions_state` ON `questions` (`state`,`day`,`id`);--> statement-breakpoint
CREATE INDEX `questions_day` ON `questions` (`day`,`id`);--> statement-breakpoint
CREATE INDEX `questions_person` ON `questions` (`person_id`,`day`);--> statement-breakpoint
CREATE TABLE `queue_places` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`tried` text NOT NULL,
	`joined_at` integer NOT NULL,
	`state` text NOT NULL,
	`sitting_id` text,
	`taken_by` text,
	`taken_at` integer,
	`ended_at` integer,
	`version` integer NOT NULL,
	`standing` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "queue_places_state_choice" CHECK("queue_places"."state" in ('waiting', 'taken', 'done', 'left'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `queue_places_standing` ON `queue_places` (`standing`);--> statement-breakpoint
CREATE INDEX `queue_places_state` ON `queue_places` (`state`,`joined_at`,`id`);--> statement-breakpoint
CREATE INDEX `queue_places_person` ON `queue_places` (`person_id`,`joined_at`);--> statement-breakpoint
CREATE INDEX `queue_places_taken` ON `queue_places` (`taken_by`,`taken_at`);--> statement-breakpoint
CREATE TABLE `sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`office_hours_id` text NOT NULL,
	`occurrence` text NOT NULL,
	`host_id` text NOT NULL,
	`timezone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`slot_minutes` integer NOT NULL,
	`place` text NOT NULL,
	`link` text,
	`cancelled_at` integer,
	`cancelled_by` text,
	`sequence` integer NOT NULL,
	FOREIGN KEY (`office_hours_id`) REFERENCES `office_hours`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sittings_occurrence` ON `sittings` (`office_hours_id`,`occurrence`);--> statement-breakpoint
CREATE INDEX `sittings_starts` ON `sittings` (`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `sittings_ends` ON `sittings` (`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `sittings_host` ON `sittings` (`host_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `slot_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`wish_id` text NOT NULL,
	`sitting_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`person_id` text NOT NULL,
	`offered_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`held` text,
	FOREIGN KEY (`wish_id`) REFERENCES `slot_wishes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "slot_offers_answer_choice" CHECK("slot_offers"."answer" in ('taken', 'declined', 'expired', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slot_offers_held` ON `slot_offers` (`held`);--> statement-breakpoint
CREATE INDEX `slot_offers_person` ON `slot_offers` (`person_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `slot_offers_expires` ON `slot_offers` (`expires_at`);--> statement-breakpoint
CREATE INDEX `slot_offers_sitting` ON `slot_offers` (`sitting_id`);--> statement-breakpoint
CREATE TABLE `slot_wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`tried` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	`standing` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slot_wishes_standing` ON `slot_wishes` (`standing`);--> statement-breakpoint
CREATE INDEX `slot_wishes_made` ON `slot_wishes` (`ended_at`,`made_at`);--> statement-breakpoint
DROP INDEX `promotions_posting`;--> statement-breakpoint
ALTER TABLE `promotions` DROP COLUMN `post_tries`;--> statement-breakpoint
ALTER TABLE `promotions` DROP COLUMN `next_post_at`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_action_items` (
	`id` text PRIMARY KEY NOT NULL,
	`audience_id` text NOT NULL,
	`postmortem_id` text,
	`meeting_id` text,
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
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_items_kind_choice" CHECK("__new_action_items"."kind" in ('prevent', 'detect', 'mitigate', 'learn')),
	CONSTRAINT "action_items_state_choice" CHECK("__new_action_items"."state" in ('imported', 'open', 'done', 'verified', 'dropped'))
);
--> statement-breakpoint
INSERT INTO `__new_action_items`("id", "audience_id", "postmortem_id", "position", "statement", "kind", "severity", "owner_id", "owner_squad_id", "owner_written", "ticket", "sprint", "state", "clock_from", "due_on", "due_at", "due_order", "created_at", "created_by", "version") SELECT "id", "audience_id", "postmortem_id", "position", "statement", "kind", "severity", "owner_id", "owner_squad_id", "owner_written", "ticket", "sprint", "state", "clock_from", "due_on", "due_at", "due_order", "created_at", "created_by", "version" FROM `action_items`;--> statement-breakpoint
DROP TABLE `action_items`;--> statement-breakpoint
ALTER TABLE `__new_action_items` RENAME TO `action_items`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `action_items_postmortem` ON `action_items` (`postmortem_id`,`position`);--> statement-breakpoint
CREATE INDEX `action_items_meeting` ON `action_items` (`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `action_items_state` ON `action_items` (`state`,`due_order`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_owner` ON `action_items` (`owner_id`,`due_order`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_owner_squad` ON `action_items` (`owner_squad_id`,`due_order`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_due` ON `action_items` (`due_order`,`id`);--> statement-breakpoint
CREATE INDEX `action_items_audience` ON `action_items` (`audience_id`);--> statement-breakpoint
ALTER TABLE `articles` ADD `question_id` text;--> statement-breakpoint
CREATE INDEX `articles_question` ON `articles` (`question_id`);