-- A cell may hold the note of a figure, which has a row version of its own.
ALTER TABLE cell_binding ADD COLUMN kind VARCHAR(8) DEFAULT 'FIGURE' NOT NULL;
