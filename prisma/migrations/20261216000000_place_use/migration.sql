-- CreateTable
CREATE TABLE "mastra_admin"."place_use" (
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "place_use_pkey" PRIMARY KEY ("user_id","kind","key")
);
