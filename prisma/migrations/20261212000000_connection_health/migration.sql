-- The habit and the health of each connection, the numbers of the overview, and what they are learned from; see docs/decisions/023.

-- CreateTable
CREATE TABLE "mastra_admin"."connection_health" (
    "connection_id" TEXT NOT NULL,
    "integration" TEXT NOT NULL,
    "customer" TEXT NOT NULL,
    "state" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "habit" JSONB,
    "last_seen_at" TIMESTAMPTZ(3),
    "quiet_at" TIMESTAMPTZ(3),
    "sync_seen_at" TIMESTAMPTZ(3),
    "sync_ids" TEXT,
    "learned_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "moments_from" TIMESTAMPTZ(3),

    CONSTRAINT "connection_health_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."sync_moment" (
    "connection_id" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_moment_pkey" PRIMARY KEY ("connection_id","hour")
);

-- CreateTable
CREATE TABLE "mastra_admin"."health_change" (
    "id" UUID NOT NULL DEFAULT mastra_admin.uuid_v7(),
    "connection_id" TEXT NOT NULL,
    "integration" TEXT NOT NULL,
    "customer" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "habit" JSONB,
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "health_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."activity_hour" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "integration" TEXT NOT NULL,
    "records" INTEGER NOT NULL,

    CONSTRAINT "activity_hour_pkey" PRIMARY KEY ("hour","integration")
);

-- CreateTable
CREATE TABLE "mastra_admin"."health_sample" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "open_causes" INTEGER NOT NULL,
    "failing" INTEGER,
    "degraded" INTEGER,
    "quiet" INTEGER,
    "healthy" INTEGER,
    "unknown" INTEGER,

    CONSTRAINT "health_sample_pkey" PRIMARY KEY ("hour")
);

-- CreateTable
CREATE TABLE "mastra_admin"."health_watch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "tail" TEXT,
    "back" TEXT,
    "read_until" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "read_took" INTEGER,
    "seen_until" TIMESTAMPTZ(3),

    CONSTRAINT "health_watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."record_sample" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "took" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "record_sample_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "connection_health_due_at_idx" ON "mastra_admin"."connection_health"("due_at");

-- CreateIndex
CREATE INDEX "connection_health_state_since_idx" ON "mastra_admin"."connection_health"("state", "since");

-- CreateIndex
CREATE INDEX "health_change_connection_id_id_idx" ON "mastra_admin"."health_change"("connection_id", "id" DESC);
