ALTER TABLE "positions" ADD COLUMN "price" numeric(20, 8);--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "price_as_of" date;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "price_source" text;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_price_has_date_and_source" CHECK (("positions"."price" is null) = ("positions"."price_as_of" is null) and ("positions"."price" is null) = ("positions"."price_source" is null));