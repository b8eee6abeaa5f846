-- AlterTable
ALTER TABLE "DraftAnswer" ADD COLUMN     "source" TEXT;
