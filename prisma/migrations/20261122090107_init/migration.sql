-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Instance" (
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrgUnit" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "levels" TEXT[],
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "OrgUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitLink" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "childId" TEXT NOT NULL,
    "parentId" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "UnitLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanPack" (
    "code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlanPack_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "LocalDeadline" (
    "form" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "setBy" TEXT,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LocalDeadline_pkey" PRIMARY KEY ("form","period")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "telegramUserId" BIGINT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "consentedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "blockedAt" TIMESTAMPTZ(3),
    "suspendedAt" TIMESTAMPTZ(3),
    "phone" BYTEA,
    "phoneHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleAssignment" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "RoleAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "forName" TEXT,
    "phoneHash" TEXT,
    "createdBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedBy" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationTry" (
    "id" BIGSERIAL NOT NULL,
    "telegramUserId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvitationTry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "unitId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "receipt" TEXT,
    "countedId" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftAnswer" (
    "submissionId" TEXT NOT NULL,
    "element" TEXT NOT NULL,
    "numeric" DECIMAL(20,6),
    "yes" BOOLEAN,
    "detail" JSONB,
    "missing" TEXT,
    "reason" TEXT,
    "formVersion" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DraftAnswer_pkey" PRIMARY KEY ("submissionId","element")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sections" TEXT[],
    "assignedBy" TEXT NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unlock" (
    "id" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "openUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Unlock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "submittedBy" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataValue" (
    "revisionId" TEXT NOT NULL,
    "element" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "numeric" DECIMAL(20,6),
    "yes" BOOLEAN,
    "detail" JSONB,
    "missing" TEXT,
    "reason" TEXT,

    CONSTRAINT "DataValue_pkey" PRIMARY KEY ("revisionId","element")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "key" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "submissionId" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "lastUpdateId" BIGINT NOT NULL,
    "playedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ProcessedUpdate" (
    "updateId" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProcessedUpdate_pkey" PRIMARY KEY ("updateId")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "threadId" INTEGER,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "dedupeKey" TEXT,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sender" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "messageId" BIGINT,
    "error" TEXT,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "threadId" INTEGER,
    "title" TEXT NOT NULL,
    "unitId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'seen',
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "digestWeekday" INTEGER NOT NULL DEFAULT 1,
    "digestTime" TEXT NOT NULL DEFAULT '07:00',
    "skipQuiet" BOOLEAN NOT NULL DEFAULT false,
    "linkedBy" TEXT,
    "linkedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "snapshot" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "outboxId" TEXT,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AskTopic" (
    "key" TEXT NOT NULL,
    "topic" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AskTopic_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AskedQuestion" (
    "id" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "chatId" BIGINT NOT NULL,
    "unitId" TEXT,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AskedQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OrgUnit_code_key" ON "OrgUnit"("code");

-- CreateIndex
CREATE INDEX "UnitLink_parentId_kind_idx" ON "UnitLink"("parentId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "UnitLink_kind_childId_validFrom_key" ON "UnitLink"("kind", "childId", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "PlanPack_key_key" ON "PlanPack"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Person_telegramUserId_key" ON "Person"("telegramUserId");

-- CreateIndex
CREATE INDEX "RoleAssignment_unitId_role_idx" ON "RoleAssignment"("unitId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "RoleAssignment_personId_role_unitId_validFrom_key" ON "RoleAssignment"("personId", "role", "unitId", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_unitId_idx" ON "Invitation"("unitId");

-- CreateIndex
CREATE INDEX "InvitationTry_telegramUserId_at_idx" ON "InvitationTry"("telegramUserId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_receipt_key" ON "Submission"("receipt");

-- CreateIndex
CREATE INDEX "Submission_period_form_state_idx" ON "Submission"("period", "form", "state");

-- CreateIndex
CREATE INDEX "Submission_unitId_period_idx" ON "Submission"("unitId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_form_unitId_period_key" ON "Submission"("form", "unitId", "period");

-- CreateIndex
CREATE INDEX "Assignment_personId_idx" ON "Assignment"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_submissionId_personId_key" ON "Assignment"("submissionId", "personId");

-- CreateIndex
CREATE INDEX "Unlock_submissionId_idx" ON "Unlock"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_submissionId_number_key" ON "Revision"("submissionId", "number");

-- CreateIndex
CREATE INDEX "Review_revisionId_at_idx" ON "Review"("revisionId", "at");

-- CreateIndex
CREATE INDEX "DataValue_period_element_unitId_idx" ON "DataValue"("period", "element", "unitId");

-- CreateIndex
CREATE INDEX "ProcessedUpdate_at_idx" ON "ProcessedUpdate"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_dedupeKey_key" ON "Outbox"("dedupeKey");

-- CreateIndex
CREATE INDEX "Outbox_state_notBefore_priority_idx" ON "Outbox"("state", "notBefore", "priority");

-- CreateIndex
CREATE INDEX "Outbox_chatId_createdAt_idx" ON "Outbox"("chatId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Group_chatId_key" ON "Group"("chatId");

-- CreateIndex
CREATE UNIQUE INDEX "Digest_groupId_week_key" ON "Digest"("groupId", "week");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_at_idx" ON "AuditEvent"("subject", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "AskedQuestion_state_createdAt_idx" ON "AskedQuestion"("state", "createdAt");

-- AddForeignKey
ALTER TABLE "UnitLink" ADD CONSTRAINT "UnitLink_childId_fkey" FOREIGN KEY ("childId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitLink" ADD CONSTRAINT "UnitLink_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftAnswer" ADD CONSTRAINT "DraftAnswer_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unlock" ADD CONSTRAINT "Unlock_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataValue" ADD CONSTRAINT "DataValue_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
