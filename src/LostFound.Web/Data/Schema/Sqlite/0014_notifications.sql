-- The outbox: what guests are to be told while their page is closed, how each wants it, and up to which event it was filled.
CREATE TABLE "notifications" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_notifications" PRIMARY KEY,
    "ClaimId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "NeedsGuest" INTEGER NOT NULL,
    "FirstEvent" INTEGER NOT NULL,
    "LastEvent" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "LastError" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    CONSTRAINT "FK_notifications_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_notifications_ClaimId_Channel_FirstEvent" ON "notifications" ("ClaimId", "Channel", "FirstEvent");

CREATE UNIQUE INDEX "ux_notifications_gathering" ON "notifications" ("ClaimId", "Channel") WHERE "State" = 'Waiting' AND "Attempts" = 0;

CREATE INDEX "IX_notifications_State_DueAt" ON "notifications" ("State", "DueAt");

CREATE INDEX "IX_notifications_EndedAt" ON "notifications" ("EndedAt");

CREATE TABLE "notification_choices" (
    "ClaimId" TEXT NOT NULL CONSTRAINT "PK_notification_choices" PRIMARY KEY,
    "Email" INTEGER NOT NULL,
    "Sms" INTEGER NOT NULL,
    "OnlyNeeded" INTEGER NOT NULL,
    CONSTRAINT "FK_notification_choices_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE TABLE "notification_cursor" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_notification_cursor" PRIMARY KEY,
    "EventId" INTEGER NOT NULL
);

-- Guests who were there before this version are told of what happens from now on, not of all that was.
INSERT INTO "notification_cursor" SELECT 1, COALESCE(MAX("Id"), 0) FROM "claim_events";

-- The guest's link, sealed with a key that is not in the database; null for claims that came before it was kept.
ALTER TABLE "claims" ADD COLUMN "Link" BLOB NULL;
