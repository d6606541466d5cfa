-- What administrators have masked beside what is secret by itself. Few rows, read whole by each request.
CREATE TABLE "mastra_admin"."mask_rule" (
    "id" UUID NOT NULL,
    "target" JSONB NOT NULL,
    "effect" JSONB NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "mask_rule_pkey" PRIMARY KEY ("id")
);
