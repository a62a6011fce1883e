-- The first schema. SchemaTests holds it equal to the EF model; later changes are later scripts.

CREATE TABLE "audit" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY AUTOINCREMENT,
    "At" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "StaffId" TEXT NULL,
    "DeviceId" TEXT NULL,
    "Subject" TEXT NOT NULL
);

CREATE TABLE "changes" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_changes" PRIMARY KEY AUTOINCREMENT,
    "Topic" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "claim_drafts" (
    "KeyHash" BLOB NOT NULL CONSTRAINT "PK_claim_drafts" PRIMARY KEY,
    "Content" BLOB NOT NULL,
    "UpdatedAt" TEXT NOT NULL
);

CREATE TABLE "claims" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_claims" PRIMARY KEY,
    "Reference" TEXT NOT NULL,
    "TokenHash" BLOB NOT NULL,
    "Category" TEXT NULL,
    "Colours" TEXT NOT NULL,
    "Brand" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "PrivateMarks" TEXT NOT NULL,
    "Places" TEXT NOT NULL,
    "LostFrom" TEXT NULL,
    "LostTo" TEXT NULL,
    "Contact" BLOB NOT NULL,
    "EmailIndex" BLOB NULL,
    "PhoneIndex" BLOB NULL,
    "Language" TEXT NOT NULL,
    "SearchText" TEXT NOT NULL,
    "FiledAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "NextWordBy" TEXT NULL,
    "NeedsMatching" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "data_protection_keys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_data_protection_keys" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Xml" TEXT NOT NULL
);

CREATE TABLE "devices" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_devices" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Desk" TEXT NOT NULL,
    "SecretHash" BLOB NOT NULL,
    "EnrolledAt" TEXT NOT NULL,
    "RevokedAt" TEXT NULL
);

CREATE TABLE "enrolment_codes" (
    "CodeHash" BLOB NOT NULL CONSTRAINT "PK_enrolment_codes" PRIMARY KEY,
    "Purpose" TEXT NOT NULL,
    "DeviceName" TEXT NOT NULL,
    "Desk" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "UsedAt" TEXT NULL,
    "Reusable" INTEGER NOT NULL
);

CREATE TABLE "refused_scans" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_refused_scans" PRIMARY KEY AUTOINCREMENT,
    "At" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "RawCode" TEXT NOT NULL,
    "ItemId" TEXT NULL,
    "StaffId" TEXT NOT NULL,
    "DeviceId" TEXT NOT NULL
);

CREATE TABLE "requests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_requests" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Fingerprint" BLOB NOT NULL,
    "Answer" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "staff" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_staff" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "NameKey" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "PinHash" TEXT NOT NULL,
    "Active" INTEGER NOT NULL,
    "FailedPins" INTEGER NOT NULL,
    "LockedUntil" TEXT NULL,
    "CreatedAt" TEXT NOT NULL
);

CREATE TABLE "claim_events" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_claim_events" PRIMARY KEY AUTOINCREMENT,
    "ClaimId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "NextWordBy" TEXT NULL,
    "ComparedUntil" TEXT NULL,
    CONSTRAINT "FK_claim_events_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE TABLE "items" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_items" PRIMARY KEY,
    "Tag" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "Colours" TEXT NOT NULL,
    "Brand" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "PrivateNotes" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "FoundAt" TEXT NOT NULL,
    "RegisteredAt" TEXT NOT NULL,
    "Bin" TEXT NULL,
    "Desk" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "ClaimId" TEXT NULL,
    "NeedsMatching" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "SearchText" TEXT NOT NULL,
    CONSTRAINT "FK_items_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "proof_questions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_proof_questions" PRIMARY KEY,
    "ClaimId" TEXT NOT NULL,
    "Question" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "AskedBy" TEXT NOT NULL,
    "Answer" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    CONSTRAINT "FK_proof_questions_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE TABLE "candidates" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_candidates" PRIMARY KEY,
    "ClaimId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "Bits" REAL NOT NULL,
    "Probability" REAL NOT NULL,
    "Contributions" TEXT NOT NULL,
    "ModelVersion" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "Reason" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_candidates_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_candidates_items_ItemId" FOREIGN KEY ("ItemId") REFERENCES "items" ("Id") ON DELETE CASCADE
);

