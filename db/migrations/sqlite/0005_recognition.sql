CREATE TABLE `figures` (
	`measure` text NOT NULL,
	`month` text NOT NULL,
	`values` text NOT NULL,
	`counted_at` integer NOT NULL,
	`version` text NOT NULL,
	PRIMARY KEY(`measure`, `month`)
);
--> statement-breakpoint
CREATE INDEX `figures_month` ON `figures` (`month`);--> statement-breakpoint
CREATE TABLE `loop_links` (
	`id` text PRIMARY KEY NOT NULL,
	`postmortem_id` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`linked_at` integer NOT NULL,
	`linked_by` text NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	`held` text,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`linked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "loop_links_kind_choice" CHECK("loop_links"."kind" in ('lesson', 'question', 'threat-model'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `loop_links_held` ON `loop_links` (`held`);--> statement-breakpoint
CREATE INDEX `loop_links_postmortem` ON `loop_links` (`postmortem_id`);--> statement-breakpoint
CREATE INDEX `loop_links_target` ON `loop_links` (`target`);--> statement-breakpoint
CREATE TABLE `report_mails` (
	`person_id` text NOT NULL,
	`month` text NOT NULL,
	`posted_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `month`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sponsors` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	`since_by` text NOT NULL,
	`until` integer,
	`until_by` text,
	`held` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`since_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`until_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sponsors_held` ON `sponsors` (`held`);--> statement-breakpoint
CREATE TABLE `defined_awards` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	`defined_at` integer NOT NULL,
	`defined_by` text NOT NULL,
	`retired_at` integer,
	`retired_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`defined_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`retired_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `defined_awards_name` ON `defined_awards` (`name`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`rule` text NOT NULL,
	`rule_version` text NOT NULL,
	`fact_id` text NOT NULL,
	`gives` text NOT NULL,
	`what` text NOT NULL,
	`points` integer NOT NULL,
	`squad_id` text,
	`at` integer NOT NULL,
	`granted_at` integer NOT NULL,
	`undoes` text,
	`once` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fact_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grants_gives_choice" CHECK("grants"."gives" in ('achievement', 'award', 'points'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_once` ON `grants` (`once`);--> statement-breakpoint
CREATE UNIQUE INDEX `grants_undoes` ON `grants` (`undoes`);--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `grants_squad` ON `grants` (`squad_id`,`what`);--> statement-breakpoint
CREATE INDEX `grants_fact` ON `grants` (`fact_id`);--> statement-breakpoint
CREATE TABLE `nomination_votes` (
	`nomination_id` text NOT NULL,
	`by_id` text NOT NULL,
	`vote` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`nomination_id`, `by_id`),
	FOREIGN KEY (`nomination_id`) REFERENCES `nominations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "nomination_votes_vote_choice" CHECK("nomination_votes"."vote" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE `nominations` (
	`id` text PRIMARY KEY NOT NULL,
	`award` text NOT NULL,
	`person_id` text NOT NULL,
	`by_id` text NOT NULL,
	`reason` text NOT NULL,
	`nominator` text NOT NULL,
	`state` text NOT NULL,
	`nominated_at` integer NOT NULL,
	`decided_at` integer,
	`taken_back_at` integer,
	`taken_back_by` text,
	`taken_back_why` text,
	`ongoing` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "nominations_nominator_choice" CHECK("nominations"."nominator" in ('named', 'unnamed')),
	CONSTRAINT "nominations_state_choice" CHECK("nominations"."state" in ('open', 'given', 'declined', 'withdrawn', 'taken-back'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `nominations_ongoing` ON `nominations` (`ongoing`);--> statement-breakpoint
CREATE INDEX `nominations_state` ON `nominations` (`state`,`nominated_at`,`id`);--> statement-breakpoint
CREATE INDEX `nominations_by` ON `nominations` (`by_id`,`nominated_at`);--> statement-breakpoint
CREATE INDEX `nominations_person` ON `nominations` (`person_id`,`award`,`decided_at`);--> statement-breakpoint
CREATE TABLE `recognition_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`choice` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`held` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recognition_choices_choice_choice" CHECK("recognition_choices"."choice" in ('opted-out', 'thanks-on-wall', 'shout-outs'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recognition_choices_held` ON `recognition_choices` (`held`);--> statement-breakpoint
CREATE INDEX `recognition_choices_person` ON `recognition_choices` (`person_id`,`choice`,`until`);--> statement-breakpoint
CREATE TABLE `review_shares` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`with_id` text NOT NULL,
	`shared_at` integer NOT NULL,
	`ended_at` integer,
	`held` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`with_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_shares_held` ON `review_shares` (`held`);--> statement-breakpoint
CREATE INDEX `review_shares_with` ON `review_shares` (`with_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `review_thanks` (
	`review_id` text NOT NULL,
	`thanks_id` text NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`review_id`, `thanks_id`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thanks_id`) REFERENCES `thanks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`year` integer NOT NULL,
	`words` text NOT NULL,
	`begun_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_year` ON `reviews` (`person_id`,`year`);--> statement-breakpoint
CREATE TABLE `reward_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`reward` text NOT NULL,
	`person_id` text NOT NULL,
	`granted_for` text NOT NULL,
	`size` text NOT NULL,
	`address` text,
	`state` text NOT NULL,
	`requested_at` integer NOT NULL,
	`once` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reward_requests_state_choice" CHECK("reward_requests"."state" in ('requested', 'approved', 'shipped', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reward_requests_once` ON `reward_requests` (`once`);--> statement-breakpoint
CREATE INDEX `reward_requests_shelf` ON `reward_requests` (`reward`,`state`);--> statement-breakpoint
CREATE INDEX `reward_requests_state` ON `reward_requests` (`state`,`requested_at`,`id`);--> statement-breakpoint
CREATE INDEX `reward_requests_person` ON `reward_requests` (`person_id`,`requested_at`);--> statement-breakpoint
CREATE TABLE `reward_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`step` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `reward_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reward_steps_step_choice" CHECK("reward_steps"."step" in ('requested', 'approved', 'reopened', 'shipped', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `reward_steps_request` ON `reward_steps` (`request_id`,`at`);--> statement-breakpoint
CREATE TABLE `reward_stock` (
	`id` text PRIMARY KEY NOT NULL,
	`reward` text NOT NULL,
	`size` text NOT NULL,
	`change` integer NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reward_stock_reward` ON `reward_stock` (`reward`,`size`);--> statement-breakpoint
CREATE TABLE `rewards_shipped` (
	`reward` text NOT NULL,
	`size` text NOT NULL,
	`many` integer NOT NULL,
	PRIMARY KEY(`reward`, `size`)
);
--> statement-breakpoint
CREATE TABLE `showings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`held` text,
	`pair_once` text,
	`to_post_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "showings_kind_choice" CHECK("showings"."kind" in ('thanks', 'award', 'achievement'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `showings_held` ON `showings` (`held`);--> statement-breakpoint
CREATE UNIQUE INDEX `showings_pair` ON `showings` (`pair_once`);--> statement-breakpoint
CREATE INDEX `showings_wall` ON `showings` (`until`,`since`,`id`);--> statement-breakpoint
CREATE INDEX `showings_person` ON `showings` (`person_id`,`since`);--> statement-breakpoint
CREATE TABLE `squad_goals` (
	`id` text PRIMARY KEY NOT NULL,
	`squad_id` text NOT NULL,
	`season` text NOT NULL,
	`target` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `squad_goals_squad` ON `squad_goals` (`squad_id`,`season`,`set_at`);--> statement-breakpoint
CREATE TABLE `squad_goals_reached` (
	`squad_id` text NOT NULL,
	`season` text NOT NULL,
	`reached_at` integer NOT NULL,
	PRIMARY KEY(`squad_id`, `season`),
	FOREIGN KEY (`squad_id`) REFERENCES `squads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `thanks` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`reason` text NOT NULL,
	`meant` text NOT NULL,
	`given_at` integer NOT NULL,
	`month` text NOT NULL,
	`slot` text,
	`once` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "thanks_meant_choice" CHECK("thanks"."meant" in ('wall', 'private')),
	CONSTRAINT "thanks_slot_choice" CHECK("thanks"."slot" in ('1', '2', '3', '4', '5')),
	CONSTRAINT "thanks_never_to_oneself" CHECK("thanks"."from_id" <> "thanks"."to_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thanks_slot` ON `thanks` (`from_id`,`month`,`slot`);--> statement-breakpoint
CREATE UNIQUE INDEX `thanks_once` ON `thanks` (`once`);--> statement-breakpoint
CREATE INDEX `thanks_to` ON `thanks` (`to_id`,`given_at`,`id`);--> statement-breakpoint
CREATE INDEX `thanks_from` ON `thanks` (`from_id`,`given_at`,`id`);--> statement-breakpoint
CREATE INDEX `quiz_attempts_passes` ON `quiz_attempts` (`module`,`outcome`,`finished_at`,`person_id`);