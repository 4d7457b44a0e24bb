/**
 * The catalogue of worksheet functions. An author writes a record with {@link mpm.catalogue.WorksheetFunction} that is
 * {@link mpm.catalogue.Computed} or {@link mpm.catalogue.Linked}; everyone else reads its {@link mpm.catalogue.Definition}
 * from the {@link mpm.catalogue.Catalogue} and has calls computed by a {@link mpm.catalogue.Calculation}.
 *
 * <p>Coercion, blanks, errors and broadcasting are read here once, by the rules of the section a function belongs to, so
 * that the mathematics of a function sees plain values.
 */
@NullMarked
package mpm.catalogue;

import org.jspecify.annotations.NullMarked;
