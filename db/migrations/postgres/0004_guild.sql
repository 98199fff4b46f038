CREATE TABLE "helpfulness" (
	"article_id" text NOT NULL,
	"person_id" text NOT NULL,
	"helped" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "helpfulness_article_id_person_id_pk" PRIMARY KEY("article_id","person_id"),
	CONSTRAINT "helpfulness_helped_choice" CHECK ("helpfulness"."helped" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"series_id" text,
	"made_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"state" text NOT NULL,
	"made_at" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" bigint NOT NULL,
	"sent_at" bigint,
	"fault" text,
	"once" text NOT NULL,
	CONSTRAINT "announcements_state_choice" CHECK ("announcements"."state" in ('waiting', 'sent', 'dropped', 'dead'))
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"url" text NOT NULL,
	"secret" text,
	"announces" jsonb NOT NULL,
	"made_at" bigint NOT NULL,
	"made_by" text NOT NULL,
	"removed_at" bigint,
	"removed_by" text,
	"version" integer NOT NULL,
	CONSTRAINT "channels_kind_choice" CHECK ("channels"."kind" in ('slack', 'mattermost', 'teams', 'discord', 'webhook'))
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"series_id" text NOT NULL,
	"meeting_id" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"about" text NOT NULL,
	"link" text,
	"minutes" integer NOT NULL,
	"presenter_id" text,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"lineage_id" text NOT NULL,
	"carried" integer NOT NULL,
	"source_room" text,
	"source_id" text,
	"audience_id" text,
	"outcome" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"placed_by" text,
	"placed_at" bigint,
	"version" integer NOT NULL,
	"open" text,
	"once" text,
	CONSTRAINT "agenda_items_state_choice" CHECK ("agenda_items"."state" in ('open', 'done', 'carried', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "agenda_turns" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint,
	"by_id" text NOT NULL,
	"running" text
);
--> statement-breakpoint
CREATE TABLE "agenda_votes" (
	"lineage_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "agenda_votes_lineage_id_person_id_pk" PRIMARY KEY("lineage_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "attendance_marks" (
	"id" text PRIMARY KEY NOT NULL,
	"attendance_id" text NOT NULL,
	"present" integer NOT NULL,
	"how" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "attendance_marks_how_choice" CHECK ("attendance_marks"."how" in ('code', 'host'))
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"present" integer NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_in_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"code" text NOT NULL,
	"made_at" bigint NOT NULL,
	"made_by" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text,
	"text" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "invitees" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"invited_at" bigint,
	"answer" text,
	"answered_at" bigint,
	CONSTRAINT "invitees_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id"),
	CONSTRAINT "invitees_answer_choice" CHECK ("invitees"."answer" in ('yes', 'maybe', 'no'))
);
--> statement-breakpoint
CREATE TABLE "meeting_notes" (
	"meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"version" integer NOT NULL,
	"markdown" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "meeting_notes_meeting_id_item_id_version_pk" PRIMARY KEY("meeting_id","item_id","version")
);
--> statement-breakpoint
CREATE TABLE "meeting_series" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"template" text NOT NULL,
	"rule" text NOT NULL,
	"first_day" text NOT NULL,
	"time" text NOT NULL,
	"timezone" text NOT NULL,
	"minutes" integer NOT NULL,
	"place" text NOT NULL,
	"link" text,
	"host_id" text,
	"invite_days" integer NOT NULL,
	"audience_id" text NOT NULL,
	"made_at" bigint NOT NULL,
	"made_by" text NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	"version" integer NOT NULL,
	"sequence" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"step" text NOT NULL,
	"by_id" text,
	"at" bigint NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "meeting_steps_step_choice" CHECK ("meeting_steps"."step" in ('planned', 'changed', 'invited', 'moved', 'skipped', 'restored', 'started', 'ended', 'resumed', 'minutes-sent', 'minutes-changed', 'recording-added'))
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"series_id" text NOT NULL,
	"occurrence" text,
	"title" text NOT NULL,
	"template" text NOT NULL,
	"wall" text NOT NULL,
	"timezone" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"minutes" integer NOT NULL,
	"place" text NOT NULL,
	"link" text,
	"host_id" text,
	"state" text NOT NULL,
	"invited_at" bigint,
	"started_at" bigint,
	"ended_at" bigint,
	"minutes_at" bigint,
	"recording" text,
	"version" integer NOT NULL,
	"sequence" integer NOT NULL,
	"made_at" bigint NOT NULL,
	CONSTRAINT "meetings_state_choice" CHECK ("meetings"."state" in ('planned', 'skipped', 'running', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "series_followers" (
	"series_id" text NOT NULL,
	"person_id" text NOT NULL,
	"wish" text NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "series_followers_series_id_person_id_pk" PRIMARY KEY("series_id","person_id"),
	CONSTRAINT "series_followers_wish_choice" CHECK ("series_followers"."wish" in ('invited', 'left-out'))
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" text PRIMARY KEY NOT NULL,
	"sitting_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"minutes" integer NOT NULL,
	"person_id" text NOT NULL,
	"topic" text NOT NULL,
	"tried" text NOT NULL,
	"made_at" bigint NOT NULL,
	"released_at" bigint,
	"released_by" text,
	"held" text,
	"version" integer NOT NULL,
	"sequence" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_box" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"question_id" text,
	"title" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_hours" (
	"id" text PRIMARY KEY NOT NULL,
	"host_id" text NOT NULL,
	"about" text NOT NULL,
	"rule" text NOT NULL,
	"first_day" text NOT NULL,
	"time" text NOT NULL,
	"timezone" text NOT NULL,
	"minutes" integer NOT NULL,
	"slot_minutes" integer NOT NULL,
	"place" text NOT NULL,
	"link" text,
	"made_at" bigint NOT NULL,
	"ended_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"by_id" text,
	"text" text NOT NULL,
	"day" text NOT NULL,
	"at" bigint,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"day" text NOT NULL,
	"asked_at" bigint,
	"secret_hash" text,
	"state" text NOT NULL,
	"answered_at" bigint,
	"version" integer NOT NULL,
	CONSTRAINT "questions_state_choice" CHECK ("questions"."state" in ('open', 'answered', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "queue_places" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"topic" text NOT NULL,
	"tried" text NOT NULL,
	"joined_at" bigint NOT NULL,
	"state" text NOT NULL,
	"sitting_id" text,
	"taken_by" text,
	"taken_at" bigint,
	"ended_at" bigint,
	"version" integer NOT NULL,
	"standing" text,
	CONSTRAINT "queue_places_state_choice" CHECK ("queue_places"."state" in ('waiting', 'taken', 'done', 'left'))
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"id" text PRIMARY KEY NOT NULL,
	"office_hours_id" text NOT NULL,
	"occurrence" text NOT NULL,
	"host_id" text NOT NULL,
	"timezone" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"slot_minutes" integer NOT NULL,
	"place" text NOT NULL,
	"link" text,
	"cancelled_at" bigint,
	"cancelled_by" text,
	"sequence" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slot_offers" (
	"id" text PRIMARY KEY NOT NULL,
	"wish_id" text NOT NULL,
	"sitting_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"minutes" integer NOT NULL,
	"person_id" text NOT NULL,
	"offered_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"answer" text,
	"answered_at" bigint,
	"held" text,
	CONSTRAINT "slot_offers_answer_choice" CHECK ("slot_offers"."answer" in ('taken', 'declined', 'expired', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "slot_wishes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"topic" text NOT NULL,
	"tried" text NOT NULL,
	"made_at" bigint NOT NULL,
	"ended_at" bigint,
	"standing" text
);
--> statement-breakpoint
DROP INDEX "promotions_posting";--> statement-breakpoint
ALTER TABLE "action_items" ALTER COLUMN "postmortem_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "action_items" ADD COLUMN "meeting_id" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "question_id" text;--> statement-breakpoint
ALTER TABLE "helpfulness" ADD CONSTRAINT "helpfulness_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helpfulness" ADD CONSTRAINT "helpfulness_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_series_id_meeting_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meeting_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_presenter_id_people_id_fk" FOREIGN KEY ("presenter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_placed_by_people_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_turns" ADD CONSTRAINT "agenda_turns_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_turns" ADD CONSTRAINT "agenda_turns_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_turns" ADD CONSTRAINT "agenda_turns_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_votes" ADD CONSTRAINT "agenda_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_attendance_id_attendances_id_fk" FOREIGN KEY ("attendance_id") REFERENCES "public"."attendances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_codes" ADD CONSTRAINT "check_in_codes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_codes" ADD CONSTRAINT "check_in_codes_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitees" ADD CONSTRAINT "invitees_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitees" ADD CONSTRAINT "invitees_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_host_id_people_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_steps" ADD CONSTRAINT "meeting_steps_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_steps" ADD CONSTRAINT "meeting_steps_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_meeting_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meeting_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_host_id_people_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_followers" ADD CONSTRAINT "series_followers_series_id_meeting_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meeting_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_followers" ADD CONSTRAINT "series_followers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_hours" ADD CONSTRAINT "office_hours_host_id_people_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_replies" ADD CONSTRAINT "question_replies_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_replies" ADD CONSTRAINT "question_replies_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_places" ADD CONSTRAINT "queue_places_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_places" ADD CONSTRAINT "queue_places_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_places" ADD CONSTRAINT "queue_places_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_office_hours_id_office_hours_id_fk" FOREIGN KEY ("office_hours_id") REFERENCES "public"."office_hours"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_host_id_people_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_wish_id_slot_wishes_id_fk" FOREIGN KEY ("wish_id") REFERENCES "public"."slot_wishes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offers" ADD CONSTRAINT "slot_offers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_wishes" ADD CONSTRAINT "slot_wishes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("person_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "announcements_once" ON "announcements" USING btree ("once");--> statement-breakpoint
CREATE INDEX "announcements_waiting" ON "announcements" USING btree ("state","next_at","id");--> statement-breakpoint
CREATE INDEX "announcements_channel" ON "announcements" USING btree ("channel_id","made_at","id");--> statement-breakpoint
CREATE INDEX "announcements_made" ON "announcements" USING btree ("made_at","id");--> statement-breakpoint
CREATE INDEX "channels_removed" ON "channels" USING btree ("removed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_open" ON "agenda_items" USING btree ("open");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_once" ON "agenda_items" USING btree ("once");--> statement-breakpoint
CREATE INDEX "agenda_items_meeting" ON "agenda_items" USING btree ("meeting_id","position","id");--> statement-breakpoint
CREATE INDEX "agenda_items_series" ON "agenda_items" USING btree ("series_id","state","proposed_at","id");--> statement-breakpoint
CREATE INDEX "agenda_items_lineage" ON "agenda_items" USING btree ("lineage_id");--> statement-breakpoint
CREATE INDEX "agenda_items_source" ON "agenda_items" USING btree ("source_room","source_id");--> statement-breakpoint
CREATE INDEX "agenda_items_presenter" ON "agenda_items" USING btree ("presenter_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_turns_running" ON "agenda_turns" USING btree ("running");--> statement-breakpoint
CREATE INDEX "agenda_turns_meeting" ON "agenda_turns" USING btree ("meeting_id","from_at");--> statement-breakpoint
CREATE INDEX "attendance_marks_attendance" ON "attendance_marks" USING btree ("attendance_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_once" ON "attendances" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "attendances_person" ON "attendances" USING btree ("person_id","meeting_id");--> statement-breakpoint
CREATE INDEX "check_in_codes_meeting" ON "check_in_codes" USING btree ("meeting_id","expires_at");--> statement-breakpoint
CREATE INDEX "decisions_meeting" ON "decisions" USING btree ("meeting_id","at");--> statement-breakpoint
CREATE INDEX "invitees_person" ON "invitees" USING btree ("person_id","meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_notes_at" ON "meeting_notes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "meeting_series_ended" ON "meeting_series" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "meeting_steps_meeting" ON "meeting_steps" USING btree ("meeting_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_occurrence" ON "meetings" USING btree ("series_id","occurrence");--> statement-breakpoint
CREATE INDEX "meetings_starts" ON "meetings" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "meetings_state" ON "meetings" USING btree ("state","starts_at","id");--> statement-breakpoint
CREATE INDEX "meetings_series" ON "meetings" USING btree ("series_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "series_followers_person" ON "series_followers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_held" ON "bookings" USING btree ("held");--> statement-breakpoint
CREATE INDEX "bookings_sitting" ON "bookings" USING btree ("sitting_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_person" ON "bookings" USING btree ("person_id","starts_at");--> statement-breakpoint
CREATE INDEX "office_hours_host" ON "office_hours" USING btree ("host_id","ended_at");--> statement-breakpoint
CREATE INDEX "office_hours_ended" ON "office_hours" USING btree ("ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "question_replies_question" ON "question_replies" USING btree ("question_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_secret" ON "questions" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "questions_state" ON "questions" USING btree ("state","day","id");--> statement-breakpoint
CREATE INDEX "questions_day" ON "questions" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "questions_person" ON "questions" USING btree ("person_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "queue_places_standing" ON "queue_places" USING btree ("standing");--> statement-breakpoint
CREATE INDEX "queue_places_state" ON "queue_places" USING btree ("state","joined_at","id");--> statement-breakpoint
CREATE INDEX "queue_places_person" ON "queue_places" USING btree ("person_id","joined_at");--> statement-breakpoint
CREATE INDEX "queue_places_taken" ON "queue_places" USING btree ("taken_by","taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sittings_occurrence" ON "sittings" USING btree ("office_hours_id","occurrence");--> statement-breakpoint
CREATE INDEX "sittings_starts" ON "sittings" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "sittings_ends" ON "sittings" USING btree ("ends_at","id");--> statement-breakpoint
CREATE INDEX "sittings_host" ON "sittings" USING btree ("host_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "slot_offers_held" ON "slot_offers" USING btree ("held");--> statement-breakpoint
CREATE INDEX "slot_offers_person" ON "slot_offers" USING btree ("person_id","answered_at");--> statement-breakpoint
CREATE INDEX "slot_offers_expires" ON "slot_offers" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "slot_offers_sitting" ON "slot_offers" USING btree ("sitting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slot_wishes_standing" ON "slot_wishes" USING btree ("standing");--> statement-breakpoint
CREATE INDEX "slot_wishes_made" ON "slot_wishes" USING btree ("ended_at","made_at");--> statement-breakpoint
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_items_meeting" ON "action_items" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "articles_question" ON "articles" USING btree ("question_id");--> statement-breakpoint
ALTER TABLE "promotions" DROP COLUMN "post_tries";--> statement-breakpoint
ALTER TABLE "promotions" DROP COLUMN "next_post_at";