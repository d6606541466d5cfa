-- Everything of ours lives in this schema; nothing here names the schema of Mastra.
-- Created only when it is absent: the owner of the database may have made it for a role that may not create schemas.
DO $$
BEGIN
  IF to_regnamespace('mastra_admin') IS NULL THEN
    CREATE SCHEMA "mastra_admin";
  END IF;
END;
$$;

-- CreateTable
CREATE TABLE "mastra_admin"."user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "disabled_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT NOT NULL,
    "actor_email" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "correlation_id" UUID NOT NULL,
    "undoes_id" UUID,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "mastra_admin"."setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "mastra_admin"."user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_undoes_id_key" ON "mastra_admin"."audit_entry"("undoes_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_id_idx" ON "mastra_admin"."audit_entry"("subject_type", "subject_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_id_idx" ON "mastra_admin"."audit_entry"("actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_action_id_idx" ON "mastra_admin"."audit_entry"("action", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_correlation_id_idx" ON "mastra_admin"."audit_entry"("correlation_id");

-- The trail only grows. Refused by trigger and not only by rights, because the app may own its tables.
CREATE FUNCTION "mastra_admin"."refuse_audit_change"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Audit entries cannot be changed or deleted.' USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER "audit_entry_append_only"
BEFORE UPDATE OR DELETE ON "mastra_admin"."audit_entry"
FOR EACH ROW EXECUTE FUNCTION "mastra_admin"."refuse_audit_change"();

CREATE TRIGGER "audit_entry_never_truncated"
BEFORE TRUNCATE ON "mastra_admin"."audit_entry"
FOR EACH STATEMENT EXECUTE FUNCTION "mastra_admin"."refuse_audit_change"();

COMMENT ON TABLE "mastra_admin"."audit_entry" IS 'What people did here. Append-only.';
