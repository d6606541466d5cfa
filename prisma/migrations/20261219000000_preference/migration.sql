-- CreateTable
CREATE TABLE "mastra_admin"."preference" (
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("user_id","name")
);
