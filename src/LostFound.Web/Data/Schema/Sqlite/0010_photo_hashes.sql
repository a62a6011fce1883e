-- Whether any item still shows a photo: asked for every old file when unused photos are deleted, and when one is masked.
CREATE INDEX "ix_item_photos_hash" ON "item_photos" ("Hash");
