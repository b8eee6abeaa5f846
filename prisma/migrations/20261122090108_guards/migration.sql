-- What the schema language cannot say. Written by hand; `db:migration -- --rewrite` leaves it alone.

-- Revisions, what happened to them, their figures and the audit are only added to.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Revision_append_only" BEFORE UPDATE OR DELETE ON "Revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Review_append_only" BEFORE UPDATE OR DELETE ON "Review"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "DataValue_append_only" BEFORE UPDATE OR DELETE ON "DataValue"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A figure, a yes/no or the reason for having none: exactly one of them.
ALTER TABLE "DraftAnswer" ADD CONSTRAINT "DraftAnswer_one_value" CHECK (num_nonnulls("numeric", "yes", "missing") = 1);
ALTER TABLE "DataValue" ADD CONSTRAINT "DataValue_one_value" CHECK (num_nonnulls("numeric", "yes", "missing") = 1);

ALTER TABLE "Submission" ADD CONSTRAINT "Submission_state" CHECK ("state" IN ('draft', 'submitted', 'confirmed', 'accepted', 'returned'));
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_state" CHECK ("state" IN ('pending', 'sending', 'sent', 'failed', 'in-doubt', 'dropped'));

-- One message at a time is on its way to a chat.
CREATE UNIQUE INDEX "Outbox_one_in_flight" ON "Outbox"("chatId") WHERE "state" = 'sending';
