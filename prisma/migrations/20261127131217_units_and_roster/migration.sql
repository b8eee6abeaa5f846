-- CreateTable
CREATE TABLE "UnitVersion" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "levels" TEXT[],
    "validFrom" DATE NOT NULL,
    "validTo" DATE NOT NULL,

    CONSTRAINT "UnitVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitChange" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "decisionNumber" TEXT,
    "decisionOn" DATE,
    "units" TEXT[],
    "wish" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneBy" TEXT,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnitChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitSuccession" (
    "changeId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "isHeir" BOOLEAN NOT NULL,

    CONSTRAINT "UnitSuccession_pkey" PRIMARY KEY ("changeId","fromId","toId")
);

-- CreateTable
CREATE TABLE "RosterPerson" (
    "unitId" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "phoneHash" TEXT,

    CONSTRAINT "RosterPerson_pkey" PRIMARY KEY ("unitId","post","nameKey")
);

-- CreateIndex
CREATE UNIQUE INDEX "UnitVersion_unitId_validTo_key" ON "UnitVersion"("unitId", "validTo");

-- CreateIndex
CREATE INDEX "UnitChange_units_idx" ON "UnitChange" USING GIN ("units");

-- CreateIndex
CREATE INDEX "UnitSuccession_toId_idx" ON "UnitSuccession"("toId");

-- CreateIndex
CREATE INDEX "UnitSuccession_fromId_idx" ON "UnitSuccession"("fromId");

-- CreateIndex
CREATE INDEX "RosterPerson_phoneHash_idx" ON "RosterPerson"("phoneHash");

-- CreateIndex
CREATE INDEX "OrgUnit_validTo_idx" ON "OrgUnit"("validTo");

-- AddForeignKey
ALTER TABLE "UnitVersion" ADD CONSTRAINT "UnitVersion_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "UnitChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_toId_fkey" FOREIGN KEY ("toId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterPerson" ADD CONSTRAINT "RosterPerson_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Heads that were kept as one setting.
INSERT INTO "RosterPerson" ("unitId", "post", "name", "nameKey", "phoneHash")
SELECT u."id", 'principal', c.value->>'name', lower(c.value->>'name'), c.value->>'phoneHash'
FROM "Setting" s CROSS JOIN LATERAL jsonb_each(s."value") c JOIN "OrgUnit" u ON u."code" = c.key
WHERE s."key" = 'roster.contacts' AND c.value->>'name' IS NOT NULL;
DELETE FROM "Setting" WHERE "key" = 'roster.contacts';
