-- Whose callers act for an organ on a day, beside its own: those of its parent of then, or once it
-- was merged, of its successor. Before it begins it has its first parent for that, and its last one
-- when it is gone without a successor.
CREATE FUNCTION organ_superior(organ text, day date)
RETURNS TABLE (above text)
LANGUAGE sql STABLE AS
$$
  SELECT CASE WHEN held.valid_to < day AND held.successor_code IS NOT NULL THEN held.successor_code
              WHEN term.organ_code IS NOT NULL THEN term.parent_code
              ELSE held.parent_code END
  FROM requests.organ held
  LEFT JOIN LATERAL (SELECT organ_code, parent_code FROM requests.organ_term
                     WHERE organ_code = held.code
                       AND until >= greatest(least(day, held.valid_to), held.valid_from)
                     ORDER BY until LIMIT 1) term ON true
  WHERE held.code = organ
$$;

-- The organs, and all for which their callers act on the day since these lie below them.
CREATE FUNCTION organs_acted_for(tops text[], day date)
RETURNS TABLE (code text)
LANGUAGE sql STABLE AS
$$
  WITH RECURSIVE below (code) AS (
    SELECT unnest(tops)
    UNION
    SELECT next.code
      FROM below
     CROSS JOIN LATERAL (
            SELECT held.code FROM requests.organ held WHERE held.parent_code = below.code
            UNION ALL
            SELECT held.code FROM requests.organ held WHERE held.successor_code = below.code
            UNION ALL
            SELECT organ_code FROM requests.organ_term WHERE parent_code = below.code) next (code)
     CROSS JOIN LATERAL requests.organ_superior(next.code, day) superior
     WHERE superior.above = below.code
  )
  SELECT below.code FROM below
$$;
