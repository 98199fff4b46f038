ALTER TABLE "lessons" RENAME TO "articles";--> statement-breakpoint
ALTER INDEX "lessons_written" RENAME TO "articles_written";--> statement-breakpoint
ALTER INDEX "lessons_concern" RENAME TO "articles_concern";--> statement-breakpoint
ALTER TABLE "articles" RENAME CONSTRAINT "lessons_concern_id_concerns_id_fk" TO "articles_concern_id_concerns_id_fk";--> statement-breakpoint
ALTER TABLE "articles" RENAME CONSTRAINT "lessons_written_by_people_id_fk" TO "articles_written_by_people_id_fk";--> statement-breakpoint
UPDATE "search_texts" SET "room" = 'articles' WHERE "room" = 'lessons';
