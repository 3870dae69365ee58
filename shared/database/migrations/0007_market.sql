CREATE TABLE "market_coverage" (
	"source" text NOT NULL,
	"symbol" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "market_coverage_source_symbol_pk" PRIMARY KEY("source","symbol"),
	CONSTRAINT "market_coverage_in_order" CHECK ("market_coverage"."from_day" <= "market_coverage"."to_day")
);
--> statement-breakpoint
CREATE TABLE "market_limits" (
	"source" text PRIMARY KEY NOT NULL,
	"taken" jsonb NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "market_quotes" (
	"source" text NOT NULL,
	"symbol" text NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"price" numeric(20, 8) NOT NULL,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "market_quotes_source_symbol_day_pk" PRIMARY KEY("source","symbol","day"),
	CONSTRAINT "market_quotes_symbol_form" CHECK ("market_quotes"."symbol" ~ '^[A-Z0-9][A-Z0-9.:^/=-]{0,23}$'),
	CONSTRAINT "market_quotes_currency_form" CHECK ("market_quotes"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "market_quotes_positive" CHECK ("market_quotes"."price" > 0)
);
--> statement-breakpoint
CREATE INDEX "market_quotes_of_symbol" ON "market_quotes" USING btree ("symbol","day" DESC NULLS LAST);