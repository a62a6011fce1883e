-- The index behind /items. Triggers keep it, so that no way of changing an item can forget to: it holds what the
-- row holds, in the same transaction. Words are what a person may type; facets are marks for what may be chosen.
-- A key stands in hexadecimal, because the tokeniser would break "gift-emporium" in two:
-- k kind, c colour, p place, b bin, s status, d day of finding (UTC), and m what the words mean.
ALTER TABLE "items" ADD COLUMN "SearchConcepts" TEXT NOT NULL DEFAULT '';

-- Numbers in the order of registering: the index lists by them, newest first, without sorting. The items' own
-- hidden row numbers would not do; VACUUM may change those.
CREATE TABLE "search_rows" (
    "Number" INTEGER PRIMARY KEY AUTOINCREMENT,
    "ItemId" TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE "search_words" USING fts5("Words", "Facets", content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '1 2 3 4');

-- Every word that stands anywhere, to find what a mistyped one may have meant.
CREATE VIRTUAL TABLE "search_vocabulary" USING fts5vocab('search_words', 'col');

CREATE VIEW "search_texts" AS
SELECT "Id" AS "ItemId", "SearchText" AS "Words",
    'k' || hex("Category") || ' p' || hex("Place") || ' b' || hex(coalesce("Bin", '')) || ' s' || hex("Status")
    || ' d' || replace(substr("FoundAt", 1, 10), '-', '')
    || coalesce((SELECT ' ' || group_concat('c' || hex(value), ' ') FROM json_each("Colours")), '')
    || ' ' || "SearchConcepts" AS "Facets"
FROM "items";

CREATE TRIGGER "search_on_insert" AFTER INSERT ON "items" BEGIN
    INSERT INTO "search_rows" ("ItemId") VALUES (new."Id");
    INSERT INTO "search_words" (rowid, "Words", "Facets")
    SELECT r."Number", t."Words", t."Facets" FROM "search_rows" r JOIN "search_texts" t ON t."ItemId" = r."ItemId" WHERE r."ItemId" = new."Id";
END;

CREATE TRIGGER "search_on_update" AFTER UPDATE OF "SearchText", "SearchConcepts", "Category", "Colours", "Place", "Bin", "Status", "FoundAt" ON "items" BEGIN
    UPDATE "search_words" SET
        "Words" = (SELECT "Words" FROM "search_texts" WHERE "ItemId" = new."Id"),
        "Facets" = (SELECT "Facets" FROM "search_texts" WHERE "ItemId" = new."Id")
    WHERE rowid = (SELECT "Number" FROM "search_rows" WHERE "ItemId" = new."Id");
END;

CREATE TRIGGER "search_on_delete" AFTER DELETE ON "items" BEGIN
    DELETE FROM "search_words" WHERE rowid = (SELECT "Number" FROM "search_rows" WHERE "ItemId" = old."Id");
    DELETE FROM "search_rows" WHERE "ItemId" = old."Id";
END;

INSERT INTO "search_rows" ("ItemId") SELECT "Id" FROM "items" ORDER BY "RegisteredAt", "Id";
INSERT INTO "search_words" (rowid, "Words", "Facets")
SELECT r."Number", t."Words", t."Facets" FROM "search_rows" r JOIN "search_texts" t ON t."ItemId" = r."ItemId";
