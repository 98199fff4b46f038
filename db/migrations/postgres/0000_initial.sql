CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"event" text NOT NULL,
	"actor_id" text,
	"subject_id" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "known_devices_id_person_id_pk" PRIMARY KEY("id","person_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"postmortem_word" text DEFAULT 'postmortem' NOT NULL,
	"timezone" text DEFAULT 'UTC' NOT NULL,
	"founded_at" bigint NOT NULL,
	CONSTRAINT "organisations_postmortem_word_choice" CHECK ("organisations"."postmortem_word" in ('postmortem', 'incident review', 'retrospective'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"joined_at" bigint NOT NULL,
	"deactivated_at" bigint,
	"deactivated_by" text
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"assumed_at" bigint NOT NULL,
	"assumed_by" text,
	"renounced_at" bigint,
	"renounced_by" text,
	CONSTRAINT "roles_role_choice" CHECK ("roles"."role" in ('organiser', 'administrator'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"started_at" bigint NOT NULL,
	"user_agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" text,
	"email" text,
	"made_at" bigint NOT NULL,
	"made_by" text,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"withdrawn_at" bigint,
	CONSTRAINT "tokens_purpose_choice" CHECK ("tokens"."purpose" in ('set-up', 'invitation', 'password-reset'))
);
--> statement-breakpoint
CREATE TABLE "action_item_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"action_item_id" text NOT NULL,
	"step" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "action_item_steps_step_choice" CHECK ("action_item_steps"."step" in ('opened', 'imported', 'accepted', 'completed', 'verified', 'reopened', 'dropped', 'changed'))
);
--> statement-breakpoint
CREATE TABLE "action_items" (
	"id" text PRIMARY KEY NOT NULL,
	"audience_id" text NOT NULL,
	"postmortem_id" text NOT NULL,
	"position" integer NOT NULL,
	"statement" text NOT NULL,
	"kind" text,
	"severity" integer,
	"owner_id" text,
	"owner_squad_id" text,
	"owner_written" text,
	"ticket" text,
	"sprint" text,
	"state" text NOT NULL,
	"clock_from" bigint,
	"due_on" text,
	"due_at" bigint,
	"due_order" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "action_items_kind_choice" CHECK ("action_items"."kind" in ('prevent', 'detect', 'mitigate', 'learn')),
	CONSTRAINT "action_items_state_choice" CHECK ("action_items"."state" in ('imported', 'open', 'done', 'verified', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "audience_people" (
	"audience_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "audience_people_audience_id_person_id_pk" PRIMARY KEY("audience_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "audience_squads" (
	"audience_id" text NOT NULL,
	"squad_id" text NOT NULL,
	CONSTRAINT "audience_squads_audience_id_squad_id_pk" PRIMARY KEY("audience_id","squad_id")
);
--> statement-breakpoint
CREATE TABLE "audiences" (
	"id" text PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	CONSTRAINT "audiences_scope_choice" CHECK ("audiences"."scope" in ('everyone', 'squads', 'people'))
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	"text" text NOT NULL,
	"path" text,
	"audience_id" text,
	"read_at" bigint
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"kind" text NOT NULL,
	"written" text NOT NULL,
	"label" text,
	"at" text,
	"zone" text,
	"instant" bigint,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "milestones_kind_choice" CHECK ("milestones"."kind" in ('impact-started', 'detected', 'declared', 'acknowledged', 'mitigated', 'impact-ended', 'resolved'))
);
--> statement-breakpoint
CREATE TABLE "postmortem_people" (
	"postmortem_id" text NOT NULL,
	"person_id" text NOT NULL,
	"part" text NOT NULL,
	"added_at" bigint NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "postmortem_people_postmortem_id_person_id_pk" PRIMARY KEY("postmortem_id","person_id"),
	CONSTRAINT "postmortem_people_part_choice" CHECK ("postmortem_people"."part" in ('author', 'participant', 'reviewer', 'reader'))
);
--> statement-breakpoint
CREATE TABLE "postmortem_sections" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"key" text NOT NULL,
	"heading" text NOT NULL,
	"help" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"markdown" text NOT NULL,
	"version" integer NOT NULL,
	"changed_at" bigint NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postmortem_sources" (
	"postmortem_id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"markdown" text NOT NULL,
	"imported_at" bigint NOT NULL,
	"imported_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postmortem_squads" (
	"postmortem_id" text NOT NULL,
	"squad_id" text NOT NULL,
	"added_at" bigint NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "postmortem_squads_postmortem_id_squad_id_pk" PRIMARY KEY("postmortem_id","squad_id")
);
--> statement-breakpoint
CREATE TABLE "postmortem_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"step" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"about_id" text,
	"part" text,
	"reach" text,
	"missing" jsonb NOT NULL,
	CONSTRAINT "postmortem_steps_step_choice" CHECK ("postmortem_steps"."step" in ('drafted', 'imported', 'sent-to-review', 'returned', 'published', 'reopened', 'reach-changed', 'involved', 'released')),
	CONSTRAINT "postmortem_steps_part_choice" CHECK ("postmortem_steps"."part" in ('participant', 'reviewer', 'reader')),
	CONSTRAINT "postmortem_steps_reach_choice" CHECK ("postmortem_steps"."reach" in ('everyone', 'squads', 'people', 'private'))
);
--> statement-breakpoint
CREATE TABLE "postmortems" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"severity" integer,
	"timezone" text,
	"state" text NOT NULL,
	"reach" text NOT NULL,
	"audience_id" text NOT NULL,
	"author_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"published_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "postmortems_kind_choice" CHECK ("postmortems"."kind" in ('incident', 'near-miss')),
	CONSTRAINT "postmortems_state_choice" CHECK ("postmortems"."state" in ('draft', 'in-review', 'published')),
	CONSTRAINT "postmortems_reach_choice" CHECK ("postmortems"."reach" in ('everyone', 'squads', 'people', 'private'))
);
--> statement-breakpoint
CREATE TABLE "timeline_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"position" integer NOT NULL,
	"written" text NOT NULL,
	"at" text,
	"precision" text NOT NULL,
	"zone" text,
	"instant" bigint,
	"text" text NOT NULL,
	"removed_at" bigint,
	"removed_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" bigint NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "timeline_entries_precision_choice" CHECK ("timeline_entries"."precision" in ('minute', 'day', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "search_texts" (
	"number" serial PRIMARY KEY NOT NULL,
	"room" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "squad_members" (
	"id" text PRIMARY KEY NOT NULL,
	"squad_id" text NOT NULL,
	"person_id" text NOT NULL,
	"joined_at" bigint NOT NULL,
	"joined_by" text,
	"left_at" bigint,
	"left_by" text
);
--> statement-breakpoint
CREATE TABLE "squads" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"archived_at" bigint,
	"archived_by" text
);
--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_assumed_by_people_id_fk" FOREIGN KEY ("assumed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_renounced_by_people_id_fk" FOREIGN KEY ("renounced_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_item_steps" ADD CONSTRAINT "action_item_steps_action_item_id_action_items_id_fk" FOREIGN KEY ("action_item_id") REFERENCES "public"."action_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_item_steps" ADD CONSTRAINT "action_item_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_owner_squad_id_squads_id_fk" FOREIGN KEY ("owner_squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_people" ADD CONSTRAINT "audience_people_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_people" ADD CONSTRAINT "audience_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_squads" ADD CONSTRAINT "audience_squads_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_squads" ADD CONSTRAINT "audience_squads_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_people" ADD CONSTRAINT "postmortem_people_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_people" ADD CONSTRAINT "postmortem_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_people" ADD CONSTRAINT "postmortem_people_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_sections" ADD CONSTRAINT "postmortem_sections_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_sections" ADD CONSTRAINT "postmortem_sections_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_sources" ADD CONSTRAINT "postmortem_sources_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_sources" ADD CONSTRAINT "postmortem_sources_imported_by_people_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_squads" ADD CONSTRAINT "postmortem_squads_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_squads" ADD CONSTRAINT "postmortem_squads_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_squads" ADD CONSTRAINT "postmortem_squads_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_steps" ADD CONSTRAINT "postmortem_steps_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_steps" ADD CONSTRAINT "postmortem_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_steps" ADD CONSTRAINT "postmortem_steps_about_id_people_id_fk" FOREIGN KEY ("about_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortems" ADD CONSTRAINT "postmortems_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortems" ADD CONSTRAINT "postmortems_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_members" ADD CONSTRAINT "squad_members_squad_id_squads_id_fk" FOREIGN KEY ("squad_id") REFERENCES "public"."squads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_members" ADD CONSTRAINT "squad_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_members" ADD CONSTRAINT "squad_members_joined_by_people_id_fk" FOREIGN KEY ("joined_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squad_members" ADD CONSTRAINT "squad_members_left_by_people_id_fk" FOREIGN KEY ("left_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squads" ADD CONSTRAINT "squads_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "squads" ADD CONSTRAINT "squads_archived_by_people_id_fk" FOREIGN KEY ("archived_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "known_devices_person" ON "known_devices" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "roles_person" ON "roles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tokens_purpose" ON "tokens" USING btree ("purpose","made_at");--> statement-breakpoint
CREATE INDEX "action_item_steps_item" ON "action_item_steps" USING btree ("action_item_id","at");--> statement-breakpoint
CREATE INDEX "action_items_postmortem" ON "action_items" USING btree ("postmortem_id","position");--> statement-breakpoint
CREATE INDEX "action_items_state" ON "action_items" USING btree ("state","due_order","id");--> statement-breakpoint
CREATE INDEX "action_items_owner" ON "action_items" USING btree ("owner_id","due_order","id");--> statement-breakpoint
CREATE INDEX "action_items_owner_squad" ON "action_items" USING btree ("owner_squad_id","due_order","id");--> statement-breakpoint
CREATE INDEX "action_items_due" ON "action_items" USING btree ("due_order","id");--> statement-breakpoint
CREATE INDEX "action_items_audience" ON "action_items" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "audience_people_person" ON "audience_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audience_squads_squad" ON "audience_squads" USING btree ("squad_id");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "milestones_postmortem" ON "milestones" USING btree ("postmortem_id","kind","recorded_at");--> statement-breakpoint
CREATE INDEX "postmortem_people_person" ON "postmortem_people" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "postmortem_sections_key" ON "postmortem_sections" USING btree ("postmortem_id","key");--> statement-breakpoint
CREATE INDEX "postmortem_steps_postmortem" ON "postmortem_steps" USING btree ("postmortem_id","at");--> statement-breakpoint
CREATE INDEX "postmortems_state" ON "postmortems" USING btree ("state","changed_at","id");--> statement-breakpoint
CREATE INDEX "postmortems_published" ON "postmortems" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "postmortems_changed" ON "postmortems" USING btree ("changed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "postmortems_audience" ON "postmortems" USING btree ("audience_id");--> statement-breakpoint
CREATE INDEX "timeline_entries_postmortem" ON "timeline_entries" USING btree ("postmortem_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "search_texts_subject" ON "search_texts" USING btree ("room","id");--> statement-breakpoint
CREATE INDEX "squad_members_squad" ON "squad_members" USING btree ("squad_id");--> statement-breakpoint
CREATE INDEX "squad_members_person" ON "squad_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "squads_name" ON "squads" USING btree ("name");