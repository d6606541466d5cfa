-- AlterTable: someone who was invited and has not chosen a password yet.
ALTER TABLE "mastra_admin"."user" ADD COLUMN "invited_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mastra_admin"."one_time_link" (
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ending" TEXT,
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "mastra_admin"."one_time_link"("user_id");

-- Links that set up stood among the settings until now; the next start of a server prints a new one.
DELETE FROM "mastra_admin"."setting" WHERE "name" LIKE 'setup.%';
