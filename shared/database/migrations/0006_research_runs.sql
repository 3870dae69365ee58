CREATE TABLE "research_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scheduled_for" timestamp with time zone,
	"topic" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"progress" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" jsonb,
	"degraded" text,
	"error" text,
	"model_calls" integer DEFAULT 0 NOT NULL,
	"tokens_spent" bigint DEFAULT 0 NOT NULL,
	"usd_spent" numeric(14, 8) DEFAULT '0' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "research_runs_once_a_time" UNIQUE("scheduled_for"),
	CONSTRAINT "research_runs_status_known" CHECK ("research_runs"."status" in ('pending', 'running', 'completed', 'failed')),
	CONSTRAINT "research_runs_topic_length" CHECK (length("research_runs"."topic") between 3 and 200),
	CONSTRAINT "research_runs_lease_while_running" CHECK ("research_runs"."status" = 'running' or "research_runs"."lease_until" is null),
	CONSTRAINT "research_runs_finished_when_ended" CHECK (("research_runs"."finished_at" is not null) = ("research_runs"."status" in ('completed', 'failed'))),
	CONSTRAINT "research_runs_completed_has_note" CHECK (("research_runs"."status" = 'completed') = ("research_runs"."note" is not null)),
	CONSTRAINT "research_runs_failed_says_why" CHECK ("research_runs"."status" <> 'failed' or "research_runs"."error" is not null)
);
--> statement-breakpoint
ALTER TABLE "model_calls" DROP CONSTRAINT "model_calls_purpose_known";--> statement-breakpoint
ALTER TABLE "model_calls" ALTER COLUMN "job_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "model_calls" ADD COLUMN "run_id" uuid;--> statement-breakpoint
CREATE INDEX "research_runs_newest" ON "research_runs" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_run" FOREIGN KEY ("run_id") REFERENCES "public"."research_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_for_one" CHECK (("model_calls"."job_id" is null) <> ("model_calls"."run_id" is null));--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_purpose_known" CHECK ("model_calls"."purpose" in ('answer', 'repair', 'judge', 'rewrite', 'plan', 'browse'));