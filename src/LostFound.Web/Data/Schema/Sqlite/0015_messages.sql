-- The conversation of a claim: what its guest and staff write to each other, with the guest's photos.
CREATE TABLE "messages" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_messages" PRIMARY KEY,
    "ClaimId" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "StaffId" TEXT NULL,
    "Text" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "QuickReply" TEXT NULL,
    "At" TEXT NOT NULL,
    "ReadAt" TEXT NULL,
    "ReadBy" TEXT NULL,
    CONSTRAINT "FK_messages_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_messages_ClaimId_At" ON "messages" ("ClaimId", "At");

-- Which claims a guest wrote to that nobody read: asked at every look into the inbox.
CREATE INDEX "ix_messages_unread" ON "messages" ("From", "At") WHERE "ReadAt" IS NULL;

CREATE TABLE "message_pictures" (
    "MessageId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL,
    "Width" INTEGER NOT NULL,
    "Height" INTEGER NOT NULL,
    CONSTRAINT "PK_message_pictures" PRIMARY KEY ("MessageId", "Ordinal"),
    CONSTRAINT "FK_message_pictures_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_message_pictures_Hash" ON "message_pictures" ("Hash");

-- Rounds of proof questions, and what staff think of each answer.
ALTER TABLE "proof_questions" ADD COLUMN "Round" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "proof_questions" ADD COLUMN "Judgement" TEXT NULL;
ALTER TABLE "proof_questions" ADD COLUMN "JudgedBy" TEXT NULL;
ALTER TABLE "proof_questions" ADD COLUMN "JudgedAt" TEXT NULL;