CREATE TABLE "custody_events" (
    "ItemId" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "StaffId" TEXT NOT NULL,
    "StaffName" TEXT NOT NULL,
    "DeviceId" TEXT NOT NULL,
    "DeviceName" TEXT NOT NULL,
    "Bin" TEXT NULL,
    "ClaimId" TEXT NULL,
    "Note" TEXT NOT NULL,
    "PreviousHash" BLOB NOT NULL,
    "Hash" BLOB NOT NULL,
    CONSTRAINT "PK_custody_events" PRIMARY KEY ("ItemId", "Sequence"),
    CONSTRAINT "FK_custody_events_items_ItemId" FOREIGN KEY ("ItemId") REFERENCES "items" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "handovers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_handovers" PRIMARY KEY,
    "ItemId" TEXT NOT NULL,
    "ClaimId" TEXT NULL,
    "Recipient" BLOB NOT NULL,
    "Proof" TEXT NOT NULL,
    "ProofNote" TEXT NOT NULL,
    "SignedText" BLOB NOT NULL,
    "SignatureKind" TEXT NOT NULL,
    "Signature" BLOB NOT NULL,
    "SignatureHash" BLOB NOT NULL,
    "StaffId" TEXT NOT NULL,
    "DeviceId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_handovers_items_ItemId" FOREIGN KEY ("ItemId") REFERENCES "items" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "item_photos" (
    "ItemId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL,
    "Width" INTEGER NOT NULL,
    "Height" INTEGER NOT NULL,
    CONSTRAINT "PK_item_photos" PRIMARY KEY ("ItemId", "Ordinal"),
    CONSTRAINT "FK_item_photos_items_ItemId" FOREIGN KEY ("ItemId") REFERENCES "items" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_audit_At" ON "audit" ("At");

CREATE UNIQUE INDEX "IX_candidates_ClaimId_ItemId" ON "candidates" ("ClaimId", "ItemId");

CREATE INDEX "IX_candidates_ItemId" ON "candidates" ("ItemId");

CREATE UNIQUE INDEX "ix_candidates_one_confirmed_a_claim" ON "candidates" ("ClaimId") WHERE "Status" = 'Confirmed';

CREATE UNIQUE INDEX "ix_candidates_one_confirmed_an_item" ON "candidates" ("ItemId") WHERE "Status" = 'Confirmed';

CREATE INDEX "IX_candidates_Status_Probability" ON "candidates" ("Status", "Probability");

CREATE INDEX "IX_changes_At" ON "changes" ("At");

CREATE INDEX "IX_claim_drafts_UpdatedAt" ON "claim_drafts" ("UpdatedAt");

CREATE INDEX "IX_claim_events_ClaimId_At" ON "claim_events" ("ClaimId", "At");

CREATE INDEX "IX_claims_EmailIndex" ON "claims" ("EmailIndex");

CREATE INDEX "IX_claims_FiledAt" ON "claims" ("FiledAt");

CREATE INDEX "ix_claims_needs_matching" ON "claims" ("Id") WHERE "NeedsMatching" = 1;

CREATE INDEX "IX_claims_PhoneIndex" ON "claims" ("PhoneIndex");

CREATE UNIQUE INDEX "IX_claims_Reference" ON "claims" ("Reference");

CREATE INDEX "IX_claims_Status_NextWordBy" ON "claims" ("Status", "NextWordBy");

CREATE UNIQUE INDEX "IX_claims_TokenHash" ON "claims" ("TokenHash");

CREATE INDEX "IX_custody_events_At" ON "custody_events" ("At");

CREATE INDEX "IX_handovers_At" ON "handovers" ("At");

CREATE UNIQUE INDEX "IX_handovers_ItemId" ON "handovers" ("ItemId");

CREATE INDEX "IX_items_ClaimId" ON "items" ("ClaimId");

CREATE INDEX "ix_items_needs_matching" ON "items" ("Id") WHERE "NeedsMatching" = 1;

CREATE INDEX "IX_items_RegisteredAt" ON "items" ("RegisteredAt");

CREATE INDEX "IX_items_Status_RegisteredAt" ON "items" ("Status", "RegisteredAt");

CREATE UNIQUE INDEX "IX_items_Tag" ON "items" ("Tag");

CREATE INDEX "IX_proof_questions_ClaimId_AskedAt" ON "proof_questions" ("ClaimId", "AskedAt");

CREATE INDEX "IX_refused_scans_At" ON "refused_scans" ("At");

CREATE INDEX "IX_requests_At" ON "requests" ("At");

CREATE UNIQUE INDEX "IX_staff_NameKey" ON "staff" ("NameKey");

