-- Whom to tell of causes, what they are to be told, and how its delivery goes; see docs/decisions/025.

-- CreateTable
CREATE TABLE "mastra_admin"."notice_channel" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "origin" TEXT,
    "sealed_address" TEXT,
    "sealed_secret" TEXT,
    "former_secret" TEXT,
    "former_until" TIMESTAMPTZ(3),
    "recipients" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "paused_by" TEXT,
    "off_reason" TEXT,
    "last_message_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."notice_message" (
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'due',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_since" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "last_try_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_millis" INTEGER,
    "last_outcome" TEXT,

    CONSTRAINT "notice_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."notice_event" (
    "id" UUID NOT NULL DEFAULT mastra_admin.uuid_v7(),
    "channel_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "connections" INTEGER NOT NULL,
    "integrations" TEXT[],
    "message_id" UUID,

    CONSTRAINT "notice_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."notice_memory" (
    "cause_id" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "peak" INTEGER NOT NULL,

    CONSTRAINT "notice_memory_pkey" PRIMARY KEY ("cause_id")
);

-- CreateIndex
CREATE INDEX "notice_message_channel_id_id_idx" ON "mastra_admin"."notice_message"("channel_id", "id" DESC);

-- CreateIndex
CREATE INDEX "notice_message_state_next_at_idx" ON "mastra_admin"."notice_message"("state", "next_at");

-- CreateIndex
CREATE INDEX "notice_event_channel_id_message_id_idx" ON "mastra_admin"."notice_event"("channel_id", "message_id");

-- CreateIndex
CREATE INDEX "notice_event_message_id_idx" ON "mastra_admin"."notice_event"("message_id");

-- AddForeignKey
ALTER TABLE "mastra_admin"."notice_message" ADD CONSTRAINT "notice_message_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "mastra_admin"."notice_channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mastra_admin"."notice_event" ADD CONSTRAINT "notice_event_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "mastra_admin"."notice_channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mastra_admin"."notice_event" ADD CONSTRAINT "notice_event_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "mastra_admin"."notice_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is known already is no news to a channel that is added later.
INSERT INTO "mastra_admin"."notice_memory" ("cause_id", "open", "peak")
SELECT "id", "connections" > 0, "connections" FROM "mastra_admin"."issue_cause";
