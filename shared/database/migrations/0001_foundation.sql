CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_name_length" CHECK (length("accounts"."name") between 1 and 100),
	CONSTRAINT "accounts_type_known" CHECK ("accounts"."type" in ('taxable', 'tax_deferred', 'tax_free', 'other'))
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash"),
	CONSTRAINT "api_keys_hash_is_sha256" CHECK ("api_keys"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "api_keys_name_length" CHECK (length("api_keys"."name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "cash_balances" (
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" numeric(20, 4) NOT NULL,
	CONSTRAINT "cash_balances_account_id_currency_pk" PRIMARY KEY("account_id","currency"),
	CONSTRAINT "cash_balances_currency_form" CHECK ("cash_balances"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "classifications" (
	"user_id" uuid NOT NULL,
	"symbol" text NOT NULL,
	"type" text DEFAULT 'other' NOT NULL,
	"asset_classes" jsonb NOT NULL,
	"regions" jsonb NOT NULL,
	"sectors" jsonb NOT NULL,
	"as_of" date NOT NULL,
	CONSTRAINT "classifications_user_id_symbol_pk" PRIMARY KEY("user_id","symbol"),
	CONSTRAINT "classifications_symbol_form" CHECK ("classifications"."symbol" ~ '^[A-Z0-9][A-Z0-9.:^/=-]{0,23}$'),
	CONSTRAINT "classifications_type_known" CHECK ("classifications"."type" in ('stock', 'etf', 'mutual_fund', 'bond', 'cash', 'crypto', 'other')),
	CONSTRAINT "classifications_asset_classes_sum_to_one" CHECK (weights_sum_to_one("classifications"."asset_classes")),
	CONSTRAINT "classifications_regions_sum_to_one" CHECK (weights_sum_to_one("classifications"."regions")),
	CONSTRAINT "classifications_sectors_sum_to_one" CHECK (weights_sum_to_one("classifications"."sectors"))
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"symbol" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"currency" text DEFAULT 'USD' NOT NULL,
	"expense_ratio" numeric(8, 6),
	"asset_classes" jsonb NOT NULL,
	"regions" jsonb NOT NULL,
	"sectors" jsonb NOT NULL,
	"citation" text NOT NULL,
	"as_of" date NOT NULL,
	CONSTRAINT "instruments_symbol_form" CHECK ("instruments"."symbol" ~ '^[A-Z0-9][A-Z0-9.:^/=-]{0,23}$'),
	CONSTRAINT "instruments_type_known" CHECK ("instruments"."type" in ('stock', 'etf', 'mutual_fund', 'bond', 'cash', 'crypto', 'other')),
	CONSTRAINT "instruments_currency_form" CHECK ("instruments"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "instruments_expense_ratio_range" CHECK ("instruments"."expense_ratio" between 0 and 0.1),
	CONSTRAINT "instruments_asset_classes_sum_to_one" CHECK (weights_sum_to_one("instruments"."asset_classes")),
	CONSTRAINT "instruments_regions_sum_to_one" CHECK (weights_sum_to_one("instruments"."regions")),
	CONSTRAINT "instruments_sectors_sum_to_one" CHECK (weights_sum_to_one("instruments"."sectors"))
);
--> statement-breakpoint
CREATE TABLE "job_facts" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"analysis" json NOT NULL,
	"facts" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_instruments" (
	"job_id" uuid NOT NULL,
	"symbol" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"currency" text NOT NULL,
	"expense_ratio" numeric(8, 6),
	"asset_classes" jsonb NOT NULL,
	"regions" jsonb NOT NULL,
	"sectors" jsonb NOT NULL,
	"source" text NOT NULL,
	"citation" text NOT NULL,
	"as_of" date NOT NULL,
	"confidence" numeric(4, 3) NOT NULL,
	"rationale" text,
	CONSTRAINT "job_instruments_job_id_symbol_pk" PRIMARY KEY("job_id","symbol"),
	CONSTRAINT "job_instruments_source_known" CHECK ("job_instruments"."source" in ('reference', 'model', 'user')),
	CONSTRAINT "job_instruments_type_known" CHECK ("job_instruments"."type" in ('stock', 'etf', 'mutual_fund', 'bond', 'cash', 'crypto', 'other')),
	CONSTRAINT "job_instruments_confidence_range" CHECK ("job_instruments"."confidence" between 0 and 1),
	CONSTRAINT "job_instruments_asset_classes_sum_to_one" CHECK (weights_sum_to_one("job_instruments"."asset_classes")),
	CONSTRAINT "job_instruments_regions_sum_to_one" CHECK (weights_sum_to_one("job_instruments"."regions")),
	CONSTRAINT "job_instruments_sectors_sum_to_one" CHECK (weights_sum_to_one("job_instruments"."sectors"))
);
--> statement-breakpoint
CREATE TABLE "job_lines" (
	"job_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"account_name" text NOT NULL,
	"account_type" text NOT NULL,
	"kind" text NOT NULL,
	"symbol" text NOT NULL,
	"name" text,
	"quantity" numeric(20, 8) NOT NULL,
	"currency" text NOT NULL,
	"price" numeric(20, 8),
	"price_as_of" date,
	"price_source" text,
	"cost_basis" numeric(20, 4),
	CONSTRAINT "job_lines_job_id_line_pk" PRIMARY KEY("job_id","line"),
	CONSTRAINT "job_lines_kind_known" CHECK ("job_lines"."kind" in ('holding', 'cash')),
	CONSTRAINT "job_lines_account_type_known" CHECK ("job_lines"."account_type" in ('taxable', 'tax_deferred', 'tax_free', 'other')),
	CONSTRAINT "job_lines_price_has_date_and_source" CHECK ("job_lines"."kind" = 'cash' or ("job_lines"."price" is null) = ("job_lines"."price_as_of" is null) and ("job_lines"."price" is null) = ("job_lines"."price_source" is null))
);
--> statement-breakpoint
CREATE TABLE "job_quotes" (
	"job_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"symbol" text NOT NULL,
	"as_of" date NOT NULL,
	"price" numeric(20, 8) NOT NULL,
	CONSTRAINT "job_quotes_job_id_line_pk" PRIMARY KEY("job_id","line")
);
--> statement-breakpoint
CREATE TABLE "job_rates" (
	"job_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"rate" numeric(20, 8) NOT NULL,
	"as_of" date NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "job_rates_job_id_currency_pk" PRIMARY KEY("job_id","currency"),
	CONSTRAINT "job_rates_positive" CHECK ("job_rates"."rate" > 0)
);
--> statement-breakpoint
CREATE TABLE "job_steps" (
	"job_id" uuid NOT NULL,
	"step" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"degraded" boolean DEFAULT false NOT NULL,
	"detail" text,
	"error" text,
	"result" json,
	CONSTRAINT "job_steps_job_id_step_pk" PRIMARY KEY("job_id","step"),
	CONSTRAINT "job_steps_step_known" CHECK ("job_steps"."step" in ('tag', 'price', 'report', 'charts', 'retirement', 'summary')),
	CONSTRAINT "job_steps_status_known" CHECK ("job_steps"."status" in ('pending', 'running', 'completed', 'failed', 'skipped')),
	CONSTRAINT "job_steps_failed_says_why" CHECK ("job_steps"."status" <> 'failed' or "job_steps"."error" is not null),
	CONSTRAINT "job_steps_skipped_says_why" CHECK ("job_steps"."status" <> 'skipped' or "job_steps"."detail" is not null),
	CONSTRAINT "job_steps_lease_while_running" CHECK ("job_steps"."status" = 'running' or "job_steps"."lease_until" is null)
);
--> statement-breakpoint
CREATE TABLE "job_transactions" (
	"job_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"account_name" text NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"symbol" text,
	"quantity" numeric(20, 8),
	"price" numeric(20, 8),
	"amount" numeric(20, 4),
	CONSTRAINT "job_transactions_job_id_line_pk" PRIMARY KEY("job_id","line")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"request" jsonb NOT NULL,
	"as_of" date NOT NULL,
	"seed" bigint NOT NULL,
	"idempotency_key" text,
	"sent_at" timestamp with time zone,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "jobs_idempotency_key" UNIQUE("user_id","idempotency_key"),
	CONSTRAINT "jobs_status_known" CHECK ("jobs"."status" in ('pending', 'running', 'completed', 'partial', 'failed')),
	CONSTRAINT "jobs_seed_range" CHECK ("jobs"."seed" between 0 and 4294967295),
	CONSTRAINT "jobs_lease_while_running" CHECK ("jobs"."status" = 'running' or "jobs"."lease_until" is null),
	CONSTRAINT "jobs_finished_when_ended" CHECK (("jobs"."finished_at" is not null) = ("jobs"."status" in ('completed', 'partial', 'failed'))),
	CONSTRAINT "jobs_failed_says_why" CHECK ("jobs"."status" <> 'failed' or "jobs"."error" is not null)
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"account_id" uuid NOT NULL,
	"symbol" text NOT NULL,
	"name" text,
	"quantity" numeric(20, 8) NOT NULL,
	"currency" text NOT NULL,
	"cost_basis" numeric(20, 4),
	CONSTRAINT "positions_account_id_symbol_pk" PRIMARY KEY("account_id","symbol"),
	CONSTRAINT "positions_symbol_form" CHECK ("positions"."symbol" ~ '^[A-Z0-9][A-Z0-9.:^/=-]{0,23}$'),
	CONSTRAINT "positions_currency_form" CHECK ("positions"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "positions_quantity_positive" CHECK ("positions"."quantity" > 0),
	CONSTRAINT "positions_cost_basis_not_negative" CHECK ("positions"."cost_basis" >= 0),
	CONSTRAINT "positions_name_length" CHECK (length("positions"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "prices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid,
	"symbol" text NOT NULL,
	"as_of" date NOT NULL,
	"source" text NOT NULL,
	"currency" text NOT NULL,
	"price" numeric(20, 8) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prices_once_a_day_and_source" UNIQUE NULLS NOT DISTINCT("user_id","symbol","currency","as_of","source"),
	CONSTRAINT "prices_symbol_form" CHECK ("prices"."symbol" ~ '^[A-Z0-9][A-Z0-9.:^/=-]{0,23}$'),
	CONSTRAINT "prices_currency_form" CHECK ("prices"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "prices_positive" CHECK ("prices"."price" > 0)
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"account_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"symbol" text,
	"quantity" numeric(20, 8),
	"price" numeric(20, 8),
	"amount" numeric(20, 4),
	CONSTRAINT "transactions_account_id_line_pk" PRIMARY KEY("account_id","line"),
	CONSTRAINT "transactions_kind_known" CHECK ("transactions"."kind" in ('buy', 'sell', 'dividend', 'interest', 'fee', 'deposit', 'withdrawal', 'split', 'transfer_in', 'transfer_out')),
	CONSTRAINT "transactions_symbol_form" CHECK ("transactions"."symbol" ~ '^[A-Z0-9][A-Z0-9.:^/=-]{0,23}$'),
	CONSTRAINT "transactions_quantity_positive" CHECK ("transactions"."quantity" > 0),
	CONSTRAINT "transactions_price_positive" CHECK ("transactions"."price" > 0)
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"display_name" text NOT NULL,
	"goals" jsonb,
	"goals_as_of" date,
	"targets" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_display_name_length" CHECK (length("users"."display_name") between 1 and 100),
	CONSTRAINT "users_goals_dated" CHECK (("users"."goals" is null) = ("users"."goals_as_of" is null))
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_balances" ADD CONSTRAINT "cash_balances_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classifications" ADD CONSTRAINT "classifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_facts" ADD CONSTRAINT "job_facts_job" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_instruments" ADD CONSTRAINT "job_instruments_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_lines" ADD CONSTRAINT "job_lines_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_quotes" ADD CONSTRAINT "job_quotes_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_rates" ADD CONSTRAINT "job_rates_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_steps" ADD CONSTRAINT "job_steps_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_transactions" ADD CONSTRAINT "job_transactions_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_name_once_a_user" ON "accounts" USING btree ("user_id",lower("name"));--> statement-breakpoint
CREATE INDEX "api_keys_user" ON "api_keys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "jobs_of_user" ON "jobs" USING btree ("user_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "jobs_unfinished" ON "jobs" USING btree ("status","lease_until") WHERE "jobs"."status" in ('pending', 'running');--> statement-breakpoint
CREATE INDEX "prices_latest" ON "prices" USING btree ("symbol","as_of" DESC NULLS LAST);