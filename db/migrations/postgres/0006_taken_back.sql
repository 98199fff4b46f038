ALTER TABLE "derivations" ADD COLUMN "began" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "derivations" ADD COLUMN "taken_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "squad_goals" ADD COLUMN "taken_back_at" bigint;--> statement-breakpoint
CREATE INDEX "nominations_decided" ON "nominations" USING btree ("state","decided_at","id");