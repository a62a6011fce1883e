-- What an item's photos show, found when they were attached. Items from before have none: nothing is guessed later.
ALTER TABLE "items" ADD COLUMN "PhotoColours" TEXT NOT NULL DEFAULT '[]';
