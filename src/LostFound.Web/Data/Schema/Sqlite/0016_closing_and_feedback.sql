-- Claims that we close: sent to the owner, or without a find and kept on file. And what guests say of it afterwards.
ALTER TABLE "claims" ADD COLUMN "ClosedAt" TEXT NULL;
ALTER TABLE "claims" ADD COLUMN "OnFileUntil" TEXT NULL;
ALTER TABLE "claims" ADD COLUMN "PurgedAt" TEXT NULL;

CREATE INDEX "IX_claims_ClosedAt" ON "claims" ("ClosedAt");

-- What was closed before has its moment in its story.
UPDATE "claims" SET "ClosedAt" = (
    SELECT MAX(e."At") FROM "claim_events" e WHERE e."ClaimId" = "claims"."Id" AND e."Kind" IN ('Collected', 'Withdrawn', 'FoundByGuest'))
WHERE "Status" IN ('Collected', 'Withdrawn');

CREATE TABLE "claim_closings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_claim_closings" PRIMARY KEY AUTOINCREMENT,
    "ClaimId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "StaffId" TEXT NULL,
    "StaffName" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "ItemId" TEXT NULL,
    "How" TEXT NULL,
    "SentAt" TEXT NULL,
    "Tracking" TEXT NOT NULL,
    CONSTRAINT "FK_claim_closings_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_claim_closings_ClaimId" ON "claim_closings" ("ClaimId");

-- One answer a claim, whatever is sent twice: the claim is its key.
CREATE TABLE "feedback" (
    "ClaimId" TEXT NOT NULL CONSTRAINT "PK_feedback" PRIMARY KEY,
    "Rating" INTEGER NOT NULL,
    "Reasons" TEXT NOT NULL,
    "OwnWords" TEXT NOT NULL,
    "GivenAt" TEXT NOT NULL,
    "ChangedAt" TEXT NULL,
    "CallBackDue" TEXT NULL,
    "CallBackBy" TEXT NOT NULL,
    CONSTRAINT "FK_feedback_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_feedback_GivenAt" ON "feedback" ("GivenAt");
