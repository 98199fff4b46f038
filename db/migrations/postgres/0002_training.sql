CREATE TABLE "activities" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"feature" text NOT NULL,
	"day" text NOT NULL,
	"outcome" text NOT NULL,
	"created_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"withdrawn_at" bigint,
	CONSTRAINT "activities_kind_choice" CHECK ("activities"."kind" in ('threat-modelling'))
);
--> statement-breakpoint
CREATE TABLE "attestations" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"person_id" text NOT NULL,
	"asked_at" bigint,
	"answer" text,
	"answered_at" bigint,
	CONSTRAINT "attestations_subject_choice" CHECK ("attestations"."subject" in ('evidence', 'activity')),
	CONSTRAINT "attestations_answer_choice" CHECK ("attestations"."answer" in ('confirmed', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "belt_standings" (
	"person_id" text NOT NULL,
	"belt" text NOT NULL,
	"state" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	"changes_at" bigint,
	"rules" text NOT NULL,
	CONSTRAINT "belt_standings_person_id_belt_pk" PRIMARY KEY("person_id","belt"),
	CONSTRAINT "belt_standings_state_choice" CHECK ("belt_standings"."state" in ('held', 'due', 'grace', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "belt_waivers" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"requirement" text NOT NULL,
	"reason" text NOT NULL,
	"given_at" bigint NOT NULL,
	"given_by" text NOT NULL,
	"until" bigint NOT NULL,
	"withdrawn_at" bigint,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"requirement" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"links" jsonb NOT NULL,
	"until" bigint,
	"round" integer NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"submitted_at" bigint,
	"decided_at" bigint,
	"ongoing" text,
	CONSTRAINT "evidence_kind_choice" CHECK ("evidence"."kind" in ('evidence', 'equivalent')),
	CONSTRAINT "evidence_state_choice" CHECK ("evidence"."state" in ('draft', 'submitted', 'returned', 'approved', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"id" text PRIMARY KEY NOT NULL,
	"evidence_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "evidence_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"evidence_id" text NOT NULL,
	"step" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	"note" text,
	"round" integer NOT NULL,
	"once" text,
	CONSTRAINT "evidence_steps_step_choice" CHECK ("evidence_steps"."step" in ('begun', 'submitted', 'recalled', 'commented', 'approved', 'returned', 'withdrawn', 'resumed'))
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"belt" text NOT NULL,
	"earned_at" bigint NOT NULL,
	"made_at" bigint NOT NULL,
	"to_post_at" bigint,
	"posted_at" bigint,
	"post_tries" integer NOT NULL,
	"next_post_at" bigint
);
--> statement-breakpoint
CREATE TABLE "changed_people" (
	"reader" text NOT NULL,
	"person_id" text NOT NULL,
	"changes" integer NOT NULL,
	CONSTRAINT "changed_people_reader_person_id_pk" PRIMARY KEY("reader","person_id")
);
--> statement-breakpoint
CREATE TABLE "derivations" (
	"reader" text PRIMARY KEY NOT NULL,
	"rules" text NOT NULL,
	"listed_up_to" text
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	"room" text NOT NULL,
	"source_id" text NOT NULL,
	"details" jsonb NOT NULL,
	"recorded_by" text,
	"recorded_at" bigint NOT NULL,
	"undoes" text,
	"once" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_people" (
	"campaign_id" text NOT NULL,
	"person_id" text NOT NULL,
	"squad_id" text,
	"added_at" bigint NOT NULL,
	"completed_at" bigint,
	"released_at" bigint,
	"reminders" integer NOT NULL,
	CONSTRAINT "campaign_people_campaign_id_person_id_pk" PRIMARY KEY("campaign_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"modules" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"counts_from" bigint NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"opened_at" bigint,
	"gathered" text,
	"cancelled_at" bigint,
	"cancelled_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_readings" (
	"person_id" text NOT NULL,
	"module" text NOT NULL,
	"parts" jsonb NOT NULL,
	"started_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"read_at" bigint,
	CONSTRAINT "lesson_readings_person_id_module_pk" PRIMARY KEY("person_id","module")
);
--> statement-breakpoint
CREATE TABLE "module_progress" (
	"module" text PRIMARY KEY NOT NULL,
	"people_read" integer NOT NULL,
	"people_passed" integer NOT NULL,
	"people" integer NOT NULL,
	"counted_at" bigint NOT NULL,
	"took" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quiz_answers" (
	"attempt_id" text NOT NULL,
	"position" integer NOT NULL,
	"chosen" jsonb NOT NULL,
	"answered_at" bigint NOT NULL,
	CONSTRAINT "quiz_answers_attempt_id_position_pk" PRIMARY KEY("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "quiz_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"module" text NOT NULL,
	"version" text NOT NULL,
	"drawn" jsonb NOT NULL,
	"ongoing" text,
	"opened_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"finished_at" bigint,
	"outcome" text,
	"asked" integer NOT NULL,
	"right_answers" integer,
	"given" jsonb,
	CONSTRAINT "quiz_attempts_outcome_choice" CHECK ("quiz_attempts"."outcome" in ('passed', 'not-passed'))
);
--> statement-breakpoint
CREATE TABLE "quiz_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"module" text NOT NULL,
	"key" text NOT NULL,
	"body" jsonb NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "belt_standings" ADD CONSTRAINT "belt_standings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "belt_waivers" ADD CONSTRAINT "belt_waivers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "belt_waivers" ADD CONSTRAINT "belt_waivers_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "belt_waivers" ADD CONSTRAINT "belt_waivers_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_steps" ADD CONSTRAINT "evidence_steps_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_steps" ADD CONSTRAINT "evidence_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changed_people" ADD CONSTRAINT "changed_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_people" ADD CONSTRAINT "campaign_people_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_people" ADD CONSTRAINT "campaign_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_people" ADD CONSTRAINT "campaign_people_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_readings" ADD CONSTRAINT "lesson_readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_answers" ADD CONSTRAINT "quiz_answers_attempt_id_quiz_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."quiz_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_person" ON "activities" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "attestations_once" ON "attestations" USING btree ("subject","subject_id","person_id");--> statement-breakpoint
CREATE INDEX "attestations_person" ON "attestations" USING btree ("person_id","answered_at");--> statement-breakpoint
CREATE INDEX "belt_standings_changes" ON "belt_standings" USING btree ("changes_at");--> statement-breakpoint
CREATE INDEX "belt_standings_belt" ON "belt_standings" USING btree ("belt","state");--> statement-breakpoint
CREATE INDEX "belt_waivers_person" ON "belt_waivers" USING btree ("person_id","given_at");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_ongoing" ON "evidence" USING btree ("ongoing");--> statement-breakpoint
CREATE INDEX "evidence_person" ON "evidence" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "evidence_state" ON "evidence" USING btree ("state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "evidence_files_evidence" ON "evidence_files" USING btree ("evidence_id","added_at");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_steps_once" ON "evidence_steps" USING btree ("once");--> statement-breakpoint
CREATE INDEX "evidence_steps_evidence" ON "evidence_steps" USING btree ("evidence_id","by_id","step");--> statement-breakpoint
CREATE INDEX "evidence_steps_by" ON "evidence_steps" USING btree ("by_id","step","at");--> statement-breakpoint
CREATE UNIQUE INDEX "promotions_once" ON "promotions" USING btree ("person_id","belt");--> statement-breakpoint
CREATE INDEX "promotions_posting" ON "promotions" USING btree ("next_post_at");--> statement-breakpoint
CREATE UNIQUE INDEX "facts_once" ON "facts" USING btree ("once");--> statement-breakpoint
CREATE UNIQUE INDEX "facts_undoes" ON "facts" USING btree ("undoes");--> statement-breakpoint
CREATE INDEX "facts_person" ON "facts" USING btree ("person_id","kind","at");--> statement-breakpoint
CREATE INDEX "facts_source" ON "facts" USING btree ("room","source_id");--> statement-breakpoint
CREATE INDEX "facts_kind" ON "facts" USING btree ("kind","at");--> statement-breakpoint
CREATE INDEX "campaign_people_person" ON "campaign_people" USING btree ("person_id","completed_at");--> statement-breakpoint
CREATE INDEX "campaign_people_squad" ON "campaign_people" USING btree ("campaign_id","squad_id","completed_at","released_at");--> statement-breakpoint
CREATE INDEX "campaign_people_reminders" ON "campaign_people" USING btree ("campaign_id","completed_at","released_at","reminders");--> statement-breakpoint
CREATE INDEX "campaigns_window" ON "campaigns" USING btree ("closes_at","opens_at");--> statement-breakpoint
CREATE UNIQUE INDEX "quiz_attempts_ongoing" ON "quiz_attempts" USING btree ("ongoing");--> statement-breakpoint
CREATE INDEX "quiz_attempts_person" ON "quiz_attempts" USING btree ("person_id","module","opened_at");--> statement-breakpoint
CREATE INDEX "quiz_attempts_closing" ON "quiz_attempts" USING btree ("finished_at","closes_at");