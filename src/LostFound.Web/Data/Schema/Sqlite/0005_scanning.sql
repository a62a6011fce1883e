-- Putting items into bins by scan, counting what lies in a bin, and items that a count did not find.
ALTER TABLE "items" ADD COLUMN "MissingSince" TEXT NULL;

CREATE INDEX "IX_items_Bin" ON "items" ("Bin");

CREATE TABLE "bin_scans" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_bin_scans" PRIMARY KEY,
    "Bin" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "ItemId" TEXT NULL,
    "Outcome" TEXT NOT NULL,
    "FromDesk" TEXT NULL,
    "FromBin" TEXT NULL,
    "At" TEXT NOT NULL,
    "TakenAt" TEXT NOT NULL,
    "StaffId" TEXT NOT NULL,
    "DeviceId" TEXT NOT NULL,
    "UndoneAt" TEXT NULL
);

CREATE INDEX "IX_bin_scans_Bin_DeviceId_At" ON "bin_scans" ("Bin", "DeviceId", "At");

CREATE TABLE "stock_takes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_stock_takes" PRIMARY KEY,
    "Bin" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "StartedBy" TEXT NOT NULL,
    "FinishedAt" TEXT NULL,
    "FinishedBy" TEXT NULL
);

CREATE INDEX "IX_stock_takes_Bin_StartedAt" ON "stock_takes" ("Bin", "StartedAt");

CREATE UNIQUE INDEX "ux_stock_takes_open" ON "stock_takes" ("Bin") WHERE "FinishedAt" IS NULL;

CREATE TABLE "stock_take_scans" (
    "StockTakeId" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Finding" TEXT NOT NULL,
    "ItemId" TEXT NULL,
    "FromDesk" TEXT NULL,
    "FromBin" TEXT NULL,
    "At" TEXT NOT NULL,
    "StaffId" TEXT NOT NULL,
    "StaffName" TEXT NOT NULL,
    "DeviceId" TEXT NOT NULL,
    CONSTRAINT "PK_stock_take_scans" PRIMARY KEY ("StockTakeId", "Code"),
    CONSTRAINT "FK_stock_take_scans_stock_takes_StockTakeId" FOREIGN KEY ("StockTakeId") REFERENCES "stock_takes" ("Id") ON DELETE CASCADE
);
