/** The sheets of the administrator's workbook: {@link mpm.workbook.template.admincalendar.AdminCalendar} is the entry point. */
@NullMarked
package mpm.workbook.template.admincalendar;

import org.jspecify.annotations.NullMarked;
