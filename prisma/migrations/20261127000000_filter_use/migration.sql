-- What people filter by, so that the indexes that would help them can be told: kinds of conditions and how often, never values.

-- CreateTable
CREATE TABLE "mastra_admin"."filter_use" (
    "shape" TEXT NOT NULL,
    "uses" BIGINT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "filter_use_pkey" PRIMARY KEY ("shape")
);
