-- Every code ever issued, so that none is issued twice: by the server, to a device that may need it without a
-- network, or on a printed sheet. And what a supervisor should check.
CREATE TABLE "tags" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_tags" PRIMARY KEY,
    "Origin" TEXT NOT NULL,
    "DeviceId" TEXT NULL,
    "IssuedAt" TEXT NOT NULL
);

-- The labels of items from before this script were all made by the server.
INSERT INTO "tags" ("Code", "Origin", "DeviceId", "IssuedAt")
SELECT "Tag", 'Server', NULL, "RegisteredAt" FROM "items";

CREATE TABLE "tasks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_tasks" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "ItemId" TEXT NULL,
    "Words" TEXT NOT NULL,
    "StaffName" TEXT NOT NULL,
    "DeviceName" TEXT NOT NULL,
    "RaisedAt" TEXT NOT NULL,
    "SettledAt" TEXT NULL,
    "SettledBy" TEXT NULL,
    "SettledByName" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    CONSTRAINT "FK_tasks_items_ItemId" FOREIGN KEY ("ItemId") REFERENCES "items" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_tasks_ItemId" ON "tasks" ("ItemId");

CREATE INDEX "ix_tasks_open" ON "tasks" ("RaisedAt") WHERE "SettledAt" IS NULL;
