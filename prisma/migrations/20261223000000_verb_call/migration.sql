-- CreateTable
CREATE TABLE "mastra_admin"."verb_call" (
    "id" BYTEA NOT NULL,
    "answer" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verb_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "verb_call_at_idx" ON "mastra_admin"."verb_call"("at");
