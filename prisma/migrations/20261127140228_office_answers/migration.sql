-- AlterTable
ALTER TABLE "AskedQuestion" ADD COLUMN     "audience" TEXT NOT NULL DEFAULT 'registered',
ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decidedBy" TEXT,
ADD COLUMN     "exchange" TEXT,
ADD COLUMN     "keepUntil" DATE,
ADD COLUMN     "keeping" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "plan" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "AskedQuestion_exchange_key" ON "AskedQuestion"("exchange");

-- CreateIndex
CREATE INDEX "AskedQuestion_keeping_keepUntil_idx" ON "AskedQuestion"("keeping", "keepUntil");
