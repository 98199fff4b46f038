ALTER TABLE `derivations` ADD `began` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `derivations` ADD `taken_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `squad_goals` ADD `taken_back_at` integer;--> statement-breakpoint
CREATE INDEX `nominations_decided` ON `nominations` (`state`,`decided_at`,`id`);