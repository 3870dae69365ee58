-- A breakdown such as {"equity": 0.6, "fixed_income": 0.4}: no negative weight, and a sum of 1 within one millionth.
create function weights_sum_to_one(weights jsonb) returns boolean
language sql immutable
return weights is null or coalesce(
  (select min(cast(value as numeric)) >= 0 and abs(sum(cast(value as numeric)) - 1) <= 0.000001 from jsonb_each_text(weights)),
  false
);
