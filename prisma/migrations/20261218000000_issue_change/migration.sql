-- What the opt-in trigger on mastra.connections leaves for the watch over issues; see docs/decisions/029.

-- CreateTable
CREATE TABLE "mastra_admin"."issue_change" (
    "id" BIGSERIAL NOT NULL,
    "connection_id" TEXT NOT NULL,

    CONSTRAINT "issue_change_pkey" PRIMARY KEY ("id")
);
