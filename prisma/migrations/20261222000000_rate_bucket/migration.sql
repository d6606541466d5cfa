-- How much was asked for lately, by kind and person or network; see docs/decisions/037. Not logged: after a crash everyone starts afresh, and
-- nothing of it is worth the write-ahead log or a replica's time.
CREATE UNLOGGED TABLE "mastra_admin"."rate_bucket" (
    "key" TEXT NOT NULL,
    "drained_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_bucket_pkey" PRIMARY KEY ("key")
);
