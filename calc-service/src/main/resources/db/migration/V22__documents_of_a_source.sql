-- The lines of a thousand documents at once: Derby looks a list up in an index, each of it by itself, only where the index
-- begins with what the list holds, and would otherwise hold every line of the source against the whole list.
DROP INDEX source_line_of_document;
CREATE INDEX source_line_of_document ON source_line (document, source);
