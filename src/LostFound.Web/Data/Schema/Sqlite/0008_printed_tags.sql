-- Labels printed before anyone knows for what: the sheet they came on, so that it can be printed again.
ALTER TABLE "tags" ADD COLUMN "Sheet" TEXT NULL;

CREATE INDEX "IX_tags_Sheet" ON "tags" ("Sheet");
