-- What one organ's daily counts add up to. It is the query that is asked most, and by itself it would
-- be planned anew each time, since no plan for all 16 parts looks as cheap as one for the part that
-- the organ is in; that took more than a third of the database's work for the answer. Here the plan
-- is kept: the part is found when it runs. Whatever the planner knows of the table, it goes by the
-- index.
--
-- Its caller must read organ_revision in the same statement: the lock on that table, taken before the
-- statement's snapshot, keeps a rebuild from putting other tables in place in between.
CREATE FUNCTION own_totals(organ text, first_day date, last_day date)
RETURNS TABLE (place smallint, before_period bigint, within_period bigint)
LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$ BEGIN
  RETURN QUERY
    SELECT held.place,
           coalesce(sum(held.n) FILTER (WHERE held.day < first_day), 0),
           coalesce(sum(held.n) FILTER (WHERE held.day >= first_day), 0)
    FROM daily_count AS held
    WHERE held.day <= last_day AND held.organ_code = organ
    GROUP BY held.place;
END $$;

GRANT EXECUTE ON FUNCTION own_totals TO ${serviceRole};
