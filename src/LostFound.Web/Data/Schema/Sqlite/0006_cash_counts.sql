-- Cash counted by two people, each without seeing the other's count. A later count is a row of its own: nothing here
-- is ever changed. CustodySequence names the event that tells of it in the item's chain.
CREATE TABLE "cash_counts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_cash_counts" PRIMARY KEY,
    "ItemId" TEXT NOT NULL,
    "CustodySequence" INTEGER NOT NULL,
    "FirstStaffId" TEXT NOT NULL,
    "FirstStaffName" TEXT NOT NULL,
    "FirstCountedAt" TEXT NOT NULL,
    "SecondStaffId" TEXT NOT NULL,
    "SecondStaffName" TEXT NOT NULL,
    "SecondCountedAt" TEXT NOT NULL,
    "DeviceId" TEXT NOT NULL,
    "DeviceName" TEXT NOT NULL,
    "Counted" TEXT NOT NULL,
    "Seal" TEXT NOT NULL,
    "Bin" TEXT NOT NULL,
    CONSTRAINT "FK_cash_counts_items_ItemId" FOREIGN KEY ("ItemId") REFERENCES "items" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_cash_counts_ItemId_CustodySequence" ON "cash_counts" ("ItemId", "CustodySequence");

-- A seal is used once: the same number twice means that one of them was mistyped, or is not what it seems.
CREATE UNIQUE INDEX "IX_cash_counts_Seal" ON "cash_counts" ("Seal");

-- For the list of what is due, which asks for each class what was found long enough ago.
CREATE INDEX "IX_items_Category_FoundAt" ON "items" ("Category", "FoundAt");
