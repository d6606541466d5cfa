-- Ids that someone brought along, such as those of a ticket's attachment, as a selection of records; see docs/decisions/019.

-- CreateTable
CREATE TABLE "mastra_admin"."id_set" (
    "id" TEXT NOT NULL DEFAULT (gen_random_uuid())::text,
    "actor_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "given" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "id_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."id_set_item" (
    "set_id" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,

    CONSTRAINT "id_set_item_pkey" PRIMARY KEY ("set_id", "record_id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."id_set_missing" (
    "set_id" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "id_set_missing_pkey" PRIMARY KEY ("set_id", "value")
);

-- AddForeignKey
ALTER TABLE "mastra_admin"."id_set_item" ADD CONSTRAINT "id_set_item_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "mastra_admin"."id_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mastra_admin"."id_set_missing" ADD CONSTRAINT "id_set_missing_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "mastra_admin"."id_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;
