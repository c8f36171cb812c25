-- Whose applications count as an organ's own on a day: its own, and those of the organs that were
-- merged into it before, directly or one after another, but for those that are left out.
CREATE FUNCTION own_organs(organ text, day date, without text[])
RETURNS TABLE (code text)
LANGUAGE sql STABLE AS
$$
  WITH RECURSIVE own (code) AS (
    SELECT organ
    UNION
    SELECT ended.code
      FROM own
      JOIN requests.organ ended
        ON ended.successor_code = own.code AND ended.valid_to < day
           AND NOT ended.code = ANY (without)
  )
  SELECT code FROM own
$$;
