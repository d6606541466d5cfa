-- What Mastra's `issues` do not tell: when a message came, when it went and by whom, and which of them have one cause; see docs/decisions/020.

-- CreateTable
CREATE TABLE "mastra_admin"."issue_cause" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "connections" INTEGER NOT NULL DEFAULT 0,
    "integrations" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "appeared_at" TIMESTAMPTZ(3) NOT NULL,
    "reopened_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "muted_until" TIMESTAMPTZ(3),
    "muted_until_change" BOOLEAN NOT NULL DEFAULT false,
    "assignee_id" TEXT,
    "assignee_email" TEXT,
    "ticket" TEXT,
    "replaced_by" TEXT,

    CONSTRAINT "issue_cause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."issue_sighting" (
    "id" UUID NOT NULL DEFAULT mastra_admin.uuid_v7(),
    "cause_id" TEXT NOT NULL,
    "former_cause_id" TEXT,
    "version" INTEGER NOT NULL,
    "connection_id" TEXT NOT NULL,
    "integration" TEXT NOT NULL,
    "customer" TEXT NOT NULL,
    "message_key" TEXT NOT NULL,
    "open_key" TEXT,
    "message" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "gone_at" TIMESTAMPTZ(3),
    "cleared_by" TEXT,
    "correlation_id" UUID,

    CONSTRAINT "issue_sighting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."note" (
    "id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "issue_cause_appeared_at_id_idx" ON "mastra_admin"."issue_cause"("appeared_at", "id");

-- CreateIndex
CREATE INDEX "issue_sighting_cause_id_id_idx" ON "mastra_admin"."issue_sighting"("cause_id", "id" DESC);

-- CreateIndex
CREATE INDEX "issue_sighting_connection_id_id_idx" ON "mastra_admin"."issue_sighting"("connection_id", "id" DESC);

-- CreateIndex
CREATE INDEX "note_subject_type_subject_id_id_idx" ON "mastra_admin"."note"("subject_type", "subject_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "issue_sighting_connection_id_open_key_key" ON "mastra_admin"."issue_sighting"("connection_id", "open_key");

-- AddForeignKey
ALTER TABLE "mastra_admin"."issue_sighting" ADD CONSTRAINT "issue_sighting_cause_id_fkey" FOREIGN KEY ("cause_id") REFERENCES "mastra_admin"."issue_cause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
