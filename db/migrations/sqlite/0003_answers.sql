ALTER TABLE `lessons` RENAME TO `articles`;--> statement-breakpoint
DROP INDEX `lessons_written`;--> statement-breakpoint
DROP INDEX `lessons_concern`;--> statement-breakpoint
CREATE INDEX `articles_written` ON `articles` (`written_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_concern` ON `articles` (`concern_id`);--> statement-breakpoint
UPDATE `search_texts` SET `room` = 'articles' WHERE `room` = 'lessons';
