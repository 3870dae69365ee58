CREATE TABLE "model_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid NOT NULL,
	"agent" text NOT NULL,
	"model" text NOT NULL,
	"purpose" text NOT NULL,
	"outcome" text DEFAULT 'running' NOT NULL,
	"reserved_tokens" integer NOT NULL,
	"reserved_usd" numeric(14, 8),
	"input_tokens" integer,
	"output_tokens" integer,
	"usd" numeric(14, 8),
	"duration_ms" integer,
	"retries" integer,
	"detail" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_calls_purpose_known" CHECK ("model_calls"."purpose" in ('answer', 'repair', 'judge', 'rewrite', 'plan')),
	CONSTRAINT "model_calls_outcome_known" CHECK ("model_calls"."outcome" in ('running', 'answered', 'failed', 'timed_out', 'refused', 'cancelled')),
	CONSTRAINT "model_calls_reserved_not_negative" CHECK ("model_calls"."reserved_tokens" >= 0 and "model_calls"."reserved_usd" >= 0)
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "model_calls" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "tokens_spent" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "usd_spent" numeric(14, 8) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_job" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "model_calls_of_job" ON "model_calls" USING btree ("job_id","created_at");