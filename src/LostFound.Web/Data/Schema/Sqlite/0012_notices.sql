-- Notices: what is told honestly of a place, to the guests it touches. An edit is an end and a new row.
CREATE TABLE "notices" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_notices" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "Where" TEXT NOT NULL,
    "PostedAt" TEXT NOT NULL,
    "PostedBy" TEXT NOT NULL,
    "PostedByName" TEXT NOT NULL,
    "Until" TEXT NULL,
    "SearchedAt" TEXT NULL,
    "EndsAt" TEXT NOT NULL,
    "OwnWords" TEXT NOT NULL,
    "OwnLanguage" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "EndedByName" TEXT NULL,
    "ReplacesId" TEXT NULL
);

CREATE INDEX "IX_notices_PostedAt" ON "notices" ("PostedAt");

CREATE UNIQUE INDEX "IX_notices_ReplacesId" ON "notices" ("ReplacesId");

CREATE INDEX "ix_notices_up" ON "notices" ("EndsAt") WHERE "EndedAt" IS NULL;
