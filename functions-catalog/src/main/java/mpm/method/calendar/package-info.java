/**
 * Working days, working time and fiscal years: {@link mpm.method.calendar.Holidays} knows which days are worked,
 * {@link mpm.method.calendar.DueDates} moves a due date onto one, {@link mpm.method.calendar.WorkingTime} measures between
 * two moments, {@link mpm.method.calendar.FiscalCalendar} says in which fiscal period a day lies.
 *
 * <p>Days are the whole serials of {@link mpm.cell.Moment}. Working days are counted by whole weeks less the holidays
 * among them, never day by day, so that a span of decades in a column of thousands costs nothing. A week runs Monday to
 * Friday; other weekends are not known.
 */
@NullMarked
package mpm.method.calendar;

import org.jspecify.annotations.NullMarked;
