ALTER TABLE `squad_goals` ADD `taken_back_at` integer;--> statement-breakpoint
CREATE INDEX `nominations_decided` ON `nominations` (`state`,`decided_at`,`id`);