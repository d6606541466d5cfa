-- CreateTable
CREATE TABLE "mastra_admin"."api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_from" TEXT,
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "mastra_admin"."api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "mastra_admin"."api_token"("user_id");

-- AlterTable: by which token a script did it; null for what a person did themselves. Without a default, so that no row is rewritten.
ALTER TABLE "mastra_admin"."audit_entry" ADD COLUMN "token_id" UUID, ADD COLUMN "token_name" TEXT;
