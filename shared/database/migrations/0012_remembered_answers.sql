ALTER TABLE "model_calls" ADD COLUMN "request_key" text;--> statement-breakpoint
ALTER TABLE "model_calls" ADD COLUMN "answer" json;