CREATE TABLE "agreement_links" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"made_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "coverage_waivers" (
	"id" text PRIMARY KEY NOT NULL,
	"squad_id" text NOT NULL,
	"policy" text NOT NULL,
	"reason" text NOT NULL,
	"given_at" bigint NOT NULL,
	"given_by" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "enrolment_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"step" text NOT NULL,
	"by_id" text,
	"at" bigint NOT NULL,
	"note" text,
	"hours_per_month" integer
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"squad_id" text NOT NULL,
	"state" text NOT NULL,
	"ongoing" text,
	"manager_email" text,
	"hours_per_month" integer,
	"buddy_id" text,
	"applied_at" bigint NOT NULL,
	"agreed_at" bigint,
	"active_at" bigint,
	"renewed_at" bigint,
	"ended_at" bigint,
	"listed_at" bigint,
	CONSTRAINT "enrolments_state_choice" CHECK ("enrolments"."state" in ('applied', 'onboarding', 'active', 'declined', 'withdrawn', 'stepped-down'))
);
--> statement-breakpoint
CREATE TABLE "hours_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"enrolment_id" text NOT NULL,
	"month" text NOT NULL,
	"quarters" integer NOT NULL,
	"word" text,
	"reported_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "onboarding_marks" (
	"enrolment_id" text NOT NULL,
	"key" text NOT NULL,
	"done_at" bigint NOT NULL,
	"done_by" text NOT NULL,
	CONSTRAINT "onboarding_marks_enrolment_id_key_pk" PRIMARY KEY("enrolment_id","key")
);
--> statement-breakpoint
CREATE TABLE "specialisms" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"key" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint
);
--> statement-breakpoint
CREATE TABLE "concern_holders" (
	"id" text PRIMARY KEY NOT NULL,
	"concern_id" text NOT NULL,
	"person_id" text NOT NULL,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concern_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"concern_id" text NOT NULL,
	"number" integer NOT NULL,
	"step" text NOT NULL,
	"by_id" text,
	"at" bigint NOT NULL,
	"note" text,
	"holder_id" text,
	"level" text NOT NULL,
	CONSTRAINT "concern_steps_step_choice" CHECK ("concern_steps"."step" in ('raised', 'answered', 'replied', 'passed-up', 'moved-up', 'handed-over', 'closed', 'reopened')),
	CONSTRAINT "concern_steps_level_choice" CHECK ("concern_steps"."level" in ('champion', 'advocate', 'security-team'))
);
--> statement-breakpoint
CREATE TABLE "concerns" (
	"id" text PRIMARY KEY NOT NULL,
	"squad_id" text,
	"raised_by" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"raised_from" text,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"holder_id" text,
	"stands_in_for" text,
	"raised_at" bigint NOT NULL,
	"level_since" bigint NOT NULL,
	"clock_from" bigint,
	"due_at" bigint,
	"changed_at" bigint NOT NULL,
	"closed_at" bigint,
	CONSTRAINT "concerns_state_choice" CHECK ("concerns"."state" in ('open', 'answered', 'closed')),
	CONSTRAINT "concerns_level_choice" CHECK ("concerns"."level" in ('champion', 'advocate', 'security-team'))
);
--> statement-breakpoint
CREATE TABLE "deputies" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"deputy_id" text,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"made_at" bigint NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" text PRIMARY KEY NOT NULL,
	"concern_id" text,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"written_at" bigint NOT NULL,
	"written_by" text,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text,
	"state" text NOT NULL,
	"made_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" bigint NOT NULL,
	"sent_at" bigint,
	"fault" text,
	CONSTRAINT "messages_state_choice" CHECK ("messages"."state" in ('waiting', 'sent', 'dropped', 'dead'))
);
--> statement-breakpoint
CREATE TABLE "muted_kinds" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"muted_at" bigint NOT NULL,
	CONSTRAINT "muted_kinds_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "recurring_work" (
	"name" text PRIMARY KEY NOT NULL,
	"begun_at" bigint NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "csv_previews" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"text" text NOT NULL,
	"encoding" text NOT NULL,
	"made_at" bigint NOT NULL,
	"made_by" text NOT NULL,
	"met" jsonb NOT NULL,
	CONSTRAINT "csv_previews_kind_choice" CHECK ("csv_previews"."kind" in ('people', 'squads'))
);
--> statement-breakpoint
CREATE TABLE "managers" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"manager_id" text NOT NULL,
	"since" bigint NOT NULL,
	"since_by" text,
	"until" bigint,
	"until_by" text
);
--> statement-breakpoint
CREATE TABLE "squad_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"squad_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"assumed_at" bigint NOT NULL,
	"assumed_by" text,
	"ends_at" bigint,
	"renounced_at" bigint,
	"renounced_by" text,
	CONSTRAINT "squad_roles_role_choice" CHECK ("squad_roles"."role" in ('manager', 'product-owner', 'advocate', 'embedded'))
);
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "kind" text DEFAULT 'general' NOT NULL;--> statement-breakpoint
ALTER TABLE "squads" ADD COLUMN "area" text;--> statement-breakpoint
ALTER TABLE "squads" ADD COLUMN "developers" integer;--> statement-breakpoint
ALTER TABLE "squads" ADD COLUMN "criticality" integer;--> statement-breakpoint
ALTER TABLE "squads" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_links" ADD CONSTRAINT "agreement_links_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_waivers" ADD CONSTRAINT "coverage_waivers_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_waivers" ADD CONSTRAINT "coverage_waivers_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_waivers" ADD CONSTRAINT "coverage_waivers_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_steps" ADD CONSTRAINT "enrolment_steps_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_steps" ADD CONSTRAINT "enrolment_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_buddy_id_people_id_fk" FOREIGN KEY ("buddy_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_reports" ADD CONSTRAINT "hours_reports_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_marks" ADD CONSTRAINT "onboarding_marks_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_marks" ADD CONSTRAINT "onboarding_marks_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specialisms" ADD CONSTRAINT "specialisms_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_holders" ADD CONSTRAINT "concern_holders_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_holders" ADD CONSTRAINT "concern_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_steps" ADD CONSTRAINT "concern_steps_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_steps" ADD CONSTRAINT "concern_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_steps" ADD CONSTRAINT "concern_steps_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_stands_in_for_people_id_fk" FOREIGN KEY ("stands_in_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_kinds" ADD CONSTRAINT "muted_kinds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "csv_previews" ADD CONSTRAINT "csv_previews_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "managers" ADD CONSTRAINT "managers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "managers" ADD CONSTRAINT "managers_manager_id_people_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "managers" ADD CONSTRAINT "managers_since_by_people_id_fk" FOREIGN KEY ("since_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "managers" ADD CONSTRAINT "managers_until_by_people_id_fk" FOREIGN KEY ("until_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_roles" ADD CONSTRAINT "squad_roles_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_roles" ADD CONSTRAINT "squad_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_roles" ADD CONSTRAINT "squad_roles_assumed_by_people_id_fk" FOREIGN KEY ("assumed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_roles" ADD CONSTRAINT "squad_roles_renounced_by_people_id_fk" FOREIGN KEY ("renounced_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_links_enrolment" ON "agreement_links" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "coverage_waivers_squad" ON "coverage_waivers" USING btree ("squad_id","expires_at");--> statement-breakpoint
CREATE INDEX "coverage_waivers_expiry" ON "coverage_waivers" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "enrolment_steps_enrolment" ON "enrolment_steps" USING btree ("enrolment_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_ongoing" ON "enrolments" USING btree ("ongoing");--> statement-breakpoint
CREATE INDEX "enrolments_person" ON "enrolments" USING btree ("person_id","applied_at");--> statement-breakpoint
CREATE INDEX "enrolments_squad" ON "enrolments" USING btree ("squad_id","state");--> statement-breakpoint
CREATE INDEX "enrolments_squad_ended" ON "enrolments" USING btree ("squad_id","ended_at");--> statement-breakpoint
CREATE INDEX "enrolments_state" ON "enrolments" USING btree ("state","applied_at","id");--> statement-breakpoint
CREATE INDEX "hours_reports_enrolment" ON "hours_reports" USING btree ("enrolment_id","month","reported_at");--> statement-breakpoint
CREATE INDEX "hours_reports_month" ON "hours_reports" USING btree ("month");--> statement-breakpoint
CREATE INDEX "specialisms_person" ON "specialisms" USING btree ("person_id","until");--> statement-breakpoint
CREATE INDEX "specialisms_held" ON "specialisms" USING btree ("until","key");--> statement-breakpoint
CREATE UNIQUE INDEX "concern_holders_concern" ON "concern_holders" USING btree ("concern_id","person_id");--> statement-breakpoint
CREATE INDEX "concern_holders_person" ON "concern_holders" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "concern_steps_concern" ON "concern_steps" USING btree ("concern_id","number");--> statement-breakpoint
CREATE INDEX "concerns_raised_by" ON "concerns" USING btree ("raised_by","changed_at");--> statement-breakpoint
CREATE INDEX "concerns_holder" ON "concerns" USING btree ("holder_id","state","changed_at");--> statement-breakpoint
CREATE INDEX "concerns_due" ON "concerns" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "concerns_level" ON "concerns" USING btree ("level","state","changed_at");--> statement-breakpoint
CREATE INDEX "deputies_person" ON "deputies" USING btree ("person_id","until_at");--> statement-breakpoint
CREATE INDEX "deputies_deputy" ON "deputies" USING btree ("deputy_id","until_at");--> statement-breakpoint
CREATE INDEX "lessons_written" ON "lessons" USING btree ("written_at","id");--> statement-breakpoint
CREATE INDEX "lessons_concern" ON "lessons" USING btree ("concern_id");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("state","next_at","id");--> statement-breakpoint
CREATE INDEX "messages_person" ON "messages" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "csv_previews_made_by" ON "csv_previews" USING btree ("made_by","made_at");--> statement-breakpoint
CREATE INDEX "managers_person" ON "managers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "managers_manager" ON "managers" USING btree ("manager_id");--> statement-breakpoint
CREATE INDEX "squad_roles_squad" ON "squad_roles" USING btree ("squad_id");--> statement-breakpoint
CREATE INDEX "squad_roles_person" ON "squad_roles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "squad_roles_role" ON "squad_roles" USING btree ("role","assumed_at","id");--> statement-breakpoint
CREATE INDEX "squad_members_now" ON "squad_members" USING btree ("left_at","squad_id");--> statement-breakpoint
CREATE INDEX "squads_area" ON "squads" USING btree ("area","name","id");