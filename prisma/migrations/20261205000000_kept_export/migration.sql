-- Exports that are made in the background and kept for a while, to be fetched later and in parts; see docs/decisions/018.

-- AlterTable
ALTER TABLE "mastra_admin"."export"
    ADD COLUMN "request" JSONB,
    ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "heartbeat_at" TIMESTAMPTZ(3),
    ADD COLUMN "kept_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mastra_admin"."export_piece" (
    "export_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "start" BIGINT NOT NULL,
    "size" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "export_piece_pkey" PRIMARY KEY ("export_id", "number")
);

-- AddForeignKey
ALTER TABLE "mastra_admin"."export_piece" ADD CONSTRAINT "export_piece_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "mastra_admin"."export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- It is compressed before it comes here.
ALTER TABLE "mastra_admin"."export_piece" ALTER COLUMN "body" SET STORAGE EXTERNAL;
