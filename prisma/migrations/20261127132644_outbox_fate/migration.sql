-- DropIndex
DROP INDEX "Outbox_chatId_createdAt_idx";

-- DropIndex
DROP INDEX "Outbox_state_notBefore_priority_idx";

-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN     "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reason" TEXT;

-- CreateIndex
CREATE INDEX "Outbox_state_priority_createdAt_id_idx" ON "Outbox"("state", "priority", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Outbox_chatId_state_idx" ON "Outbox"("chatId", "state");
