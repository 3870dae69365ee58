-- What most people hold, for a role that may not read who holds what: a view reads in its owner's name. It tells nothing of a
-- person: no counts, no amounts, and only instruments of the public reference set, for what else a person holds may be named after
-- them. A barrier, so that no condition of a query is tried on the rows beneath.
CREATE VIEW "most_held_instruments" WITH (security_barrier = true) AS
	WITH "held" AS (
		SELECT "accounts"."user_id", "positions"."symbol"
		FROM "positions" JOIN "accounts" ON "accounts"."id" = "positions"."account_id"
		UNION
		SELECT "jobs"."user_id", "job_lines"."symbol"
		FROM "job_lines" JOIN "jobs" ON "jobs"."id" = "job_lines"."job_id"
		WHERE "job_lines"."kind" = 'holding' AND "jobs"."created_at" > now() - interval '90 days'
	)
	SELECT "instruments"."symbol", "instruments"."name", "instruments"."type",
		row_number() OVER (ORDER BY count(*) DESC, "instruments"."symbol") AS "place"
	FROM "held" JOIN "instruments" ON "instruments"."symbol" = "held"."symbol"
	GROUP BY "instruments"."symbol", "instruments"."name", "instruments"."type";
