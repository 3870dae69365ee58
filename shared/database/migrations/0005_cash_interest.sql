ALTER TABLE "cash_balances" ADD COLUMN "interest_rate" numeric(8, 6);--> statement-breakpoint
ALTER TABLE "job_lines" ADD COLUMN "interest_rate" numeric(8, 6);