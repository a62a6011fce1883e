-- Promises: everything a guest is told with a time in it. One next word a claim is open at a time, and a second miss is
-- not over without a supervisor's explanation: both held here, whatever the code does.
CREATE TABLE "promises" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_promises" PRIMARY KEY,
    "ClaimId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Cause" TEXT NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "MadeBy" TEXT NULL,
    "DueAt" TEXT NOT NULL,
    "NeedsPerson" INTEGER NOT NULL,
    "RaisedAt" TEXT NULL,
    "Status" TEXT NOT NULL,
    "SettledAt" TEXT NULL,
    "SettledBy" TEXT NULL,
    "SupervisorId" TEXT NULL,
    "SupervisorName" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "Miss" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "Explanation" TEXT NOT NULL,
    "FollowsId" TEXT NULL,
    CONSTRAINT "ck_promises_explained" CHECK ("Status" <> 'Broken' OR "Miss" < 2 OR length(trim("Explanation")) > 0),
    CONSTRAINT "FK_promises_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ux_promises_open" ON "promises" ("ClaimId", "Kind") WHERE "Status" = 'Open';

CREATE INDEX "ix_promises_owed" ON "promises" ("DueAt") WHERE "Status" IN ('Open', 'Unexplained');

CREATE INDEX "IX_promises_ClaimId" ON "promises" ("ClaimId");

CREATE INDEX "IX_promises_SettledAt" ON "promises" ("SettledAt");

-- When the promises were looked after without a pause.
CREATE TABLE "heartbeats" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_heartbeats" PRIMARY KEY AUTOINCREMENT,
    "SinceAt" TEXT NOT NULL,
    "LastAt" TEXT NOT NULL
);

CREATE INDEX "IX_heartbeats_LastAt" ON "heartbeats" ("LastAt");

-- The promise that an event of a claim is about, and whether an answer of the guest waited for a person then.
ALTER TABLE "claim_events" ADD COLUMN "PromiseId" TEXT NULL;
ALTER TABLE "claim_events" ADD COLUMN "AwaitsPerson" INTEGER NULL;

-- Claims from before: those that are looked for keep the time they were told; who is asked to come is reminded within a day.
INSERT INTO "promises" ("Id", "ClaimId", "Kind", "Cause", "MadeAt", "DueAt", "NeedsPerson", "Status", "SupervisorName", "Note", "Miss", "Reason", "Explanation")
SELECT
    upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    "Id", 'NextWord',
    CASE "Status" WHEN 'Asking' THEN 'Asked' WHEN 'ReadyToCollect' THEN 'ReadyToCollect' ELSE 'Filed' END,
    "FiledAt", coalesce("NextWordBy", strftime('%Y-%m-%d %H:%M:%S', 'now', '+1 day')),
    0, 'Open', '', '', 0, 'Unknown', ''
FROM "claims" WHERE "Status" IN ('Looking', 'Asking', 'ReadyToCollect');

UPDATE "claims" SET "NextWordBy" = (SELECT "DueAt" FROM "promises" WHERE "promises"."ClaimId" = "claims"."Id");
