-- A channel can also be told of a connection that has gone quiet: an event is of a cause or of a change of health.

-- AlterTable
ALTER TABLE "mastra_admin"."notice_event" ALTER COLUMN "cause_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "mastra_admin"."notice_event" ADD COLUMN     "health_change_id" UUID;
