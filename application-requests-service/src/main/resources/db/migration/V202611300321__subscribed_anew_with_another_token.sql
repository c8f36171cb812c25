-- Who subscribes again in the same way has the organs of the present token, not those of the first one.
-- Contracts: nothing.
GRANT UPDATE (allowed) ON subscription TO "${serviceRole}";
