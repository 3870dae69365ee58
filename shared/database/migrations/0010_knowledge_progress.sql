ALTER TABLE "knowledge_versions" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_versions" ADD COLUMN "model" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "knowledge_versions" ADD COLUMN "done" integer DEFAULT 0 NOT NULL;