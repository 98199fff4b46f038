CREATE TABLE "figures" (
	"measure" text NOT NULL,
	"month" text NOT NULL,
	"values" jsonb NOT NULL,
	"counted_at" bigint NOT NULL,
	"version" text NOT NULL,
	CONSTRAINT "figures_measure_month_pk" PRIMARY KEY("measure","month")
);
--> statement-breakpoint
CREATE TABLE "loop_links" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"linked_at" bigint NOT NULL,
	"linked_by" text NOT NULL,
	"removed_at" bigint,
	"removed_by" text,
	"held" text,
	CONSTRAINT "loop_links_kind_choice" CHECK ("loop_links"."kind" in ('lesson', 'question', 'threat-model'))
);
--> statement-breakpoint
CREATE TABLE "report_mails" (
	"person_id" text NOT NULL,
	"month" text NOT NULL,
	"posted_at" bigint NOT NULL,
	CONSTRAINT "report_mails_person_id_month_pk" PRIMARY KEY("person_id","month")
);
--> statement-breakpoint
CREATE TABLE "sponsors" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"since" bigint NOT NULL,
	"since_by" text NOT NULL,
	"until" bigint,
	"until_by" text,
	"held" text
);
--> statement-breakpoint
CREATE TABLE "defined_awards" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"defined_at" bigint NOT NULL,
	"defined_by" text NOT NULL,
	"retired_at" bigint,
	"retired_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"rule" text NOT NULL,
	"rule_version" text NOT NULL,
	"fact_id" text NOT NULL,
	"gives" text NOT NULL,
	"what" text NOT NULL,
	"points" integer NOT NULL,
	"squad_id" text,
	"at" bigint NOT NULL,
	"granted_at" bigint NOT NULL,
	"undoes" text,
	"once" text NOT NULL,
	CONSTRAINT "grants_gives_choice" CHECK ("grants"."gives" in ('achievement', 'award', 'points'))
);
--> statement-breakpoint
CREATE TABLE "nomination_votes" (
	"nomination_id" text NOT NULL,
	"by_id" text NOT NULL,
	"vote" text NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "nomination_votes_nomination_id_by_id_pk" PRIMARY KEY("nomination_id","by_id"),
	CONSTRAINT "nomination_votes_vote_choice" CHECK ("nomination_votes"."vote" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE "nominations" (
	"id" text PRIMARY KEY NOT NULL,
	"award" text NOT NULL,
	"person_id" text NOT NULL,
	"by_id" text NOT NULL,
	"reason" text NOT NULL,
	"nominator" text NOT NULL,
	"state" text NOT NULL,
	"nominated_at" bigint NOT NULL,
	"decided_at" bigint,
	"taken_back_at" bigint,
	"taken_back_by" text,
	"taken_back_why" text,
	"ongoing" text,
	CONSTRAINT "nominations_nominator_choice" CHECK ("nominations"."nominator" in ('named', 'unnamed')),
	CONSTRAINT "nominations_state_choice" CHECK ("nominations"."state" in ('open', 'given', 'declined', 'withdrawn', 'taken-back'))
);
--> statement-breakpoint
CREATE TABLE "recognition_choices" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"choice" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	"held" text,
	CONSTRAINT "recognition_choices_choice_choice" CHECK ("recognition_choices"."choice" in ('opted-out', 'thanks-on-wall', 'shout-outs'))
);
--> statement-breakpoint
CREATE TABLE "review_shares" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"with_id" text NOT NULL,
	"shared_at" bigint NOT NULL,
	"ended_at" bigint,
	"held" text
);
--> statement-breakpoint
CREATE TABLE "review_thanks" (
	"review_id" text NOT NULL,
	"thanks_id" text NOT NULL,
	"chosen_at" bigint NOT NULL,
	CONSTRAINT "review_thanks_review_id_thanks_id_pk" PRIMARY KEY("review_id","thanks_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"year" integer NOT NULL,
	"words" text NOT NULL,
	"begun_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"reward" text NOT NULL,
	"person_id" text NOT NULL,
	"granted_for" text NOT NULL,
	"size" text NOT NULL,
	"address" text,
	"state" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"once" text,
	CONSTRAINT "reward_requests_state_choice" CHECK ("reward_requests"."state" in ('requested', 'approved', 'shipped', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "reward_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"step" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "reward_steps_step_choice" CHECK ("reward_steps"."step" in ('requested', 'approved', 'reopened', 'shipped', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "reward_stock" (
	"id" text PRIMARY KEY NOT NULL,
	"reward" text NOT NULL,
	"size" text NOT NULL,
	"change" integer NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rewards_shipped" (
	"reward" text NOT NULL,
	"size" text NOT NULL,
	"many" integer NOT NULL,
	CONSTRAINT "rewards_shipped_reward_size_pk" PRIMARY KEY("reward","size")
);
--> statement-breakpoint
CREATE TABLE "showings" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	"held" text,
	"pair_once" text,
	"to_post_at" bigint,
	CONSTRAINT "showings_kind_choice" CHECK ("showings"."kind" in ('thanks', 'award', 'achievement'))
);
--> statement-breakpoint
CREATE TABLE "squad_goals" (
	"id" text PRIMARY KEY NOT NULL,
	"squad_id" text NOT NULL,
	"season" text NOT NULL,
	"target" integer NOT NULL,
	"set_by" text NOT NULL,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "squad_goals_reached" (
	"squad_id" text NOT NULL,
	"season" text NOT NULL,
	"reached_at" bigint NOT NULL,
	CONSTRAINT "squad_goals_reached_squad_id_season_pk" PRIMARY KEY("squad_id","season")
);
--> statement-breakpoint
CREATE TABLE "thanks" (
	"id" text PRIMARY KEY NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"reason" text NOT NULL,
	"meant" text NOT NULL,
	"given_at" bigint NOT NULL,
	"month" text NOT NULL,
	"slot" text,
	"once" text,
	"withdrawn_at" bigint,
	CONSTRAINT "thanks_meant_choice" CHECK ("thanks"."meant" in ('wall', 'private')),
	CONSTRAINT "thanks_slot_choice" CHECK ("thanks"."slot" in ('1', '2', '3', '4', '5')),
	CONSTRAINT "thanks_never_to_oneself" CHECK ("thanks"."from_id" <> "thanks"."to_id")
);
--> statement-breakpoint
ALTER TABLE "loop_links" ADD CONSTRAINT "loop_links_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loop_links" ADD CONSTRAINT "loop_links_linked_by_people_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loop_links" ADD CONSTRAINT "loop_links_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_mails" ADD CONSTRAINT "report_mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsors" ADD CONSTRAINT "sponsors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsors" ADD CONSTRAINT "sponsors_since_by_people_id_fk" FOREIGN KEY ("since_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsors" ADD CONSTRAINT "sponsors_until_by_people_id_fk" FOREIGN KEY ("until_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defined_awards" ADD CONSTRAINT "defined_awards_defined_by_people_id_fk" FOREIGN KEY ("defined_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defined_awards" ADD CONSTRAINT "defined_awards_retired_by_people_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_fact_id_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."facts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_votes" ADD CONSTRAINT "nomination_votes_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_votes" ADD CONSTRAINT "nomination_votes_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_taken_back_by_people_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognition_choices" ADD CONSTRAINT "recognition_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_shares" ADD CONSTRAINT "review_shares_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_shares" ADD CONSTRAINT "review_shares_with_id_people_id_fk" FOREIGN KEY ("with_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_thanks" ADD CONSTRAINT "review_thanks_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_thanks" ADD CONSTRAINT "review_thanks_thanks_id_thanks_id_fk" FOREIGN KEY ("thanks_id") REFERENCES "public"."thanks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_requests" ADD CONSTRAINT "reward_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_steps" ADD CONSTRAINT "reward_steps_request_id_reward_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."reward_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_steps" ADD CONSTRAINT "reward_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_stock" ADD CONSTRAINT "reward_stock_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "showings" ADD CONSTRAINT "showings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_goals" ADD CONSTRAINT "squad_goals_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_goals" ADD CONSTRAINT "squad_goals_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_goals_reached" ADD CONSTRAINT "squad_goals_reached_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_from_id_people_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_to_id_people_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figures_month" ON "figures" USING btree ("month");--> statement-breakpoint
CREATE UNIQUE INDEX "loop_links_held" ON "loop_links" USING btree ("held");--> statement-breakpoint
CREATE INDEX "loop_links_postmortem" ON "loop_links" USING btree ("postmortem_id");--> statement-breakpoint
CREATE INDEX "loop_links_target" ON "loop_links" USING btree ("target");--> statement-breakpoint
CREATE UNIQUE INDEX "sponsors_held" ON "sponsors" USING btree ("held");--> statement-breakpoint
CREATE UNIQUE INDEX "defined_awards_name" ON "defined_awards" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_once" ON "grants" USING btree ("once");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_undoes" ON "grants" USING btree ("undoes");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "grants_squad" ON "grants" USING btree ("squad_id","what");--> statement-breakpoint
CREATE INDEX "grants_fact" ON "grants" USING btree ("fact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_ongoing" ON "nominations" USING btree ("ongoing");--> statement-breakpoint
CREATE INDEX "nominations_state" ON "nominations" USING btree ("state","nominated_at","id");--> statement-breakpoint
CREATE INDEX "nominations_by" ON "nominations" USING btree ("by_id","nominated_at");--> statement-breakpoint
CREATE INDEX "nominations_person" ON "nominations" USING btree ("person_id","award","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recognition_choices_held" ON "recognition_choices" USING btree ("held");--> statement-breakpoint
CREATE INDEX "recognition_choices_person" ON "recognition_choices" USING btree ("person_id","choice","until");--> statement-breakpoint
CREATE UNIQUE INDEX "review_shares_held" ON "review_shares" USING btree ("held");--> statement-breakpoint
CREATE INDEX "review_shares_with" ON "review_shares" USING btree ("with_id","ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_year" ON "reviews" USING btree ("person_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_requests_once" ON "reward_requests" USING btree ("once");--> statement-breakpoint
CREATE INDEX "reward_requests_shelf" ON "reward_requests" USING btree ("reward","state");--> statement-breakpoint
CREATE INDEX "reward_requests_state" ON "reward_requests" USING btree ("state","requested_at","id");--> statement-breakpoint
CREATE INDEX "reward_requests_person" ON "reward_requests" USING btree ("person_id","requested_at");--> statement-breakpoint
CREATE INDEX "reward_steps_request" ON "reward_steps" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "reward_stock_reward" ON "reward_stock" USING btree ("reward","size");--> statement-breakpoint
CREATE UNIQUE INDEX "showings_held" ON "showings" USING btree ("held");--> statement-breakpoint
CREATE UNIQUE INDEX "showings_pair" ON "showings" USING btree ("pair_once");--> statement-breakpoint
CREATE INDEX "showings_wall" ON "showings" USING btree ("until","since","id");--> statement-breakpoint
CREATE INDEX "showings_person" ON "showings" USING btree ("person_id","since");--> statement-breakpoint
CREATE INDEX "squad_goals_squad" ON "squad_goals" USING btree ("squad_id","season","set_at");--> statement-breakpoint
CREATE UNIQUE INDEX "thanks_slot" ON "thanks" USING btree ("from_id","month","slot");--> statement-breakpoint
CREATE UNIQUE INDEX "thanks_once" ON "thanks" USING btree ("once");--> statement-breakpoint
CREATE INDEX "thanks_to" ON "thanks" USING btree ("to_id","given_at","id");--> statement-breakpoint
CREATE INDEX "thanks_from" ON "thanks" USING btree ("from_id","given_at","id");--> statement-breakpoint
CREATE INDEX "quiz_attempts_passes" ON "quiz_attempts" USING btree ("module","outcome","finished_at","person_id");