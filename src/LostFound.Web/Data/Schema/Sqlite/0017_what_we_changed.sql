-- What the house changed, and when: read beside the figures of the days around it. Withdrawn ones stay, with who took them back.
CREATE TABLE "changes_made" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_changes_made" PRIMARY KEY,
    "Day" TEXT NOT NULL,
    "Words" TEXT NOT NULL,
    "StaffId" TEXT NOT NULL,
    "StaffName" TEXT NOT NULL,
    "WrittenAt" TEXT NOT NULL,
    "WithdrawnAt" TEXT NULL,
    "WithdrawnBy" TEXT NOT NULL
);

CREATE INDEX "IX_changes_made_Day" ON "changes_made" ("Day");
