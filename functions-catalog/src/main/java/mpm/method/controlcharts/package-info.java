/**
 * Telling a signal from the ordinary ups and downs of a process (Shewhart, Wheeler, Nelson). The entry points are
 * {@link mpm.method.controlcharts.IndividualsChart}, the chart of single values and their moving ranges, and
 * {@link mpm.method.controlcharts.RunRule}, the patterns that ordinary variation hardly ever shows;
 * {@link mpm.method.controlcharts.Standards} is what they are held against.
 *
 * <p>A value beyond a limit lies beyond it by more than rounding could explain: {@link mpm.method.controlcharts.Limits}.
 */
@NullMarked
package mpm.method.controlcharts;

import org.jspecify.annotations.NullMarked;
