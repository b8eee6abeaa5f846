-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "toldAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "personId" TEXT;

-- AlterTable
ALTER TABLE "InvitationTry" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'token';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "deleteAfter" TIMESTAMPTZ(3),
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "menu" TEXT,
ADD COLUMN     "searchKey" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "RoleAssignment" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "askedVia" TEXT;

-- CreateTable
CREATE TABLE "PersonLook" (
    "id" BIGSERIAL NOT NULL,
    "personId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PersonLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupCode" (
    "codeHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GroupCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateIndex
CREATE INDEX "PersonLook_personId_at_idx" ON "PersonLook"("personId", "at");

-- AddForeignKey
ALTER TABLE "PersonLook" ADD CONSTRAINT "PersonLook_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Names of those who are in already, as searchKey() of src/domain/search-key.ts writes them.
UPDATE "Person" SET "searchKey" = replace(regexp_replace(normalize(lower("name"), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd');
