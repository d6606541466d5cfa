-- CreateTable
CREATE TABLE "mastra_admin"."saved_view" (
    "id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "owner_email" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."default_view" (
    "table_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "view_id" UUID NOT NULL,

    CONSTRAINT "default_view_pkey" PRIMARY KEY ("table_name","role")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_owner_id_table_name_name_key" ON "mastra_admin"."saved_view"("owner_id", "table_name", "name");

-- CreateIndex
CREATE INDEX "saved_view_table_name_shared_idx" ON "mastra_admin"."saved_view"("table_name", "shared");

-- CreateIndex
CREATE INDEX "default_view_view_id_idx" ON "mastra_admin"."default_view"("view_id");

-- AddForeignKey
ALTER TABLE "mastra_admin"."default_view" ADD CONSTRAINT "default_view_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "mastra_admin"."saved_view"("id") ON DELETE CASCADE ON UPDATE CASCADE;
