-- Letting go of entries of the audit trail when someone has set for how long they are kept; see docs/decisions/017. The floor stands
-- here and not in the app: nothing younger than 90 days can be deleted by anyone who does not take the trigger away first.

CREATE OR REPLACE FUNCTION "mastra_admin"."refuse_audit_change"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW' AND OLD.at < now() - interval '90 days'
      AND current_setting('mastra_admin.pruning', true) = txid_current()::text THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Audit entries cannot be changed or deleted.' USING ERRCODE = 'insufficient_privilege';
END;
$$;

-- Deletes the oldest entries from before a moment, at most so many, and tells how many. The one way to delete any: with the rights of its
-- owner, so that the app needs none of its own. Ids carry their time (UUID version 7), so that the oldest are found along the primary key.
CREATE FUNCTION "mastra_admin"."prune_audit"(older_than TIMESTAMPTZ, most INTEGER) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  pruned INTEGER;
BEGIN
  IF older_than IS NULL OR older_than > now() - interval '90 days' THEN
    RAISE EXCEPTION 'Audit entries are kept for at least 90 days.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('mastra_admin.pruning', txid_current()::text, true);
  DELETE FROM mastra_admin.audit_entry WHERE id IN (
    SELECT id FROM mastra_admin.audit_entry
    WHERE at < older_than
      AND id < (lpad(to_hex((extract(epoch FROM older_than + interval '1 day') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
    ORDER BY id LIMIT most);
  GET DIAGNOSTICS pruned = ROW_COUNT;
  PERFORM set_config('mastra_admin.pruning', '', true);
  RETURN pruned;
END;
$$;
