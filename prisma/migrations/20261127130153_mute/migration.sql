-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "mutedUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "mutedUntil" TIMESTAMPTZ(3);
