/**
 * The workbook of all examples: {@link mpm.workbook.examples.ExamplesBook} makes it from the catalogue. Each example stands as a
 * text to copy and as the live formula with its answer.
 */
@NullMarked
package mpm.workbook.examples;

import org.jspecify.annotations.NullMarked;
