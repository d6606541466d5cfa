-- Files that people took out: what they were asked for, and what proves that they are whole; see docs/decisions/014.

-- CreateTable
CREATE TABLE "mastra_admin"."export" (
    "id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_email" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "manifest" JSONB,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_actor_id_id_idx" ON "mastra_admin"."export"("actor_id", "id" DESC);
