-- Changes of many records, prepared and then done chunk by chunk; see docs/decisions/013.

-- CreateTable
CREATE TABLE "mastra_admin"."batch" (
    "id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "value" TEXT,
    "scope" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "actor_id" TEXT NOT NULL,
    "actor_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL DEFAULT 0,
    "preview" JSONB,
    "undoes_id" UUID,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mastra_admin"."batch_chunk" (
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "record_ids" TEXT[],
    "was" TEXT[],
    "becomes" TEXT[],
    "entry_ids" UUID[],
    "done_at" TIMESTAMPTZ(3),
    "changed" INTEGER NOT NULL DEFAULT 0,
    "drifted" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "batch_chunk_pkey" PRIMARY KEY ("batch_id","number")
);

-- CreateTable
CREATE TABLE "mastra_admin"."batch_exception" (
    "batch_id" UUID NOT NULL,
    "record_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expected" TEXT,
    "found" TEXT,
    "becomes" TEXT,
    "entry_id" UUID,

    CONSTRAINT "batch_exception_pkey" PRIMARY KEY ("batch_id","record_id")
);

-- CreateIndex
CREATE INDEX "batch_state_idx" ON "mastra_admin"."batch"("state");

-- CreateIndex
CREATE INDEX "batch_undoes_id_idx" ON "mastra_admin"."batch"("undoes_id");

-- AddForeignKey
ALTER TABLE "mastra_admin"."batch_chunk" ADD CONSTRAINT "batch_chunk_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "mastra_admin"."batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mastra_admin"."batch_exception" ADD CONSTRAINT "batch_exception_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "mastra_admin"."batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Ids of entries that one statement writes by the thousand. Version 7 (RFC 9562): milliseconds first, so that the trail stays in
-- the order of time; Postgres has a function of its own only from version 18 on.
CREATE FUNCTION "mastra_admin"."uuid_v7"() RETURNS UUID LANGUAGE SQL VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
