/** {@link mpm.service.figures.control.FigureStore}: the stored values and their explanations, many at once. */
@NullMarked
package mpm.service.figures.control;

import org.jspecify.annotations.NullMarked;
