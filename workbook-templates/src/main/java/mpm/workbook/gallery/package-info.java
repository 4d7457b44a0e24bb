/** The gallery: {@link mpm.workbook.gallery.Templates} is the register of the templates. */
@NullMarked
package mpm.workbook.gallery;

import org.jspecify.annotations.NullMarked;
