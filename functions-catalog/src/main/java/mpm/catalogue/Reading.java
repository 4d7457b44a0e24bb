package mpm.catalogue;

import mpm.cell.DateSystem;
import mpm.link.Found;

/**
 * What the reading of arguments depends on besides them.
 *
 * @param dates how the calling workbook counts its days
 * @param found the stored data that arguments refer to
 */
record Reading(DateSystem dates, Found found) {}
