CREATE TABLE "knowledge_chunks" (
	"version" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"words" integer NOT NULL,
	"terms" "tsvector" NOT NULL,
	CONSTRAINT "knowledge_chunks_version_ordinal_pk" PRIMARY KEY("version","ordinal")
);
--> statement-breakpoint
CREATE TABLE "knowledge_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"tickers" jsonb NOT NULL,
	"published" date,
	"fetched_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"sources" jsonb NOT NULL,
	"text_hash" text NOT NULL,
	"hash" text NOT NULL,
	"version" uuid NOT NULL,
	"chunks" integer NOT NULL,
	"words" integer NOT NULL,
	"stored_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_documents_version_unique" UNIQUE("version"),
	CONSTRAINT "knowledge_documents_id_form" CHECK ("knowledge_documents"."id" ~ '^doc_[0-9a-f]{32}$'),
	CONSTRAINT "knowledge_documents_kind_known" CHECK ("knowledge_documents"."kind" in ('note', 'article', 'filing', 'page', 'report', 'transcript', 'reference')),
	CONSTRAINT "knowledge_documents_counts" CHECK ("knowledge_documents"."chunks" > 0 and "knowledge_documents"."words" >= 0)
);
--> statement-breakpoint
CREATE TABLE "knowledge_versions" (
	"version" uuid PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"chunks" integer NOT NULL,
	"state" text DEFAULT 'writing' NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_versions_state_known" CHECK ("knowledge_versions"."state" in ('writing', 'current', 'retired'))
);
--> statement-breakpoint
ALTER TABLE "knowledge_chunks" ADD CONSTRAINT "knowledge_chunks_version" FOREIGN KEY ("version") REFERENCES "public"."knowledge_versions"("version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "knowledge_chunks_terms" ON "knowledge_chunks" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "knowledge_documents_text" ON "knowledge_documents" USING btree ("text_hash");--> statement-breakpoint
CREATE INDEX "knowledge_documents_newest" ON "knowledge_documents" USING btree ("day" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "knowledge_versions_waste" ON "knowledge_versions" USING btree ("changed_at") WHERE "knowledge_versions"."state" <> 'current';--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_versions_one_current" ON "knowledge_versions" USING btree ("document_id") WHERE "knowledge_versions"."state" = 'current';