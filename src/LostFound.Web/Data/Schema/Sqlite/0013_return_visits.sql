-- Guests who had to come back about the same loss. One is open a claim at a time; coming back again counts on it.
CREATE TABLE "return_visits" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_return_visits" PRIMARY KEY,
    "ClaimId" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "EarlierClaimId" TEXT NULL,
    "Same" TEXT NOT NULL,
    "FirstAt" TEXT NOT NULL,
    "LastAt" TEXT NOT NULL,
    "Times" INTEGER NOT NULL,
    "Note" TEXT NOT NULL,
    "WasRude" INTEGER NOT NULL,
    "NotedBy" TEXT NULL,
    "SupervisorName" TEXT NOT NULL,
    "SettledAt" TEXT NULL,
    "SettledBy" TEXT NULL,
    CONSTRAINT "FK_return_visits_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_return_visits_claims_EarlierClaimId" FOREIGN KEY ("EarlierClaimId") REFERENCES "claims" ("Id") ON DELETE SET NULL
);

CREATE UNIQUE INDEX "ux_return_visits_open" ON "return_visits" ("ClaimId") WHERE "SettledAt" IS NULL;

CREATE INDEX "IX_return_visits_EarlierClaimId" ON "return_visits" ("EarlierClaimId");
