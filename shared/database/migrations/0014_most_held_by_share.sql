-- In the order of how much of it people hold, and no longer of how many do: of one person alone every count is 1. An instrument's share
-- is that of the value of a portfolio, of one person's portfolios the largest; the shares of all people are summed. The reader gets
-- an order and no more: no share, no count, no amount. What has no price, or no exchange rate, counts behind what has.
CREATE OR REPLACE VIEW "most_held_instruments" WITH (security_barrier = true) AS
	WITH "lots" AS (
		SELECT "accounts"."user_id", cast(null AS uuid) AS "job_id", "positions"."symbol",
			"positions"."quantity" * CASE WHEN "positions"."currency" = 'USD' THEN (
				SELECT "prices"."price" FROM "prices"
				WHERE "prices"."symbol" = "positions"."symbol" AND "prices"."currency" = 'USD'
					AND ("prices"."user_id" IS NULL OR "prices"."user_id" = "accounts"."user_id")
				ORDER BY "prices"."as_of" DESC, "prices"."user_id" NULLS LAST LIMIT 1
			) END AS "value"
		FROM "positions" JOIN "accounts" ON "accounts"."id" = "positions"."account_id"
		UNION ALL
		SELECT "jobs"."user_id", "jobs"."id", "job_lines"."symbol",
			"job_lines"."quantity" * "job_lines"."price"
				* CASE WHEN "job_lines"."currency" = 'USD' THEN 1 ELSE "job_rates"."rate" END
		FROM "job_lines" JOIN "jobs" ON "jobs"."id" = "job_lines"."job_id"
			LEFT JOIN "job_rates" ON "job_rates"."job_id" = "jobs"."id" AND "job_rates"."currency" = "job_lines"."currency"
		WHERE "job_lines"."kind" = 'holding' AND "jobs"."created_at" > now() - interval '90 days'
	), "held" AS (
		SELECT "user_id", "job_id", "symbol", greatest(coalesce(sum("value"), 0), 0) AS "value"
		FROM "lots" GROUP BY "user_id", "job_id", "symbol"
	), "shares" AS (
		SELECT "user_id", "symbol", "value" / nullif(sum("value") OVER (PARTITION BY "user_id", "job_id"), 0) AS "share"
		FROM "held"
	), "largest" AS (
		SELECT "user_id", "symbol", coalesce(max("share"), 0) AS "share" FROM "shares" GROUP BY "user_id", "symbol"
	)
	SELECT "instruments"."symbol", "instruments"."name", "instruments"."type",
		row_number() OVER (ORDER BY sum("largest"."share") DESC, count(*) DESC, "instruments"."symbol") AS "place"
	FROM "largest" JOIN "instruments" ON "instruments"."symbol" = "largest"."symbol"
	GROUP BY "instruments"."symbol", "instruments"."name", "instruments"."type";
