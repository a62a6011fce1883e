-- The line at the desks: places, the counters that call them, and every movement, from which all waits are measured.
CREATE TABLE "tickets" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_tickets" PRIMARY KEY,
    "Desk" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Lane" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "JoinedAt" TEXT NOT NULL,
    "BookedFor" TEXT NULL,
    "BookedPlace" INTEGER NULL,
    "ClaimId" TEXT NULL,
    "TokenHash" BLOB NULL,
    "GuestKey" BLOB NULL,
    "Name" TEXT NOT NULL,
    "CalledAt" TEXT NULL,
    "FirstCalledAt" TEXT NULL,
    "CalledAgainAt" TEXT NULL,
    "KeptUntil" TEXT NULL,
    "ArrivedAt" TEXT NULL,
    "StartedAt" TEXT NULL,
    "EndedAt" TEXT NULL,
    "CounterId" TEXT NULL,
    "FirstToldBy" TEXT NULL,
    "FirstToldToMinutes" INTEGER NOT NULL,
    "ToldAt" TEXT NULL,
    "ToldFromMinutes" INTEGER NOT NULL,
    "ToldToMinutes" INTEGER NOT NULL,
    "ToldBy" TEXT NULL,
    "ToldLongerByMinutes" INTEGER NOT NULL,
    "ToldCause" TEXT NULL,
    "ToldCounters" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_tickets_claims_ClaimId" FOREIGN KEY ("ClaimId") REFERENCES "claims" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_tickets_Desk_Day_Number" ON "tickets" ("Desk", "Day", "Number");

CREATE INDEX "IX_tickets_EndedAt" ON "tickets" ("EndedAt");

CREATE UNIQUE INDEX "IX_tickets_TokenHash" ON "tickets" ("TokenHash");

CREATE INDEX "ix_tickets_active" ON "tickets" ("Desk") WHERE "State" IN ('Waiting', 'Called', 'Kept', 'Serving');

CREATE UNIQUE INDEX "ux_tickets_claim" ON "tickets" ("ClaimId") WHERE "ClaimId" IS NOT NULL AND "State" IN ('Waiting', 'Called', 'Kept', 'Serving');

CREATE UNIQUE INDEX "ux_tickets_guest" ON "tickets" ("GuestKey") WHERE "GuestKey" IS NOT NULL AND "State" IN ('Waiting', 'Called', 'Kept', 'Serving');

CREATE UNIQUE INDEX "ux_tickets_slot" ON "tickets" ("Desk", "BookedFor", "BookedPlace") WHERE "BookedFor" IS NOT NULL AND "State" NOT IN ('Left', 'NoShow');

CREATE TABLE "counters" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_counters" PRIMARY KEY,
    "Desk" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "StaffId" TEXT NULL,
    "StaffName" TEXT NOT NULL,
    "TicketId" TEXT NULL,
    "ChangedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_counters_tickets_TicketId" FOREIGN KEY ("TicketId") REFERENCES "tickets" ("Id") ON DELETE SET NULL
);

CREATE UNIQUE INDEX "IX_counters_Desk_Number" ON "counters" ("Desk", "Number");

CREATE UNIQUE INDEX "IX_counters_TicketId" ON "counters" ("TicketId");

CREATE TABLE "ticket_events" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ticket_events" PRIMARY KEY AUTOINCREMENT,
    "TicketId" TEXT NOT NULL,
    "Desk" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "StaffId" TEXT NULL,
    "CounterId" TEXT NULL,
    "ToldBy" TEXT NULL,
    "Reason" TEXT NULL,
    "Note" TEXT NOT NULL,
    CONSTRAINT "FK_ticket_events_tickets_TicketId" FOREIGN KEY ("TicketId") REFERENCES "tickets" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_ticket_events_Desk_At" ON "ticket_events" ("Desk", "At");

CREATE INDEX "IX_ticket_events_TicketId_At" ON "ticket_events" ("TicketId", "At");
