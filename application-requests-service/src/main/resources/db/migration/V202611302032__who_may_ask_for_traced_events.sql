-- As for outbox_next: where functions are nobody's by default, the relay may ask all the same.
-- Contracts: nothing; the release before doesn't know the function.
REVOKE ALL ON FUNCTION outbox_next_traced(text, bigint[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_next_traced(text, bigint[], integer) TO "${serviceRole}";
