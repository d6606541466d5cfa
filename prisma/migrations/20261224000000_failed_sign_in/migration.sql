-- Failed sign-ins of the last quarter of an hour by account, address and reason, so that the trail has two entries of a thousand tries and not a thousand.
CREATE TABLE "mastra_admin"."failed_sign_in" (
    "key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "times" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "failed_sign_in_pkey" PRIMARY KEY ("key")
);
