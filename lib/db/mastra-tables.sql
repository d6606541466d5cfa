-- Mastra's tables as its six migrations (@mastra/core 0.1.3) leave them, for a database that Mastra has not made yet.
-- Unqualified names are in the schema mastra; a test holds the result against the migrations themselves.
CREATE TYPE "PropertyType" AS ENUM (
    'LONG_TEXT', 'SINGLE_LINE_TEXT', 'SINGLE_SELECT', 'MULTI_SELECT', 'CHECKBOX', 'DATE', 'USER', 'BADGE_LIST', 'CURRENCY',
    'URL', 'PHONE', 'CONTACT', 'COMPANY', 'PERSON', 'ENRICHMENT', 'COMPOSITE', 'BOOLEAN', 'NUMBER', 'FLOAT', 'JSON_OBJECT',
    'JSON_ARRAY'
);
CREATE TYPE "RecordStatus" AS ENUM ('ACTIVE', 'ARCHIVED');
CREATE TYPE "RecordEnrichmentStatus" AS ENUM ('PENDING', 'APPLIED', 'UNAPPLIED', 'FAILED');

CREATE TABLE "connections" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issues" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "syncConfig" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3),
    "lastSyncAt" TIMESTAMP(3),
    "subscriptionId" TEXT,
    "connectionId" TEXT NOT NULL,

    CONSTRAINT "connections_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "credentials" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "scope" TEXT[],
    "k_id" TEXT NOT NULL,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "credentials_k_id_fkey" FOREIGN KEY ("k_id") REFERENCES "connections"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "entity" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "lastSyncId" TEXT,
    "k_id" TEXT NOT NULL,

    CONSTRAINT "entity_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "entity_k_id_fkey" FOREIGN KEY ("k_id") REFERENCES "connections"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "properties" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "visible" BOOLEAN NOT NULL DEFAULT true,
    "config" JSONB,
    "description" TEXT,
    "type" "PropertyType" NOT NULL,
    "order" INTEGER NOT NULL,
    "modifiable" BOOLEAN NOT NULL DEFAULT true,
    "parentId" TEXT,
    "entityId" TEXT,

    CONSTRAINT "properties_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "properties_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "properties"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "properties_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "entity"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE "records" (
    "id" TEXT NOT NULL,
    "externalId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "source" TEXT NOT NULL DEFAULT 'MANUAL',
    "entityType" TEXT NOT NULL,
    "entityId" TEXT,
    "status" "RecordStatus" NOT NULL DEFAULT 'ACTIVE',
    "enrichmentStatus" "RecordEnrichmentStatus" NOT NULL DEFAULT 'UNAPPLIED',
    "deletedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "records_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "records_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "entity"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE INDEX "records_externalId_idx" ON "records"("externalId");
CREATE INDEX "connections_subscriptionId_idx" ON "connections"("subscriptionId");
CREATE UNIQUE INDEX "credentials_k_id_key" ON "credentials"("k_id");
CREATE UNIQUE INDEX "connections_connectionId_name_key" ON "connections"("connectionId", "name");
CREATE UNIQUE INDEX "entity_k_id_type_key" ON "entity"("k_id", "type");

-- Prisma's record of Mastra's migrations, as Prisma creates it.
CREATE TABLE "_prisma_migrations" (
    "id" VARCHAR(36) NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "_prisma_migrations_pkey" PRIMARY KEY ("id")
);
