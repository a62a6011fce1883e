-- What a bag holds is part of its record: a list of kinds, counts and notes. Earlier items have none.
ALTER TABLE "items" ADD COLUMN "Contents" TEXT NOT NULL DEFAULT '[]';

-- What a desk registered lately, newest first: the kiosk asks with every form it shows.
CREATE INDEX "IX_items_Desk_RegisteredAt" ON "items" ("Desk", "RegisteredAt");
